"""A document's text is shown whole, marked, and never as markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ui.documents import turned
from dashboard.ui.highlight import LAYERS, Mark, as_html, marks
from dashboard.ui.i18n import catalogue

TAG = re.compile(r"<[^>]*>")


def plain(shown: str) -> str:
    import html

    return html.unescape(TAG.sub("", shown))


spans = st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(LAYERS))


@given(st.text(max_size=30), st.lists(spans, max_size=8))
def test_the_text_comes_back_whole(text, given_spans):
    found = [Mark(a, b, layer, 'said "so" <b>') for a, b, layer in given_spans]
    assert plain(as_html(text, found)) == text


def test_markup_in_the_text_stays_text():
    shown = as_html("<script>alert(1)</script> قال", [Mark(0, 8, "actors", "<img onerror=x>")])
    assert "<script" not in shown
    assert "<img" not in shown


def test_overlapping_marks_share_the_piece_they_both_cover():
    shown = as_html("abcdef", [Mark(0, 4, "dates", "d"), Mark(2, 6, "places", "p")])
    pieces = re.findall(r'<span class="([^"]*)"[^>]*>([^<]*)</span>', shown)
    assert [(("dates" in c), ("places" in c), text) for c, text in pieces] == [
        (True, False, "ab"), (True, True, "cd"), (False, True, "ef"),
    ]  # fmt: skip


def test_the_chosen_sentence_is_named_once():
    found = [
        Mark(0, 9, "events", "e", "one"),
        Mark(2, 4, "actors", "a"),
        Mark(9, 12, "events", "f", "two"),
    ]
    shown = as_html("123456789012", found, "one")
    assert shown.count('id="here"') == 1
    assert shown.index('id="here"') < shown.index("12")
    assert "m-here" not in shown.split("</span>")[-2]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_mark_explains_itself(language):
    words = catalogue(language)
    document = {
        "text": "قتل 14 شخصاً في حلب أمس",
        "mentions": {
            "dates": [{"start": 20, "end": 23, "text": "أمس", "kind": "date", "edtf": "2016-09-08",
                       "first": "2016-09-08", "last": "2016-09-08", "approximate": False,
                       "anchor": "2016-09-09", "rule": "yesterday", "notes": []}],
            "actors": [],
            "places": [{"start": 16, "end": 19, "name": "Aleppo", "name_ar": "حلب"}],
            "claims": [{"start": 4, "end": 12, "text": "14 شخصاً", "kind": "killed", "low": 14,
                        "best": 14, "high": 14, "approximate": False, "scope": "incident",
                        "asserted_by": "", "asserted_by_ar": "", "rule": "figure", "unit": "people"}],
        },
        "events": [{"event_id": "e", "event_type": "ASSAULT", "char_start": 0, "char_end": 23,
                    "date_first": None, "date_last": None, "participants": [], "rule": "deed",
                    "confidence": 0.83, "modality": "actual", "place_name": "Aleppo", "place_name_ar": "حلب"}],
    }  # fmt: skip
    said = {mark.layer: mark.says for mark in marks(document, words)}
    assert "EDTF 2016-09-08" in said["dates"] and "yesterday" in said["dates"]
    assert ("حلب" if language == "ar" else "Aleppo") in said["places"]
    assert "14" in said["claims"] and words.text("scope.incident") in said["claims"]
    assert "83" in said["events"] and "deed" in said["events"]


FIGURE = {
    "start": 0, "end": 4, "text": "14", "kind": "killed", "low": 14, "best": 14, "high": 14,
    "approximate": False, "scope": "incident", "unit": "people", "asserted_by": "Observatory",
    "asserted_by_ar": "المرصد", "rule": "casualty.verb", "victims": "", "first": None, "last": None,
}  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({}, ("read.exact", "rule.casualty.verb")),
        ({"approximate": True}, ("read.about",)),
        ({"high": None}, ("read.at_least",)),
        ({"best": None, "high": None}, ("read.vague",)),
        ({"low": None, "best": None}, ("read.up_to",)),
        ({"low": 10, "high": 20}, ("read.range",)),
        ({"victims": "children"}, ("victims.children",)),
        ({"scope": "cumulative", "first": "2011-03-15", "last": "2016-09-09"}, ("scope.cumulative", "read.period")),
        ({"rule": "casualty.of-tomorrow"}, ("read.exact",)),
    ],
)  # fmt: skip
def test_a_figure_says_how_it_was_read(language, fields, keys):
    words = catalogue(language)
    document = {
        "text": "14", "events": [],
        "mentions": {"dates": [], "actors": [], "places": [], "claims": [FIGURE | fields]},
    }  # fmt: skip
    [mark] = marks(document, words)
    for key in keys:
        said = re.split(r"\{\w+\}", words.text(key))
        assert all(part in mark.says for part in said), (key, mark.says)
    assert (FIGURE | fields)["rule"] in mark.says
    assert ("المرصد" if language == "ar" else "Observatory") in mark.says


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("الأحد 10 أيلول 2016", "note.weekday-mismatch"),
        ("أمس 9 سبتمبر 2016", "note.day-mismatch"),
        ("7 صفر 1430هـ الموافق 9 فبراير 2009", "note.calendar-mismatch"),
        ("26 يناير/شباط 2016", "note.twin-mismatch"),
        ("3/4/2016", "note.day-or-month"),
        ("الجمعة 7 ذي الحجة 1437هـ", "note.hijri-weekday"),
    ],
)
def test_what_is_odd_about_a_date_is_said(language, text, says):
    from dataclasses import asdict
    from datetime import date

    from dashboard.dates import find_dates
    from dashboard.ui import highlight

    [mention] = find_dates(text, date(2016, 9, 9))
    words = catalogue(language)
    assert words.text(says) in highlight._date_says(asdict(mention), words)


def test_a_paragraph_in_the_other_script_runs_its_own_way():
    text = "Kerry met Lavrov in Geneva.\n\nوالتقى كيري لافروف.\n2016\nThe end.\nثم"
    found = turned(text, arabic=False)
    assert [text[a:b] for a, b in found] == ["والتقى كيري لافروف.\n", "ثم"]
    shown = as_html(text, [Mark(20, 40, "events", "said")], turned=found)
    assert plain(shown) == text
    assert shown.count('<span class="turned">') == 2 and shown.endswith("ثم</span>")
    assert '<span class="turned"><span class="m m-events"' in shown
    assert turned("التقى كيري\nلافروف", arabic=True) == []
