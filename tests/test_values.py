"""Values that only the type checker freezes are still equal and hashed by what they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.model import DateMention, Document


def test_values_are_equal_and_hashed_by_what_they_hold() -> None:
    one = DateMention(0, 3, "أمس", "date", first=date(2018, 4, 1))
    same = DateMention(0, 3, "أمس", "date", first=date(2018, 4, 1))
    assert one == same
    assert len({one, same, replace(one, end=4)}) == 2


def test_a_value_takes_no_other_field() -> None:
    assert not hasattr(Document("1", "نص"), "__dict__")
