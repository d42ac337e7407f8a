"""The rows behind a figure, as a reader can take them further: one column a fact, days as days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.charts.claim_marks import Claim, one_claim
from dashboard.charts.contradictions import MOST_QUOTED, drawn, happening
from dashboard.charts.histogram import last_day
from dashboard.charts.labels import Labels, as_count, as_day
from dashboard.charts.periods import Grain
from dashboard.charts.signed import signature
from dashboard.table.contradictions import Contradiction

Row = Mapping[Any, Any]


def name(row: Row, labels: Labels, column: str = "name") -> str:
    """A row's name in the language, else in the other, as plain text."""
    found = [row.get(f"{column}_ar"), row.get(column)]
    names = [value for value in found if isinstance(value, str) and value]
    return (names[0] if labels.rtl else names[-1]) if names else ""


def names(parts: Iterable[Row] | None, labels: Labels) -> str:
    """The names of several, joined."""
    return labels.t("list.join").join(name(part, labels) for part in parts or ())


def periods(counted: pd.DataFrame, grain: Grain, labels: Labels) -> pd.DataFrame:
    """Events by period and type, of the histogram."""
    rows = []
    for row in counted.to_dict("records"):
        first = as_day(row["period"])
        if first is not None:
            rows.append(
                (first, last_day(first, grain), labels.t(f"type.{row['event_type']}"), row["n"])
            )
    return pd.DataFrame(rows, columns=["first", "last", "type", "events"])


def events(frame: pd.DataFrame, labels: Labels) -> pd.DataFrame:
    """Events, of the timeline."""
    rows = [
        {
            "first": as_day(row["date_first"]), "last": as_day(row["date_last"]),
            "type": labels.t(f"type.{row['event_type']}"),
            "modality": labels.t(f"modality.{row['modality']}"),
            "who": names(row["participants"], labels), "place": name(row, labels, "place_name"),
            "quote": row["quote"], "source": row["source"], "published": as_day(row["published"]),
            "document": row["doc_id"], "event": row["event_id"],
            "by_analyst": signature(row, labels, str),
        }
        for row in frame.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(rows)


def claims(shown: Iterable[Claim], labels: Labels) -> pd.DataFrame:
    """Casualty claims, each as its source makes it; nothing is added up."""
    rows = [
        {
            "day": claim.day, "low": claim.low, "best": as_count(claim.row.get("best")),
            "high": claim.high, "figure": claim.words,
            "kind": labels.t(f"kind.{claim.row['kind']}"),
            "scope": labels.t(f"scope.{claim.row['scope']}"),
            "since": as_day(claim.row.get("first")),
            "said_by": name(claim.row, labels, "asserted_by"),
            "victims": labels.victims(claim.row.get("victims")),
            "place": name(claim.row, labels, "place_name"),
            # An analyst's claim stands on the analyst's reason, which no article says.
            "quote": claim.row.get("analyst_why") or claim.row["quote"],
            "source": claim.row["source"],
            "published": as_day(claim.row["published"]), "document": claim.row["doc_id"],
            "event": claim.row["event_id"], "by_analyst": signature(claim.row, labels, str),
        }
        for claim in shown
    ]  # fmt: skip
    return pd.DataFrame(rows).astype(dict.fromkeys(("low", "best", "high"), "Int64"))


def disputed(found: Iterable[Contradiction], labels: Labels) -> pd.DataFrame:
    """The claims of happenings that are told differently, figure by figure, those drawn."""
    rows = []
    for number, one in enumerate(found, 1):
        for telling in drawn(one, MOST_QUOTED)[0]:
            given = claims((one_claim(row, labels) for row in telling.claims), labels)
            given.insert(0, "happening", number)
            given.insert(1, "about", happening(one, labels))
            for column, told in (("stands", telling.stands), ("sure", one.sure)):
                said = labels.t(f"briefing.{column}.{'yes' if told else 'no'}")
                given.insert(2, column, said)
            rows.append(given)
    return pd.concat(rows, ignore_index=True)


def months(counted: pd.DataFrame, labels: Labels) -> pd.DataFrame:
    """People killed a month as each data set counts them, of the reference series."""
    rows = []
    for row in counted.to_dict("records"):
        first = as_day(row["period"])
        if first is not None:
            ends = (first, last_day(first, "month"))
            rows.append((row["source"], *ends, row["low"], row["best"], row["high"], row["n"]))
    columns = ["source", "first", "last", "low", "estimate", "high", "rows"]
    return pd.DataFrame(rows, columns=columns)


def places(frame: pd.DataFrame, labels: Labels) -> pd.DataFrame:
    """Places with their encounters, of the map."""
    rows = [
        {
            "place": name(row, labels), "country": labels.country(str(row["country"])),
            "lat": float(row["lat"]), "lon": float(row["lon"]), "encounters": int(row["n"]),
            "who": names(row["who"], labels), "first": as_day(row["first"]),
            "last": as_day(row["last"]),
        }
        for row in frame.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(rows)


def pairs(counted: Iterable[tuple[str, float]], who: Mapping[str, Row], labels: Labels) -> Any:
    """Pairs that met; ``counted`` has their two ids, comma-joined, and how often."""
    rows = []
    for ids, n in counted:
        first, second = ids.split(",")
        rows.append((name(who[first], labels), name(who[second], labels), int(n)))
    return pd.DataFrame(rows, columns=["one", "other", "encounters"])
