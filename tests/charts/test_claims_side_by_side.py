"""Claims as figures: no word on another in dense data, contradictions as they are told."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.casualties import MOST as MOST_CLAIMS
from dashboard.charts.casualties import cumulative_tolls, incident_claims
from dashboard.charts.claim_marks import claims_of, common_days
from dashboard.charts.contradictions import MOST, contradicting_tolls, drawn, happening, pages
from dashboard.charts.direction import isolate
from dashboard.charts.measure import fitted, text_size
from dashboard.charts.placement import Box
from dashboard.charts.theme import Look
from dashboard.table.contradictions import Contradiction, contradictions
from dashboard.ui.i18n import catalogue
from dashboard.ui.wording import labels
from tests.table.test_contradictions import at_least, framed, told

NAMES = (
    ("Syrian Observatory for Human Rights", "المرصد السوري لحقوق الإنسان"), ("UN", "الأمم المتحدة"),
    ("Office of the High Commissioner", "مفوضية الأمم المتحدة السامية لحقوق الإنسان"), ("Ban", "بان كي مون"),
)  # fmt: skip


def dressed(language: str = "en", **look: Any) -> dict[str, Any]:
    words = labels(catalogue(language))
    return {"title": "T", "caption": "C", "labels": words, "look": Look(words=False, **look)}


def dense(scope: str, seed: int) -> pd.DataFrame:
    """Sixty claims close in time and size, of long and short names, bounded in every way."""
    chance = Random(seed)
    rows = []
    for n in range(60):
        day = str(date(2013, 1, 1) + timedelta(days=chance.randrange(400)))
        figure = chance.choice((90, 100_000, 110_000, 240_000)) + chance.randrange(9_000)
        bounds = chance.choice(((figure,) * 3, at_least(figure), (figure, figure, 2 * figure)))
        name, name_ar = chance.choice(NAMES)
        rows.append(
            told(bounds, name, asserted_by_ar=name_ar, scope=scope, event_id=f"e{n}", last=day,
                 date_first=day, date_last=day, published=day, start=n)
        )  # fmt: skip
    return framed(*rows)


class Pixels:
    """Where a figure's points and words lie in pixels, read from the figure itself."""

    def __init__(self, figure: go.Figure, width: int) -> None:
        layout = figure.layout
        self.wide = width - layout.margin.l - layout.margin.r
        self.high = layout.height - layout.margin.t - layout.margin.b
        self.days = [pd.Timestamp(day) for day in layout.xaxis.range]
        self.low, self.top = layout.yaxis.range
        self.log = layout.yaxis.type == "log"

    def at(self, x: str, y: float) -> tuple[float, float]:
        across = (pd.Timestamp(x) - self.days[0]) / (self.days[1] - self.days[0])
        return across * self.wide, (y - self.low) / (self.top - self.low) * self.high

    def word(self, said: Any) -> Box:
        x, y = self.at(said.x, said.y)
        wide, high = text_size(said.text, said.font.size)
        x, y = x + said.xshift, y + said.yshift
        left = x - wide * {"left": 0, "center": 0.5, "right": 1}[said.xanchor]
        bottom = {"bottom": y, "top": y - high, "middle": y - high / 2}[said.yanchor]
        return Box(left, bottom, left + wide, bottom + high)

    def marks(self, figure: go.Figure) -> list[Box]:
        found = []
        for trace in figure.data:
            for x, value in (
                zip(trace.x, trace.y, strict=True) if trace.customdata is not None else ()
            ):
                across, up = self.at(x, math.log10(value) if self.log else value)
                found.append(Box(across - 4, up - 4, across + 4, up + 4))
        return found

    def lines(self, figure: go.Figure) -> list[Box]:
        """The steps from total to total, and the stems of incidents."""
        found = []
        for trace in figure.data:
            steps = "lines" in trace.mode and trace.customdata is not None
            if not steps and (trace.hoverinfo != "skip" or trace.line.width != 1.2):
                continue
            for one, other in pairwise(zip(trace.x, trace.y, strict=True)):
                if None in (*one, *other):
                    continue
                (x, y), (end, up) = (
                    self.at(day, math.log10(n) if self.log else n) for day, n in (one, other)
                )
                found += [Box(x, y, end, y), Box(end, min(y, up), end, max(y, up))]
        return found

    def ticks(self, figure: go.Figure) -> list[Box]:
        found = []
        for value, text in zip(
            figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True
        ):
            up = self.at(str(self.days[0]), math.log10(value) if self.log else value)[1]
            found.append(Box(0, up, text_size(text, 13)[0], up + 16))
        return found


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(("width", "height"), [(358, 288), (1036, 214), (1036, 150)])
@pytest.mark.parametrize("chart", [cumulative_tolls, incident_claims])
def test_no_word_lies_on_another_a_mark_a_line_or_the_axis(
    chart: Any, language: str, width: int, height: int
) -> None:
    written = 0
    for seed in range(3):
        claims = dense("cumulative" if chart is cumulative_tolls else "incident", seed)
        figure = chart(claims, **dressed(language, width=width, height=height))
        pixels = Pixels(figure, width)
        words = [pixels.word(said) for said in figure.layout.annotations]
        assert not [pair for pair in combinations(words, 2) if pair[0].meets(pair[1])]
        lines = pixels.lines(figure)
        assert lines or chart is cumulative_tolls
        others = [*pixels.marks(figure), *pixels.ticks(figure), *lines]
        assert not [word for word in words for other in others if word.meets(other)]
        assert all(word.left >= 0 and word.right <= pixels.wide for word in words)
        written += len(words)
    assert written


