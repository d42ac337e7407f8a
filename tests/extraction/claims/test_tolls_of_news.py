"""Tolls as agencies, monitors and local pages tell them: each in its place, changed, found, by case."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

Figures = list[tuple[str, int | None, int | None]]


def figures(text: str) -> Figures:
    found = extract(Document("d", text, published=date(2018, 3, 16)))
    return [(claim.kind, claim.low, claim.high) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Each in its place.
        ("أدى القصف إلى مقتل 6 في الأولى و2 في الثانية.", [("killed", 6, 6), ("killed", 2, 2)]),
        ("شهيدان في جوبر وشهيدة في زملكا جراء القصف.", [("killed", 2, 2), ("killed", 1, 1)]),
        ("قتل 30 شخصاً، 12 منهم من أبناء القرية و9 من البدو.",
         [("killed", 30, 30), ("killed", 12, 12), ("killed", 9, 9)]),
        # A figure that was changed: the one that holds now.
        ("خفضت السلطات حصيلة التفجير من 121 قتيلاً إلى 100.", [("killed", 100, 100)]),
        ("ارتفعت الحصيلة من 12 قتيلاً إلى 19 قتيلاً.", [("killed", 19, 19)]),
        # Found dead; the bodies of many are not one.
        ("عثر السكان على جثة مجهولة الهوية قرب الجسر.", [("killed", 1, 1)]),
        ("قتل أو جرح أكثر من ألف طفل هذا العام.", [("casualties", 1000, None)]),
        # Cases.
        ("وثق المركز 28 حالة اعتقال في المخيم.", [("detained", 28, 28)]),
        ("رصدت اللجنة 550 حالة قتل خلال العام.", [("killed", 550, 550)]),
        # Who was there already, and of another fate.
        ("أكد المتحدث عدم تسجيل أي إصابات.", [("wounded", 0, 0)]),
        ("اعتقال عدد من المصابين من داخل المستشفى.", [("detained", 1, None)]),
        ("مقتل 158 شخصاً، و21 آخرون فقدوا في الانفجار.", [("killed", 158, 158), ("missing", 21, 21)]),
        # Of one household.
        ("ارتقى الصحفي إياد النجار وزوجته وطفلاهما في القصف.", [("killed", 4, 4)]),
        ("فارقت الطالبة رهف المقطري الحياة في المستشفى.", [("killed", 1, 1)]),
        ("توفيت السيدة ريم خالد بعد سقوط قذيفة على منزلها.", [("killed", 1, 1)]),
    ],
)  # fmt: skip
def test_told_of(text: str, expected: Figures) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("عثرت الشرطة على جثة 36 شخصاً قتلوا في الكازينو.", ("killed", 1, 1)),
        ("قال المتحدث إن القوات لم تقتل أي مدني هناك.", ("killed", 1, 1)),
        ("قتل المتمردون جنديين في الإقليم.", ("killed", 1, None)),
        ("مقتل ثلاثة وامرأة وطفلين في الهجوم في حين أصيب 40 آخرون.", ("wounded", 2, 2)),
    ],
)
def test_no_number_of_another(text: str, never: tuple[str, int | None, int | None]) -> None:
    assert figures(text), "nothing was read at all"
    assert never not in figures(text)


def scoped(text: str) -> list[tuple[int | None, str, date | None, date | None]]:
    found = extract(Document("d", text, published=date(2018, 3, 16)))
    return [(claim.low, claim.scope, claim.first, claim.last) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("وثق تقرير أممي مقتل 50 مدنياً في أيلول.", ("2017-09-01", "2017-09-30")),
        ("حصيلة شهر شباط: 88 قتيلاً.", ("2018-02-01", "2018-02-28")),
        ("قالت الشبكة إن 29 من المسعفين قتلوا في عام 2017.", ("2017-01-01", "2017-12-31")),
        ("سجلت المنظمة مقتل 12 صحفياً في كانون الثاني.", ("2018-01-01", "2018-01-31")),
    ],
)
def test_a_monitors_toll_of_a_month_or_year_is_a_running_total(
    text: str, days: tuple[str, str]
) -> None:
    ((_, scope, first, last),) = scoped(text)
    assert (scope, str(first), str(last)) == ("cumulative", *days)


@pytest.mark.parametrize(
    "text",
    [
        "وثقت الشبكة مقتل 50 مدنياً في مجزرة وقعت في أيلول.",
        "قتل 30 مدنياً في هجوم على السوق في كانون الثاني.",
        "أصيب ثلاثة في كانون الثاني بحسب تقرير للشرطة.",
        "أسفرت المعارك المستمرة منذ ثلاثة أيام في مأرب عن مقتل 62 شخصاً.",
    ],
)
def test_the_toll_of_one_deed_in_a_month_is_not(text: str) -> None:
    assert [scope for _, scope, _, _ in scoped(text)] == ["incident"]


def test_what_a_war_of_years_took_is_a_running_total() -> None:
    ((_, scope, first, _),) = scoped("أودت الحرب المستمرة منذ سبع سنوات بحياة 900 شخص.")
    assert (scope, first) == ("cumulative", date(2011, 1, 1))
