"""Counts that English joins: «two children and four women were killed» are six people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.extraction.english.numbers import Count
from dashboard.text import Word

KIN = ("his", "her", "their")  # «a mother and her two children»
_ARMED = ("fighters", "police")


@dataclass(frozen=True, slots=True)
class Told:
    """A count of people and what became of them; ``subset`` for a part of the count before."""

    count: Count
    kind: str
    rule: str
    subset: bool


def counted_together(tokens: Sequence[Word], told: list[Told]) -> list[Told]:
    """«two children and four women were killed» are six people killed, as in Arabic.

    So are «four doctors, a nurse and a pharmacist»: read from the end, where «and» stands.
    """
    summed: set[int] = set()
    out: list[Told] = []
    for item in reversed(told):
        following = out[-1] if out else None
        links = (
            ("and", ",") if following is not None and following.count.start in summed else ("and",)
        )
        if following is not None and _of_a_family(tokens, item, following):
            out[-1] = replace(item, count=_sum(item.count, following.count))
            continue
        if (
            following is not None and _alike(item, following)
            and tokens[item.count.end].text in links
            and item.count.end + 1 == following.count.start
        ):  # fmt: skip
            out[-1] = replace(item, count=_sum(item.count, following.count))
            summed.add(item.count.start)
            continue
        out.append(item)
    return out[::-1]


def _of_a_family(tokens: Sequence[Word], one: Told, two: Told) -> bool:
    """«a mother and her two children», within another toll too."""
    between = [token.text for token in tokens[one.count.end : two.count.start]]
    if between in ([","], ["and"]) and tokens[two.count.start].text in KIN:
        between = ["and", KIN[0]]  # «a man, his wife and their two children»
    exact = one.count.high is not None and two.count.high is not None
    joined = len(between) == 2 and between[0] == "and" and between[1] in KIN
    return joined and exact and one.kind == two.kind and one.subset == two.subset


def _alike(one: Told, two: Told) -> bool:
    """Whether two counts of people tell the same of them, each in full."""
    return (
        one.kind == two.kind and not one.subset and not two.subset
        and one.count.high is not None and two.count.high is not None
        and not one.count.approximate and not two.count.approximate
        and (one.count.victims in _ARMED) == (two.count.victims in _ARMED)
        and not one.count.bare and not two.count.bare
    )  # fmt: skip


def _sum(one: Count, two: Count) -> Count:
    def add(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return replace(
        one, end=two.end, low=add(one.low, two.low), best=add(one.best, two.best),
        high=add(one.high, two.high), approximate=one.approximate or two.approximate,
        victims="" if one.victims != two.victims else one.victims,
    )  # fmt: skip
