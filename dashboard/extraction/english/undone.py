"""English words of deeds that tell of none: strikes of work, their demands, aid that was looted."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.english.subjects import of_labour
from dashboard.extraction.english.vocabulary import syntax_words, vocabulary
from dashboard.extraction.reading import Hit, Reading
from dashboard.model import CasualtyClaim, Modality

_LAUNCHED = 8  # words from «launch» to the offensive
_IF = 6  # words from «if Aleppo» to «is besieged»
_CUES = 4  # words from «will» to «launch», from an aid convoy to «was looted»
_ARTICLES = ("the", "a", "an")


def undone(reading: Reading, hit: Hit, claims: Sequence[CasualtyClaim]) -> bool:
    """Whether a trigger tells of no deed of its own."""
    return (
        of_labour(reading, hit) or _of_victims(reading, hit, claims)
        or _only_delayed(reading, hit) or _is_participle(reading, hit)
        or _is_plural_noun(reading, hit)
    )  # fmt: skip


def _of_victims(reading: Reading, hit: Hit, claims: Sequence[CasualtyClaim]) -> bool:
    """«arrested 25 protesters»: counted as those whom something befell, no protest is told."""
    if hit.trigger.type != "PROTEST" or hit.trigger.form != "noun":
        return False
    at = reading.span(hit.start, hit.end)[0]
    return any(claim.start <= at < claim.end for claim in claims)


def launched_as(reading: Reading, hit: Hit) -> Modality | None:
    """«is preparing to launch a ground offensive», «will carry out strikes»: not yet made."""
    first = reading.sentences[hit.sentence][0]
    if hit.trigger.form == "verb" and hit.trigger.type in ("ASSAULT", "COERCE"):
        near = reading.words[max(first, hit.start - _IF) : hit.start]
        clause = near[max((k + 1 for k, word in enumerate(near) if word == ","), default=0) :]
        return None if syntax_words("conditional").isdisjoint(clause) else "hypothetical"
    if hit.trigger.form != "noun" or hit.trigger.type != "ASSAULT":
        return None
    for k in range(hit.start - 1, max(first, hit.start - _LAUNCHED), -1):
        if reading.words[k] in vocabulary().left:
            return None
        if reading.words[k] in syntax_words("launch"):
            back = max(first, k - _CUES)
            if reading.cue("hypothetical", back, k) or reading.cue("called", back, k):
                return "hypothetical"
            if reading.cue("denied", back, k):
                return "denied"
            return "future" if reading.cue("future", back, k) else None
    return None


def _is_participle(reading: Reading, hit: Hit) -> bool:
    """«the coalition fighting Houthi rebels»: who they are, no clash that is told."""
    tokens = reading.tokens
    if tokens[hit.start].text != "fighting" or hit.start == reading.sentences[hit.sentence][0]:
        return False
    if tokens[hit.start - 1].text in vocabulary().outside | set(_ARTICLES):
        return False
    begun = any(a.start <= hit.end + 1 for a in reading.actors_in(hit.end, hit.end + 2))
    return begun or vocabulary().demonyms.at(tokens, hit.end) is not None


def _is_plural_noun(reading: Reading, hit: Hit) -> bool:
    """«rejected Hamas' demands», «their demands»: the noun that is spelt like the verb."""
    if hit.trigger.form != "verb" or not reading.words[hit.end - 1].endswith("s"):
        return False
    before = reading.words[hit.start - 1] if hit.start else ""
    return hit.end - hit.start == 1 and before in syntax_words("before_a_noun")


def _only_delayed(reading: Reading, hit: Hit) -> bool:
    """«a strike on an aid convoy», «aid trucks were looted»: no aid has come."""
    if hit.trigger.type != "AID" or hit.trigger.form != "noun":
        return False
    first, stop = reading.sentences[hit.sentence]
    after = reading.words[hit.end : min(stop, hit.end + _CUES)]
    if not syntax_words("not_delivered").isdisjoint(after):
        return True
    near = set(reading.words[max(first, hit.start - _CUES) : hit.start])
    struck = any(h.trigger.type == "ASSAULT" for h in reading.hits_in(first, hit.start))
    return struck and not near.isdisjoint(syntax_words("struck"))
