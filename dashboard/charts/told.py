"""What a figure shows, in sentences for those who do not see it.

Each function is given the rows a figure is drawn from and returns plain text: how much is shown,
from when to when or from what to what, the three greatest with their numbers, and how much of it
is uncertain. ``framed`` keeps the text in ``layout.meta`` and the page reads it out.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.charts.claim_marks import Claim
from dashboard.charts.event_words import inferred
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.timeline_items import Item

_TOP = 3
_ENDS = ("first", "last")
Counts = Sequence[tuple[str, int]]
"""Names, ready for a sentence, with a number each."""


def of_periods(periods: Sequence[tuple[date, date, int]], types: Counts, labels: Labels) -> str:
    """Events by period, each its first day, last day and number, and by type."""
    fullest = sorted(periods, key=lambda p: -p[2])
    named = [(labels.days(first, last), n) for first, last, n in fullest]
    counts = [n for *_, n in periods]
    return _joined(
        labels.t("chart.told.n", n=labels.counted("chart.events", sum(counts))),
        _span([p[0] for p in periods], [p[1] for p in periods], labels),
        _most("chart.told.fullest", named, labels),
        _range(counts, labels),
        _most("chart.told.types", sorted(types, key=_falling), labels),
        labels.t("chart.told.begins"),
    )


def of_ranks(ranks: Counts, labels: Labels, key: str = "chart.told.bars") -> str:
    """Names by falling number, as bars; ``key`` says what is counted as many as there are names."""
    ordered = sorted(ranks, key=_falling)
    return _joined(
        labels.t(key, n=labels.number(len(ranks))),
        _most("chart.told.most", ordered, labels),
        _range([n for _, n in ranks], labels),
    )


def of_two(rows: Sequence[tuple[str, int, int]], days: Sequence[str], labels: Labels) -> str:
    """Two periods: a name with its number in either; ``days`` says which the periods are."""
    ordered = sorted(rows, key=lambda row: -max(row[1:]))[:_TOP]
    told = [
        labels.t("chart.told.two", name=name, a=labels.number(a), b=labels.number(b))
        for name, a, b in ordered
    ]
    return _joined(
        labels.t("chart.told.rows", n=labels.number(len(rows))),
        *(f"{said}." for said in days),
        labels.t("chart.told.most", list=_listed(told, labels)) if told else "",
    )


def of_events(items: Sequence[Item], rows: int, groups: Counts, labels: Labels) -> str:
    """Events at their days, in so many rows; ``groups`` are those of one name, with their marks."""
    return _joined(
        labels.t("chart.told.n", n=labels.counted("chart.events", len(items))),
        _span([i.first for i in items], [i.last for i in items], labels),
        labels.t("chart.told.rows", n=labels.number(rows)),
        _most("chart.told.most", sorted(groups, key=_falling), labels),
        _unsure(_unsure_events(items), labels),
    )


def of_encounters(items: Sequence[Item], pairs: Counts, calls: int, labels: Labels) -> str:
    """Encounters of pairs at their days: how often each pair met, and how many were calls."""
    return _joined(
        labels.t("chart.told.n", n=labels.counted("chart.encounters", len(items))),
        _span([i.first for i in items], [i.last for i in items], labels),
        labels.t("chart.told.pairs", n=labels.number(len(pairs))),
        _most("chart.told.met", sorted(pairs, key=_falling), labels),
        labels.t("chart.told.calls", n=labels.number(calls)) if calls else "",
        _unsure(_unsure_events(items), labels),
    )


def of_matrix(actors: int, pairs: Counts, labels: Labels) -> str:
    """How often each two of some actors met; pairs that did not have the number 0."""
    met = [pair for pair in pairs if pair[1]]
    return _joined(
        labels.t("chart.told.actors", n=labels.number(actors)),
        _most("chart.told.met", sorted(met, key=_falling), labels),
        labels.t("chart.told.never_met", n=labels.number(len(pairs) - len(met))),
    )


def of_net(actors: Counts, pairs: Counts, labels: Labels) -> str:
    """Actors with how many encounters each had, and pairs with how often they were together."""
    return _joined(
        labels.t("chart.told.actors", n=labels.number(len(actors))),
        _most("chart.told.encounters", sorted(actors, key=_falling), labels),
        labels.t("chart.told.pairs", n=labels.number(len(pairs))),
        _most("chart.told.met", sorted(pairs, key=_falling), labels),
    )


def of_places(places: Sequence[Mapping[Any, Any]], labels: Labels) -> str:
    """Places with how many encounters each had (``n``) and their days (``first``, ``last``)."""
    named = sorted(((labels.name(row), int(row["n"])) for row in places), key=_falling)
    firsts, lasts = (list(filter(None, (as_day(r.get(e)) for r in places))) for e in _ENDS)
    return _joined(
        labels.t("chart.told.places", n=labels.number(len(places))),
        _span(firsts, lasts, labels),
        _most("chart.told.encounters", named, labels),
        _range([n for _, n in named], labels),
    )


def of_claims(claims: Sequence[Claim], labels: Labels) -> str:
    """Claims on casualties: how many by whom, from when to when, the highest, how exact."""
    ordered = sorted(claims, key=lambda claim: -claim.value)
    told = [
        labels.t("chart.told.claim", toll=c.words, who=c.series, day=labels.day(c.day))
        for c in ordered[:_TOP]
    ]
    days, values = [c.day for c in claims], [c.value for c in claims]
    tests: dict[str, Callable[[Claim], bool]] = {
        "open": lambda c: c.open_above,
        "bounded": lambda c: None not in (c.low, c.high) and c.low != c.high,
        "approximate": lambda c: c.row.get("approximate") is True,
    }
    return _joined(
        labels.t(
            "chart.told.claims", n=labels.number(len(claims)),
            by=labels.number(len({c.series for c in claims})),
        ),
        _span(days, days, labels),
        labels.t("chart.told.highest", list=_listed(told, labels)),
        _range(values, labels),
        _unsure({name: sum(map(test, claims)) for name, test in tests.items()}, labels),
        labels.t("chart.told.apart"),
    )  # fmt: skip


def of_months(months: Sequence[tuple[str, date, date, int, int, int]], labels: Labels) -> str:
    """Months of data sets: source, first and last day, people killed at least, best, at most."""
    deadliest = sorted(months, key=lambda m: -m[4])
    sources = list(dict.fromkeys(labels.quoted(month[0]) for month in months))
    told = [(labels.days(first, last), best) for _, first, last, _, best, _ in deadliest]
    return _joined(
        labels.t("chart.told.sources", list=_listed(sources, labels)),
        _span([m[1] for m in months], [m[2] for m in months], labels),
        _most("chart.told.deadliest", told, labels),
        _range([m[4] for m in months], labels),
        _unsure({"bounded": sum(m[3] != m[5] for m in months)}, labels),
        labels.t("chart.told.apart"),
    )


def _unsure_events(items: Iterable[Item]) -> dict[str, int]:
    rows = [(item, item.row) for item in items]
    return {
        "wide": sum(item.first != item.last for item, _ in rows),
        "approximate": sum(row.get("date_approximate") is True for _, row in rows),
        "inferred": sum(inferred(row) for _, row in rows),
        "not_held": sum(row.get("modality") != "actual" for _, row in rows),
    }


def _unsure(counted: Mapping[str, int], labels: Labels) -> str:
    """How many are uncertain in which way, or that none is."""
    told = [labels.t(f"chart.told.{name}", n=labels.number(n)) for name, n in counted.items() if n]
    if not told:
        return labels.t("chart.told.sure")
    return labels.t("chart.told.unsure", list=_listed(told, labels))


def _span(firsts: Sequence[date], lasts: Sequence[date], labels: Labels) -> str:
    if not firsts or not lasts:
        return ""
    first, last = labels.day(min(firsts)), labels.day(max(lasts))
    return labels.t("chart.told.span", first=first, last=last)


def _range(values: Sequence[int], labels: Labels) -> str:
    if len(set(values)) < 2:
        return ""
    low, high = labels.number(min(values)), labels.number(max(values))
    return labels.t("chart.told.range", low=low, high=high)


def _most(key: str, ordered: Iterable[tuple[str, int]], labels: Labels) -> str:
    """The first three as a sentence of the key."""
    told = [
        labels.t("chart.told.item", name=name, n=labels.number(n))
        for name, n in list(ordered)[:_TOP]
    ]
    return labels.t(key, list=_listed(told, labels)) if told else ""


def _falling(counted: tuple[str, int]) -> int:
    return -counted[1]


def _listed(told: Iterable[str], labels: Labels) -> str:
    return labels.t("chart.told.join").join(told)


def _joined(*sentences: str) -> str:
    """The sentences as plain text: names were escaped for a figure."""
    return html.unescape(" ".join(filter(None, sentences)))
