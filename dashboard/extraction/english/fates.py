"""The words that tell what became of people in English: «were killed», «killing», «death toll»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.extraction.english.numbers import Count
from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.text import Word

_COUNTED = 4  # words from «the tally of» to «killed»
_ALSO = ("also", "already", "later", "then")  # «has also displaced»


@dataclass(frozen=True, slots=True)
class Fate:
    """A word that tells what became of people: ``form`` is "after", "before" or "head"."""

    start: int
    end: int
    kind: str
    form: str


def fates_of(tokens: Sequence[Word], first: int, stop: int, counts: Sequence[Count]) -> list[Fate]:
    """The words of casualties, each as what stands after its count or before it."""
    lex = vocabulary()
    ends = {count.end for count in counts}
    starts = {count.start for count in counts}
    out: list[Fate] = []
    i = first
    while i < stop:
        after, before = lex.after.at(tokens, i), lex.before.at(tokens, i)
        head = lex.heads.at(tokens, i)
        counted = _counted_head(tokens, i, stop) if head is None else None
        if counted is not None:
            out.append(counted)
            i = counted.end
            continue
        if head is not None:
            out.append(Fate(i, head.end, head.values[0], "head"))
            i = head.end
            continue
        acts = after is not None and after.end in starts  # «A gunman killed seven people»
        j = i - (i > first and tokens[i - 1].text.endswith("ly"))  # «another critically wounded»
        passive = ((i in ends or j in ends) and not acts) or _passive(tokens, first, i)
        longer = after is not None and before is not None and after.end > before.end
        if before is not None and not longer and not (after is not None and passive):
            out.append(Fate(i, before.end, before.values[0], "before"))
            i = before.end
        elif after is not None:
            active = after.end in starts and before is not None and not passive
            form = "before" if active else "after"
            out.append(Fate(i, after.end, after.values[0], form))
            i = after.end
        else:
            i += 1
    return out


def _counted_head(tokens: Sequence[Word], i: int, stop: int) -> Fate | None:
    """«the tally of Palestinians killed», «the number of protesters hurt»."""
    lex = vocabulary()
    if tokens[i].text not in lex.counts or i + 1 >= stop or tokens[i + 1].text != "of":
        return None
    if i and tokens[i - 1].text == "a":
        return None  # «a number of civilians were killed»
    for k in range(i + 2, min(stop, i + 2 + _COUNTED)):
        fate = lex.after.at(tokens, k)
        if fate is not None:
            return Fate(i, fate.end, fate.values[0], "head")
        if not tokens[k].text.isalpha():
            return None
    return None


def _passive(tokens: Sequence[Word], first: int, i: int) -> bool:
    """«were killed», «had been seriously wounded»; «had killed» is not."""
    k = i - 1
    while k >= first and (tokens[k].text.endswith("ly") or tokens[k].text in _ALSO):
        k -= 1
    if k < first:
        return False
    word = tokens[k].text
    if word in ("has", "had", "have"):
        return False
    return word in vocabulary().auxiliaries or word == "left"
