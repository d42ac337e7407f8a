"""Stretches of a text that say the same few words over and over: «5/5/5/…», rows of brackets.

No prose is like that, but pages are: rulers of dashes, broken tables, filler. Every date rule
would look at every word of them; they are found here by comparing lists, which costs next to
nothing, so that a rule reads one round of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST = 24  # tokens of one round
_ROUNDS = 12  # what is read from a round may repeat only every second, third or fourth time
_LEAD = 2 * _ROUNDS * _LONGEST + 64  # read as any text: what precedes a stretch no longer counts
_TRAIL = 64  # the same for what follows: no rule looks further ahead
_LEAST = 2 * (_LEAD + _TRAIL)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first``..``last`` that say the ``period`` tokens before ``first`` again."""

    first: int
    last: int
    period: int


def repeats(texts: Sequence[str], n: int) -> Iterator[Stretch]:
    """The inner parts of the repeating stretches of the first ``n`` tokens, in order."""
    at = 0
    while at + _LEAST <= n:
        period = _period(texts, at)
        if not period:
            at += _LEAST // 2
            continue
        end = _end(texts, at + _LEAST, n, period)
        if end - at > _LEAST:
            yield Stretch(at + _LEAD, end - _TRAIL, period * _ROUNDS)
        at = end


def _period(texts: Sequence[str], at: int) -> int:
    """After how many tokens the words from ``at`` on repeat; 0 where they do not."""
    for period in range(1, _LONGEST + 1):
        if texts[at] == texts[at + period] and (
            texts[at : at + _LEAST - period] == texts[at + period : at + _LEAST]
        ):
            return period
    return 0


def _end(texts: Sequence[str], end: int, n: int, period: int) -> int:
    """Where a repetition that holds up to ``end`` ends."""
    step = _LEAST
    while step:
        stop = min(n, end + step)
        if texts[end - period : stop - period] == texts[end:stop]:
            if stop == n:
                return n
            end, step = stop, step * 2
        else:
            step //= 2
    return end