def test_totals_and_incidents_stand_on_the_same_days() -> None:
    totals, incidents = dense("cumulative", 1), dense("incident", 2)
    late = {"last": "2015-06-01", "date_first": "2015-06-01", "date_last": "2015-06-01"}
    incidents.loc[incidents.index[-1], list(late)] = list(late.values())
    both = pd.concat([totals, incidents])
    dress = dressed(width=900)
    known = [
        claims_of(both, scope, "killed", dress["labels"]) for scope in ("cumulative", "incident")
    ]
    days = common_days(*known, most=MOST_CLAIMS)
    axes = [
        chart(both, known=claims, days=days, **dress).layout.xaxis
        for chart, claims in zip((cumulative_tolls, incident_claims), known, strict=True)
    ]
    assert axes[0].range == axes[1].range
    assert axes[0].tickvals == axes[1].tickvals
    assert axes[0].range[0] < min(str(c.day) for claims in known for c in claims)
    assert axes[0].range[1] > "2015-06-01"
    assert common_days([], [], most=MOST_CLAIMS) is None


@pytest.mark.parametrize(
    "text", ["", "100,191", "مفوضية الأمم المتحدة", "أكثر من 100 ألفاً", "Œuvre ☃"]
)
def test_a_text_is_as_wide_as_its_letters(text: str) -> None:
    width, height = text_size(text, 13)
    assert text_size(text, 26) == pytest.approx((2 * width, 2 * height))
    assert text_size(f"<b>{text}</b>", 13)[0] >= width
    assert text_size(f"{text}<br>{text}", 13)[0] == pytest.approx(width)
    assert text_size(isolate(text), 13)[0] == pytest.approx(width)
    assert fitted(text, 13, width + 1) == text


def test_joined_letters_are_narrower_than_letters_alone() -> None:
    assert text_size("سسس", 13)[0] < 3 * text_size("س", 13)[0]
    assert text_size("لا", 13)[0] < text_size("ل", 13)[0] + text_size("ا", 13)[0]


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    short = fitted("مفوضية الأمم المتحدة لحقوق الإنسان", 13, 90)
    assert short.endswith("…") and text_size(short, 13)[0] <= 90


@pytest.mark.parametrize("room", range(8, 60, 2))
def test_what_is_cut_holds_no_half_sign_and_leaves_nothing_open(room: int) -> None:
    cut = fitted("\u2067مجلس &lt;البلدة&gt; &amp; ريفها\u2069 من جديد", 13, room)
    assert not re.search(r"&(?!amp;|lt;|gt;)", cut)
    assert cut.count("\u2067") == cut.count("\u2069")


