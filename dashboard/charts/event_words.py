"""An event in words: its short name on a figure and what its hover says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.charts.direction import escape
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.signed import signature
from dashboard.charts.theme import hover_lines
from dashboard.charts.wording import claim_words

Row = Mapping[str, Any]


def participants(row: Row, labels: Labels, most: int = 4) -> list[str]:
    """The names of an event's participants, each once, "and n more" after ``most``."""
    people = row.get("participants")
    named = [labels.name(p) for p in people] if isinstance(people, Sequence) else []
    names = list(dict.fromkeys(name for name in named if name))
    if len(names) <= most:
        return names
    return [*names[:most], labels.counted("chart.and_more", len(names) - most)]


def claims_in_words(row: Row, labels: Labels, most: int = 2, *, signed: bool = False) -> list[str]:
    """The event's own claims in words with their nouns; subsets are left to the reader page.

    ``signed`` says behind a claim of an analyst whose it is.
    """
    claims = row.get("claims")
    if not isinstance(claims, Sequence):
        return []
    own = [claim for claim in claims if claim.get("scope") != "subset"]
    return [
        claim_words(
            c.get("low"), c.get("best"), c.get("high"), labels=labels, kind=str(c["kind"]),
            approximate=bool(c.get("approximate")), text=str(c.get("text") or ""),
            unit=c.get("unit") or "people",
        )
        + (f" ({by})" if signed and c.get("by_analyst") and (by := signature(c, labels)) else "")
        for c in own[:most]
    ]  # fmt: skip


def short_name(row: Row, labels: Labels) -> str:
    """The event in a few words: who and where for a consultation, else what and where."""
    place = labels.name(row, "place_name")
    if row["event_type"] == "CONSULT":
        people = participants(row, labels, 99)
        what = labels.t("chart.between").join(people[:2])
        if len(people) > 2:
            what = f"{what} {labels.t('chart.map.more', n=labels.number(len(people) - 2))}"
    else:
        what = "; ".join(claims_in_words(row, labels, 1))
    what = what or labels.t(f"type.{row['event_type']}")
    return labels.t("chart.list").join(part for part in (what, place) if part)


def event_hover(row: Row, labels: Labels) -> str:
    """What, by which analyst, when, who, where, how many, the sentence, its source, by lines."""
    kind = labels.t(f"type.{row['event_type']}")
    mode = str(row.get("mode") or "")
    if row["event_type"] == "CONSULT" and mode:
        kind = labels.t(f"mode.{mode}")
    modality = str(row.get("modality") or "actual")
    if modality != "actual":
        kind = f"{kind} · {labels.t(f'modality.{modality}')}"
    when = labels.days(row.get("date_first"), row.get("date_last"))
    if row.get("date_approximate") is True:
        when = labels.t("chart.about_date", days=when)
    if inferred(row):
        when = labels.t("chart.inferred_date", days=when)
    quote = str(row.get("quote") or "")
    published = as_day(row.get("published"))
    origin = [labels.quoted(row.get("source")), labels.day(published) if published else ""]
    return hover_lines(
        [
            f"<b>{kind}</b>",
            signature(row, labels),
            when,
            labels.t("chart.list").join(participants(row, labels)),
            labels.name(row, "place_name"),
            *claims_in_words(row, labels, signed=True),
            f"«{escape(quote)}»" if quote else "",
            " · ".join(part for part in origin if part),
        ]
    )


def inferred(row: Row) -> bool:
    """Whether the event's date was not read in its text but taken from the publication date."""
    return row.get("date_basis") in ("published", "narrative")
