"""From mention to mention in the order of the text, and what the chosen one says."""

from __future__ import annotations

import re

import pytest

from dashboard.ui import steps
from dashboard.ui.highlight import LAYERS, Mark, as_html

FOUND = [
    Mark(0, 20, "events", "first event", "e1"),
    Mark(2, 4, "actors", "one"),
    Mark(6, 8, "dates", "day"),
    Mark(10, 12, "actors", "two"),
    Mark(15, 18, "actors", "three"),
]
FIRST, DAY, SECOND, THIRD = FOUND[1], FOUND[2], FOUND[3], FOUND[4]


@pytest.mark.parametrize(
    ("at", "way", "expected"),
    [
        (None, 1, FIRST), (None, -1, None), (None, 0, FIRST),
        (FIRST, 1, SECOND), (SECOND, -1, FIRST), (FIRST, -1, None), (THIRD, 1, None),
        (DAY, 1, SECOND), (DAY, -1, FIRST), (DAY, 0, SECOND), (THIRD, 0, THIRD),
    ],
)  # fmt: skip
def test_the_next_mention_of_a_layer_from_anywhere(at, way, expected):
    assert steps.neighbour(FOUND, "actors", at, way) is expected


def test_stepping_on_passes_every_mention_once():
    at, passed = None, []
    while (at := steps.neighbour(FOUND, "actors", at, 1)) is not None:
        passed.append(at)
    assert passed == [FIRST, SECOND, THIRD]


def test_a_layer_behind_the_chosen_place_opens_at_its_last_mention():
    assert steps.neighbour(FOUND, "dates", THIRD, 0) is DAY
    assert steps.neighbour(FOUND, "claims", THIRD, 0) is None


def test_two_people_meant_by_one_word_are_one_stop_that_names_both():
    [stop] = steps.stops([Mark(0, 3, "actors", "Kerry"), Mark(0, 3, "actors", "Lavrov")])
    assert stop.says.split("\n") == ["Kerry", "Lavrov"]


def test_two_events_of_one_sentence_stay_two_stops():
    two = [Mark(0, 9, "events", "toll", "e1"), Mark(0, 9, "events", "statement", "e2")]
    assert steps.stops(two) == two


@pytest.mark.parametrize(
    ("value", "shown"),
    [("", LAYERS), ("none", ()), ("dates,events", ("dates", "events")), ("nonsense", LAYERS)],
)
def test_a_link_names_the_layers_it_shows(value, shown):
    assert steps.asked_layers(value) == shown


def test_what_is_said_of_words_is_escaped_with_them():
    said = steps.explained("<b>x</b>", Mark(0, 8, "actors", "<i>y</i>\nrule"))
    assert "<b>" not in said and "<i>" not in said
    assert "&lt;b&gt;x&lt;/b&gt;" in said and "rule" in said


def test_the_chosen_mention_is_the_current_one_once_and_marked_to_its_end():
    shown = as_html("0123456789abcdefghij", FOUND, "", DAY.key)
    assert shown.count('aria-current="true"') == 1
    assert f'data-at="{DAY.key}"' in shown
    assert re.findall(r'<span class="[^"]*m-now[^"]*"[^>]*>([^<]*)<', shown) == ["67"]


def test_a_chosen_event_is_one_current_place_over_all_its_pieces():
    event = FOUND[0]
    shown = as_html("0123456789abcdefghij", FOUND, event.event_id, event.key)
    assert shown.count('aria-current="true"') == 1
    assert "m-now" not in shown  # its sentence is marked as the chosen event's
    assert shown.count("m-here") == shown.count("<span")


def test_the_keyboard_reaches_every_mark_that_has_words_of_its_own():
    shown = as_html("0123456789abcdefghij", FOUND)
    reached = re.findall(r'data-mark="([^"]*)" tabindex="(-1|0)" role="button"', shown)
    assert sorted(key for key, _ in reached) == sorted(m.key for m in FOUND)
    assert [at for _, at in reached] == ["0", *["-1"] * (len(FOUND) - 1)]


def test_tab_comes_to_the_chosen_mention():
    for at in FOUND:
        shown = as_html("0123456789abcdefghij", FOUND, "", at.key)
        assert shown.count('tabindex="0"') == 1
        assert re.search(rf'tabindex="0" role="button"[^>]* data-at="{at.key}"', shown)