QUOTE = "قال المرصد إن <b>86</b> شخصاً قتلوا في البلدة"


def raid(**more: Any) -> list[Contradiction]:
    return contradictions(
        framed(
            told(58, "Ministry", asserted_by_ar="الوزارة", **more),
            told(at_least(86), "Observatory", asserted_by_ar="المرصد", quote=QUOTE, text="86", start=14, end=16, **more),
            told((100, 110, 120), "Town & council", asserted_by_ar="المجلس", **more),
            told(20, "Ministry", asserted_by_ar="الوزارة", published="2017-04-04", **more),
        )
    )  # fmt: skip


def test_victims_that_no_catalogue_knows_are_written_as_they_are() -> None:
    words = labels(catalogue("en"))
    assert "(&lt;b&gt;miners)" in happening(raid(victims="<b>miners")[0], words)
    assert "(children)" in happening(raid(victims="children")[0], words)


def marks(figure: go.Figure) -> go.Scatter:
    (found,) = (trace for trace in figure.data if trace.customdata is not None)
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_contradiction_is_a_row_of_its_figures(language: str) -> None:
    figure = contradicting_tolls(raid(), **dressed(language, width=680))
    trace = marks(figure)
    # 20, 58, at least 86, 100–120, and the two ends of that range.
    assert [round(x * 120) for x in trace.x] == [20, 58, 86, 110, 100, 120]
    outward = "triangle-left" if language == "ar" else "triangle-right"
    assert list(trace.marker.symbol[:4]) == ["square", "square", outward, "square"]
    paper, ink = Look().palette.paper, Look().palette.ink
    assert list(trace.marker.color[:4]) == [paper, ink, ink, ink], "updated figures are hollow"
    reach = figure.layout.xaxis.range
    assert (reach[0] > reach[1]) is (language == "ar")
    assert list(trace.customdata[2])[1] == "claims-14-16"
    texts = [annotation.text for annotation in figure.layout.annotations]
    assert len(texts) == 5
    assert "4" in figure.layout.meta["unit"]


def test_a_contradiction_is_told_with_every_claim_and_speaker() -> None:
    rows = (told(4, "paper 1"), told(32, "paper 2"), told(32, "paper 3", doc_id="other"))
    said = contradicting_tolls(contradictions(framed(*rows)), **dressed()).layout.meta
    assert said["unit"].startswith("drawn: 3 claims")
    assert said["told"].startswith("Claims: 3; those who make them: 3.")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hovering_gives_the_exact_words_who_and_when(language: str) -> None:
    hover = marks(contradicting_tolls(raid(), **dressed(language))).hovertext[2]
    plain = re.sub("[\u2066-\u2069]|<br>|</?b>", " ", hover)
    assert "&lt;b&gt;" in hover and "<b>86</b>" in hover
    for said in ("المرصد", "2017") if language == "ar" else ("Observatory", "2017"):
        assert said in plain
    updated = marks(contradicting_tolls(raid(), **dressed(language))).hovertext[0]
    words = catalogue(language).text("chart.disputed.updated.long").split()
    assert all(word in updated for word in words)


def test_the_ends_are_drawn_where_figures_are_many_and_pages_hold_them_all() -> None:
    rows = [told(10 * n, f"paper {n}") for n in range(1, 12)]
    (one,) = contradictions(framed(*rows))
    shown, more = drawn(one)
    assert (len(shown), more) == (MOST, 11 - MOST)
    assert {shown[0].first["best"], shown[-1].first["best"]} == {10, 110}
    made = pages([one] * 7, 470)
    assert sum(map(len, made)) == 7 and all(made)
    assert pages([], 470) == []


def test_nothing_contradicts_is_a_sentence_that_says_why() -> None:
    figure = contradicting_tolls([], **dressed())
    assert not figure.data
    assert "no contradiction" in re.sub("<br>", " ", figure.layout.annotations[-1].text)
