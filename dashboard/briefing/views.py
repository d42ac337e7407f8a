"""The parts a briefing can have: the figures of the pages, each with exactly the rows it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.briefing import browser, sheet, tables
from dashboard.briefing.land import map_svg
from dashboard.briefing.model import Part, Told, silent
from dashboard.briefing.paper import Paper
from dashboard.charts import periods
from dashboard.charts.casualties import MOST, cumulative_tolls, incident_claims
from dashboard.charts.claim_marks import claims_of, told_apart
from dashboard.charts.contradictions import contradicting_tolls, pages
from dashboard.charts.direction import FSI, PDI
from dashboard.charts.histogram import histogram, last_day
from dashboard.charts.labels import Labels, as_day
from dashboard.charts.meetings import meetings_map, places_of
from dashboard.charts.pairs import meeting_matrix, meeting_pairs
from dashboard.charts.reference import killed_each_month
from dashboard.charts.theme import Look
from dashboard.charts.timeline import timeline
from dashboard.filters import Filters
from dashboard.table import claim_choice, queries
from dashboard.table.contradictions import contradictions
from dashboard.table.reference import killed_by_month
from dashboard.table.store import Snapshot

VIEWS = (
    "histogram", "timeline", "cumulative", "incident", "disputed", "reference", "map", "pairs",
    "matrix",
)  # fmt: skip
"""What can be picked, in the order in which it is printed."""
OF_DATASETS = ("reference",)
"""Those that show data sets alone, for a table that has some."""

_SCALES = (1.12, 1.3, 1.5, 1.75)  # pixels of a figure a point: more fit, and are smaller
_PRINTED = {"chart.timeline.part": "briefing.timeline.part"}
_LIMITS = (500, 250, 120, 60)  # marks of a timeline, until they fit


class _Maker:
    """What every view is made from, asked of the table once."""

    def __init__(
        self, snapshot: Snapshot, filters: Filters, labels: Labels, paper: Paper, kind: str
    ) -> None:
        self.snapshot, self.filters = snapshot, filters
        self.labels, self.paper, self.kind = labels, paper, kind
        self._asked: dict[str, pd.DataFrame] = {}

    def _ask(self, question: str) -> pd.DataFrame:
        if question not in self._asked:
            self._asked[question] = getattr(queries, question)(self.snapshot, self.filters)
        return self._asked[question]

    def _fits(
        self, chart: Callable[..., go.Figure], title: str, unit: str = "", *, grows: bool = False
    ) -> Fitted:
        """The figure drawn large enough to read and small enough for its room on the sheet.

        A figure that ``grows`` with its rows says by itself how high it must be.
        """

        def drawn(wide: int, high: int | None) -> go.Figure:
            look = Look(width=wide, height=high, words=False)
            return chart(title=title, caption="", labels=_printed(self.labels), look=look)

        said = unit or "–"
        for scale in _SCALES:
            figure, said, size, wanted = self._at(scale, drawn, title, unit, said, grows)
            high = figure.layout.height
            if high <= wanted[1] + 1:
                same = wanted == size and high == size[1]
                return (figure if same else drawn(*wanted)), said, wanted, True
            if grows and scale == _SCALES[0]:
                # What does not fit where most does fits nowhere: no need to try what is between.
                figure, said, _, wanted = self._at(_SCALES[-1], drawn, title, unit, said, grows)
                high = figure.layout.height
                if high > wanted[1] + 1:
                    break
        return figure, said, (wanted[0], max(wanted[1], int(high))), False

    def _at(
        self, scale: float, drawn: Callable[[int, int | None], go.Figure], title: str, unit: str,
        said: str, grows: bool,
    ) -> tuple[go.Figure, str, tuple[int, int], tuple[int, int]]:  # fmt: skip
        """The figure at a scale, its unit, the size it was drawn in and the one it should have."""
        size = self._pixels(title, said, scale)
        figure = drawn(size[0], None if grows else size[1])
        said = unit or figure.layout.meta["unit"]
        return figure, said, size, self._pixels(title, said, scale)

    def _also(
        self, fitted: Fitted, chart: Callable[..., go.Figure], title: str, *said: str
    ) -> Fitted:
        """The figure with more in its unit line, where there is something to say."""
        more = [sentence for sentence in said if sentence]
        return self._fits(chart, title, " · ".join([fitted[1], *more])) if more else fitted

    def _left_out(self, what: str) -> str:
        """How many of the ``claims`` or ``encounters`` are too many to be asked for, in words."""
        n = self._beyond[("claims", "encounters").index(what)]
        return self.labels.counted(f"briefing.{what}.left_out", n) if n else ""

    @cached_property
    def _beyond(self) -> tuple[int, int]:
        return queries.left_out(self.snapshot, self.filters)

    def _pixels(self, title: str, unit: str, scale: float) -> tuple[int, int]:
        _, wide, high = sheet.room(title, unit, self.paper)
        return round(wide * scale), round(high * scale)

    def _part(
        self, name: str, title: str, fitted: Fitted, rows: pd.DataFrame, origin: Origin,
        note: str = "",
    ) -> Part:  # fmt: skip
        figure, unit, size, _ = fitted
        draw = map_svg if name == "map" else browser.figure_svg
        events, documents, sources = origin
        return Part(
            name=name, title=title, unit=unit, note=note, rows=rows,
            headings=[self.labels.t(f"briefing.column.{column}") for column in rows.columns],
            events=events, documents=documents, sources=sources, room=size, figure=figure,
            draw=partial(draw, figure, *size),
        )  # fmt: skip

    def histogram(self) -> Part | None:
        """Events by period and type."""
        first, last = periods.bulk(queries.histogram(self.snapshot, self.filters, "year"))
        if first is None or last is None:
            return None
        if self.filters.dated:
            counted = queries.histogram(self.snapshot, self.filters, "year")
            days = [as_day(day) or first for day in counted["period"]]
            first = self.filters.first or min(days)
            last = self.filters.last or last_day(max(days), "year")
        grain = periods.grain(first, last)
        counted = queries.histogram(self.snapshot, self.filters, grain)
        shown = counted if self.filters.dated else periods.among(counted, first, last)
        outside = int(counted["n"].sum() - shown["n"].sum())
        unit = self.labels.t(f"briefing.histogram.unit.{grain}")
        if outside:
            unit = f"{unit} {self.labels.counted('chart.histogram.outside', outside)}"
        title = self.labels.t("overview.histogram")
        fitted = self._fits(partial(histogram, shown, grain=grain, outside=outside), title, unit)
        ends = (None, None) if self.filters.dated else (first, last)
        return self._part(
            "histogram", title, fitted, tables.periods(shown, grain, self.labels),
            self._of_days(*ends),
        )  # fmt: skip

    def timeline(self) -> Part | None:
        """Events at their days, the latest where not all fit."""
        counts = queries.count(self.snapshot, self.filters)
        dated = counts.events - (0 if self.filters.dated else counts.undated)
        if not dated:
            return None
        title = self.labels.t("briefing.timeline")
        for limit in _LIMITS:
            events = queries.events(self.snapshot, self.filters, limit, max(0, dated - limit))
            drawn = partial(timeline, events, limit=limit, total=counts.events)
            fitted = self._fits(drawn, title, grows=True)
            if fitted[3]:
                break
        shown = _reported(events, set(_marked(fitted[0])))
        return self._part(
            "timeline", title, fitted, tables.events(shown, self.labels), _origin(shown)
        )

    def cumulative(self) -> Part | None:
        """Running totals as each source makes them."""
        return self._claims("cumulative", cumulative_tolls)

    def incident(self) -> Part | None:
        """Claims on single incidents."""
        return self._claims("incident", incident_claims)

    def _claims(self, scope: str, chart: Callable[..., go.Figure]) -> Part | None:
        frame = self._ask("claims")
        found = claims_of(frame, scope, self.kind, self.labels)
        if not found:
            return None
        shown, _ = told_apart(found, MOST)
        title = self.labels.t(f"casualties.{scope}", kind=self.labels.t(f"kind.{self.kind}"))
        drawn = partial(chart, frame, kind=self.kind)
        fitted = self._fits(drawn, title)
        fitted = self._also(fitted, drawn, title, self._left_out("claims"))
        return self._part(
            scope, title, fitted,
            tables.claims(shown, self.labels), _origin(pd.DataFrame([c.row for c in shown])),
        )  # fmt: skip

    def disputed(self) -> Part | None:
        """Happenings told with tolls that contradict one another, as many as fit."""
        found = claim_choice.disputed(
            contradictions(self._ask("claims")), self.kind, claim_choice.ClaimChoice()
        )
        if not found:
            return None
        kind = self.labels.t(f"kind.{self.kind}")
        title = self.labels.counted("casualties.disputed", len(found), kind=kind)
        high = self._pixels(title, "–", _SCALES[-1])[1]
        for most in range(len(pages(found, high, quoted=True)[0]), 0, -1):
            shown = found[:most]
            drawn = partial(contradicting_tolls, shown, quoted=True, more=len(found) - most)
            fitted = self._fits(drawn, title, grows=True)
            if fitted[3]:
                break
        if left := self._left_out("claims"):
            fitted = self._fits(drawn, title, f"{fitted[1]} · {left}", grows=True)
        claims = pd.DataFrame([row for one in shown for row in one.claims])
        rows = tables.disputed(shown, self.labels)
        origin = _origin(claims[claims["event_id"].isin(rows["event"])])
        return self._part("disputed", title, fitted, rows, origin)

    def reference(self) -> Part | None:
        """What data sets count a month, each by itself."""
        months = killed_by_month(self.snapshot, self.filters)
        if not months["n"].any():
            return None
        title = self.labels.t("reference.title")
        drawn = partial(killed_each_month, months)
        fitted = self._fits(drawn, title)
        said = []
        for source, own in months.groupby("source"):
            if wide := int(own["wide"].iloc[0]):
                deaths = self.labels.number(int(own["wide_best"].iloc[0]))
                name = _named(str(source))
                said.append(self.labels.counted("reference.wide", wide, source=name, deaths=deaths))
        named = months.groupby("source")["n"].sum().sort_values(ascending=False)
        asked = self.filters.with_(
            sources=tuple(named.index), actors=(), types=(), modalities=(), text="", reviewed=False
        )
        documents = int(queries.origins(self.snapshot, asked)["documents"].sum())
        return self._part(
            "reference", title, self._also(fitted, drawn, title, *said),
            tables.months(months, self.labels), (int(named.sum()), documents, list(named.index)),
            self.labels.t("reference.caption"),
        )  # fmt: skip

    def map(self) -> Part | None:
        """Places of encounters face to face."""
        met = self._ask("encounters")
        met = met[(met["mode"] != "phone") & met["place_lat"].notna()]
        places = places_of(met)
        if places.empty:
            return None
        title = self.labels.t("meetings.map")
        drawn = partial(meetings_map, places)
        fitted = self._fits(drawn, title)
        unnamed = _unnamed(fitted[0], places, self.labels)
        said = self.labels.t("briefing.map.unnamed", places=unnamed) if unnamed else ""
        fitted = self._also(fitted, drawn, title, said, self._left_out("encounters"))
        return self._part(
            "map", title, fitted,
            tables.places(places, self.labels), _origin(met), self.labels.t("chart.map.borders"),
        )  # fmt: skip

    def pairs(self) -> Part | None:
        """The pairs that met most often."""
        return self._who_met("pairs", meeting_pairs)

    def matrix(self) -> Part | None:
        """Who met whom among those who met most."""
        return self._who_met("matrix", meeting_matrix)

    def _who_met(self, name: str, chart: Callable[..., go.Figure]) -> Part | None:
        met = self._ask("encounters")
        who = {part["actor_id"]: part for parts in met["participants"] for part in parts or ()}
        title = self.labels.t(f"meetings.{name}")
        drawn = partial(chart, met)
        fitted = self._also(self._fits(drawn, title), drawn, title, self._left_out("encounters"))
        counted = list(_counted(fitted[0]))
        if not counted:
            return None
        together = [set(ids.split(",")) for ids, _ in counted]
        among = [
            any(pair <= {part["actor_id"] for part in parts or ()} for pair in together)
            for parts in met["participants"]
        ]
        rows = tables.pairs(counted, who, self.labels)
        return self._part(name, title, fitted, rows, _origin(met[among]))

    def _of_days(self, first: date | None, last: date | None) -> Origin:
        found = queries.origins(self.snapshot, self.filters, first, last)
        named = [str(source) for source in found["source"] if source]
        return int(found["n"].sum()), int(found["documents"].sum()), named


Fitted = tuple[go.Figure, str, tuple[int, int], bool]
Origin = tuple[int, int, list[str]]


def parts(
    picked: list[str],
    snapshot: Snapshot,
    filters: Filters,
    labels: Labels,
    paper: Paper,
    kind: str = "killed",
    told: Told = silent,
) -> list[Part]:
    """The picked views in the order of ``VIEWS``, without those that have nothing to show.

    ``kind`` is the kind of casualties of the two views that show claims.
    """
    maker = _Maker(snapshot, filters, labels, paper, kind)
    wanted = [name for name in VIEWS if name in picked]
    made: list[Part | None] = []
    for name in wanted:
        told(len(made) / len(wanted), "count", name)
        made.append(getattr(maker, name)())
    return [part for part in made if part is not None]


def _printed(labels: Labels) -> Labels:
    """The words of a figure without those that tell a reader of the page what to do."""
    return replace(labels, t=lambda key, **values: labels.t(_PRINTED.get(key, key), **values))


def _marked(figure: go.Figure) -> Iterator[str]:
    """The ids of the events that a figure has marks of."""
    for trace in figure.data:
        for row in trace.customdata if trace.customdata is not None else ():
            yield str(row[0])


def _reported(events: pd.DataFrame, marked: set[str]) -> pd.DataFrame:
    """The events that have a mark, and the other reports of the same that it stands for."""
    own = events["event_id"].isin(marked)
    same = pd.Series(zip(events["event_type"], events["cluster_id"], strict=True), events.index)
    folded = same.isin(set(same[own])) & events["cluster_id"].fillna("").ne("")
    return events[own | folded]


def _unnamed(figure: go.Figure, places: pd.DataFrame, labels: Labels) -> str:
    """The marks of a map beside which there is no room for a name, each with its name and number.

    On a page the pointer asks for it; on paper nothing does.
    """
    by_id = {str(row["place_id"]): row for row in places.to_dict("records")}
    named = {(trace.lat[0], trace.lon[0]) for trace in figure.data if "text" in trace.mode}
    said = []
    for trace in figure.data:
        marks = zip(trace.lat, trace.lon, trace.customdata, strict=True) if _has_ids(trace) else ()
        for lat, lon, (ids, n) in marks:
            if (lat, lon) not in named:
                which = labels.t("list.join").join(
                    tables.name(by_id[place], labels) for place in ids.split(",")
                )
                said.append(f"{which} ({labels.number(int(n))})")
    return labels.t("briefing.map.between").join(said)


def _named(source: str) -> str:
    return f"{FSI}{source}{PDI}"


def _has_ids(trace: go.Scattermap) -> bool:
    return trace.customdata is not None and len(trace.customdata) > 0


def _counted(figure: go.Figure) -> Iterator[tuple[str, float]]:
    """The pairs of ids in a figure of pairs or in half of a matrix, with their numbers."""
    grid = next((trace.z for trace in figure.data if trace.type == "heatmap"), ())
    for trace in figure.data:
        if trace.type == "bar":
            yield from ((row[0], n) for row, n in zip(trace.customdata, trace.x, strict=True))
        else:
            yield from ((ids, grid[y][x]) for x, y, ids in _cells(trace) if x < y and grid[y][x])


def _cells(trace: Any) -> Iterator[tuple[int, int, str]]:
    """The cells of a matrix that a trace names: column, row and the ids of the two."""
    if trace.customdata is None:
        return
    if trace.type == "heatmap":
        for y, row in enumerate(trace.customdata):
            yield from ((x, y, ids[0]) for x, ids in enumerate(row))
    else:
        for x, y, ids in zip(trace.x, trace.y, trace.customdata, strict=True):
            yield int(x), int(y), ids[0]


def _origin(rows: pd.DataFrame) -> Origin:
    """How many events and documents are among the rows, and of which sources."""
    documents = rows.drop_duplicates("doc_id")
    named: Mapping[str, int] = documents["source"].value_counts().to_dict()
    return rows["event_id"].nunique(), len(documents), [name for name in named if name]
