"""What an article says: actors, places, casualty claims and events, each with its sentence.

From below to above, as ``make lint`` holds it:

- ``vocabulary``: the words of ``data/`` that rules look up;
- ``actors``, ``places``: who and what place is named where;
- ``begins``: at which words one of these, a trigger or a claim can begin;
- ``reading``: one document with its tokens, sentences and mentions, furniture of the page left out;
- ``claims``: people counted as killed, wounded, missing, detained, displaced;
- ``circumstances``: day, place, speaker and denial, for what is told of either kind;
- ``encounters``, ``deeds``: events, the second with what the first agreed on;
- ``told_once``, ``toll_doers``: each claim once, with who asserts it and who did it;
- ``assemble``: all of it as one ``Extraction``; ``export`` prints it, ``clusters`` joins documents.

``english`` does the same for English text and borrows from each.
"""

from __future__ import annotations

from dashboard.extraction.assemble import EXTRACTOR_VERSION, extract

__all__ = ["EXTRACTOR_VERSION", "extract"]
