"""Bare weekdays in English: what is to come and what was, by the verb of their clause."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.dates import find_dates

PUBLISHED = date(2023, 12, 6)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Thursday he is to receive his Iranian counterpart.", "2023-12-07"),
        ("The leaders are to meet on Sunday.", "2023-12-10"),
        ("Putin is expected in Ankara on Friday.", "2023-12-08"),
        ("Putin plans to host the president on Friday.", "2023-12-08"),
        ("On Friday, Putin will host the president.", "2023-12-08"),
        ("He said he would meet the envoy on Monday.", "2023-12-11"),
        ("The hearing was postponed to Friday.", "2023-12-08"),
        ("The vote was put off until Monday.", "2023-12-11"),
        ("The summit opens on Saturday.", "2023-12-09"),
        ("Ministers prepare for a conference planned for Sunday.", "2023-12-10"),
        ("Talks will resume Monday.", "2023-12-11"),
        ("He will travel to Cairo after visiting Doha on Friday.", "2023-12-08"),
        ("He will meet the families after the bombing on Friday.", "2023-12-01"),
        ("Iran has until Friday to answer.", "2023-12-08"),
        ("Parliament convenes Tuesday to pick a speaker.", "2023-12-12"),
        ("Thursday's talks will focus on aid.", "2023-12-07"),
        ("Thursday's attack killed 12.", "2023-11-30"),
        ("Talks resumed Monday.", "2023-12-04"),
        ("On Friday, Putin hosted the president in Moscow.", "2023-12-01"),
        ("Putin, who will host the president, said on Thursday that he was ready.", "2023-11-30"),
        ("A truce that expired on Friday will be renewed.", "2023-12-01"),
        ("More than 80 people were killed on Monday in the attack.", "2023-12-04"),
        ("Shells hit the market on Tuesday.", "2023-12-05"),
        ("The army has held the town since Sunday.", "2023-12-03"),
    ],
)
def test_weekday(text: str, expected: str) -> None:
    assert [mention.edtf for mention in find_dates(text, PUBLISHED)] == [expected]
