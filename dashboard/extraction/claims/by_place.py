"""A toll told once more town by town: «20 قتيلاً: 12 في حلب و8 في إدلب».

What stands in the towns is part of the whole, so that nobody is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extraction.claims.counts import Count
from dashboard.extraction.claims.governing import Governed
from dashboard.text import Word, fold_word

TOWN = "town"  # the rule of a part that a town has
_IN = fold_word("في")
_OPENS = (":", ";", ",")  # before the first town
_A_PLACE = 9  # words from one town's number to the next one's, its district too
_LEAD = 12  # words from the whole to its first town
_KINDS = ("killed", "wounded", "detained")
_SURE = 3  # towns that are a list though their numbers make up less than the whole


def by_place(
    tokens: Sequence[Word],
    first: int,
    found: list[Governed],
    waiting: Sequence[tuple[Count, bool]],
    told: tuple[str, int],
) -> list[Governed]:
    """The counts, those in towns as parts of the whole that stands before them.

    ``waiting`` are counts that nothing in their sentence tells of, ``told`` the kind and number of
    the whole that the sentence before it told of, if any.
    """
    bare = [count for count, _ in waiting if count.bare]
    items: list[tuple[Count, Governed | None]] = [(item[0], item) for item in found]
    items += [(count, None) for count in bare if all(count != item[0] for item in found)]
    items.sort(key=lambda item: item[0].start)
    towns = [item for item in items if _in_a_town(tokens, item[0])]
    out = list(found)
    for run in _runs(towns):
        whole = _whole(tokens, first, run[0][0], found, told)
        if whole is None:
            continue
        kind, number = whole
        total = sum(count.best or 0 for count, _ in run)
        if total != number and not (total < number <= 2 * total and len(run) >= _SURE):
            continue
        if any(item is not None and item[2] != kind for _, item in run):
            continue
        for count, item in run:
            part = (replace(count, noun=""), None, kind, TOWN)
            if item is None:
                out.append(part)
            else:
                out[out.index(item)] = (item[0], item[1], kind, TOWN)
    return sorted(out, key=lambda item: item[0].start)


def _in_a_town(tokens: Sequence[Word], count: Count) -> bool:
    exact = count.best is not None and count.low == count.high
    return exact and count.end < len(tokens) and tokens[count.end].text == _IN


def _runs(
    towns: Sequence[tuple[Count, Governed | None]],
) -> Iterator[list[tuple[Count, Governed | None]]]:
    """The numbers that follow each other town by town, two or more."""
    run: list[tuple[Count, Governed | None]] = []
    for town in towns:
        if run and town[0].start - run[-1][0].end > _A_PLACE:
            if len(run) > 1:
                yield run
            run = []
        run.append(town)
    if len(run) > 1:
        yield run


def _whole(
    tokens: Sequence[Word],
    first: int,
    part: Count,
    found: Sequence[Governed],
    told: tuple[str, int],
) -> tuple[str, int] | None:
    """The kind and number of the whole before its first town, past a colon or a comma."""
    if part.start == first:
        return told if told[0] in _KINDS else None
    if tokens[part.start - 1].text not in _OPENS:
        return None
    for count, _, kind, rule in reversed(found):
        if count.end <= part.start and rule != "subset" and not count.bare and kind in _KINDS:
            near = part.start - count.end <= _LEAD
            exact = count.low is not None and count.low == count.high
            return (kind, count.low or 0) if near and exact else None
    return None
