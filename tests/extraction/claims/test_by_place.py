"""A toll told once more town by town is told in parts, each in its town and none twice."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Extraction


def read(text: str) -> Extraction:
    return extract(Document("d", text, published=date(2013, 6, 2)))


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("ما أسفر عن مقتل 12 مدنياً: 7 في سرمين و5 في بنش.", 12, [7, 5]),
        ("قتل 20 شخصاً، 12 في حلب و8 في إدلب.", 20, [12, 8]),
        ("سقط 20 شهيداً: 12 في حلب، 5 في إدلب، 3 في حماة.", 20, [12, 5, 3]),
        ("مقتل 9 أشخاص، 5 منهم في سرمين و4 في بنش.", 9, [5, 4]),
        ("ارتقى 6 شهداء؛ 4 في خان يونس و2 في رفح.", 6, [4, 2]),
        # In a sentence of its own, and not all of them.
        ("وثقت اللجان 80 قتيلاً. 30 في حماة، و14 في دمشق وريفها، و13 في حلب، و12 في درعا، "
         "و5 في حمص، وقتيل في الرقة.", 80, [30, 14, 13, 12, 5]),
    ],
)  # fmt: skip
def test_parts_by_town(text: str, whole: int, parts: list[int]) -> None:
    claims = read(text).claims
    assert [c.low for c in claims if c.scope == "incident"] == [whole]
    assert [c.low for c in claims if c.scope == "subset"] == parts


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("قتل 8 في حمص و5 في حلب و3 في إدلب.", [8, 5, 3]),
        ("أصيب 9 مدنيين، 4 في سرمين و6 في بنش.", [9, 4, 6]),  # no parts of it: they are more
    ],
)
def test_towns_that_make_up_no_whole_have_incidents(text: str, figures: list[int]) -> None:
    assert [(c.low, c.scope) for c in read(text).claims] == [(n, "incident") for n in figures]


def test_each_part_is_in_its_town_and_the_whole_in_none_of_them() -> None:
    found = read("سقط 20 شهيداً: 12 في حلب، 5 في إدلب، 3 في حماة.")
    towns = {
        found.claims[k].low: event.place and event.place.name
        for event in found.events
        for k in event.claims
    }
    assert towns == {20: None, 12: "Aleppo", 5: "Idlib", 3: "Hama"}
