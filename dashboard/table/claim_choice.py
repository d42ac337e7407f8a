"""Which claims a reader wants to see: on which victims, given by whom, of what done by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.table.contradictions import Contradiction

Row = Mapping[str, Any]
_FIELDS = ("victims", "asserted_by", "done_by")
MOST = 200
"""Values of a list that are offered: the most frequent."""


@dataclass(frozen=True, slots=True)
class ClaimChoice:
    """A choice among claims; every empty field lets everything through.

    ``victims`` is a group of victims, ``said_by`` the English name of who gives a figure,
    ``done_by`` the id of an actor that the event's sentence says did it.
    """

    victims: str = ""
    said_by: str = ""
    done_by: str = ""

    def keeps(self, row: Row) -> bool:
        """Whether a row of the claims query is wanted."""
        done = (actor["actor_id"] for actor in _list(row["done_by"]))
        return (
            (not self.victims or row["victims"] == self.victims)
            and (not self.said_by or row["asserted_by"] == self.said_by)
            and (not self.done_by or self.done_by in done)
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that can be chosen, its names in both languages, and how many claims have it."""

    id: str
    name: str
    name_ar: str
    n: int


def offers(claims: pd.DataFrame) -> dict[str, list[Offer]]:
    """What can be chosen among the claims, by the field's name, the most frequent first."""
    victims = Counter(filter(None, claims["victims"]))
    said = Counter(zip(claims["asserted_by"], claims["asserted_by_ar"], strict=True))
    said = Counter({names: n for names, n in said.items() if names[0]})
    done = Counter(
        (actor["actor_id"], actor["name"], actor["name_ar"])
        for actors in claims["done_by"] for actor in _list(actors)
    )  # fmt: skip
    return {
        "victims": [Offer(name, name, name, n) for name, n in victims.most_common(MOST)],
        "said_by": [Offer(a, a, b, n) for (a, b), n in said.most_common(MOST)],
        "done_by": [Offer(*key, n) for key, n in done.most_common(MOST)],
    }


def chosen(claims: pd.DataFrame, choice: ClaimChoice) -> pd.DataFrame:
    """The claims wanted, in their order, columns as the claims query's.

    Where victims are chosen, the parts of tolls that count them («بينهم 7 أطفال») stand where the
    toll they are part of does: among the incidents, or among the running totals. They then are
    figures of their own, beside no toll that they could be added to.
    """
    if choice == ClaimChoice():
        return claims
    asked = zip(claims["victims"], claims["asserted_by"], claims["done_by"], strict=True)
    kept = claims[[choice.keeps(dict(zip(_FIELDS, row, strict=True))) for row in asked]]
    if not choice.victims:
        return kept
    whole = claims[claims["scope"] != "subset"]
    totals = set(whole.loc[whole["scope"] == "cumulative", "event_id"])
    single = set(whole.loc[whole["scope"] == "incident", "event_id"]) - totals

    def stands(scope: str, event_id: str, event_type: str) -> str:
        if scope != "subset":
            return scope
        if event_id in totals:
            return "cumulative"
        # What a statement counts without a toll beside it is part of a total told before.
        alone = event_type == "STATEMENT" and event_id not in single
        return "cumulative" if alone else "incident"

    named = zip(kept["scope"], kept["event_id"], kept["event_type"], strict=True)
    return kept.assign(scope=[stands(*row) for row in named])


def disputed(found: Iterable[Contradiction], kind: str, choice: ClaimChoice) -> list[Contradiction]:
    """The contradictions on a kind that a wanted claim is part of, in their order."""
    return [
        one for one in found
        if one.claims[0]["kind"] == kind and any(choice.keeps(row) for row in one.claims)
    ]  # fmt: skip


def _list(value: object) -> list[Mapping[str, Any]]:
    return value if isinstance(value, list) else []
