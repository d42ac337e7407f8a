"""Dates as English articles write them, counted from a Monday."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.dates import find_dates

PUBLISHED = date(2016, 9, 12)  # a Monday


def days(text: str) -> list[str]:
    return [mention.edtf for mention in find_dates(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 9 September 2016.", ["2016-09-09"]),
        ("They met on September 9, 2016.", ["2016-09-09"]),
        ("They met on Sept. 9.", ["2016-09-09"]),
        ("They met on Friday.", ["2016-09-09"]),
        ("They will meet on Friday.", ["2016-09-16"]),
        ("They met last Friday.", ["2016-09-09"]),
        ("They meet next Friday.", ["2016-09-16"]),
        ("They met yesterday.", ["2016-09-11"]),
        ("They met the day before yesterday.", ["2016-09-10"]),
        ("They met two days ago.", ["2016-09-10"]),
        ("It began five years ago.", ["2011"]),
        ("It happened three months ago.", ["2016-06"]),
        ("It happened last month.", ["2016-08"]),
        ("It happened last year.", ["2015"]),
        ("It happened in June.", ["2016-06"]),
        ("It began in March 2011.", ["2011-03"]),
        ("It began in early March 2011.", ["2011-03-01~/2011-03-10~"]),
        ("Since mid-June 2016 nobody came.", ["2016-06-11~/2016-06-20~"]),
        ("It ended at the end of 2015.", ["2015-10~/2015-12~"]),
        ("They fought from March 2011 to May 2012.", ["2011-03/2012-05"]),
        ("Between March 2011 and May 2012 they fought.", ["2011-03/2012-05"]),
        ("He served from 2011 to 2013.", ["2011/2013"]),
        ("It happened over the past two weeks.", ["2016-08-29~/2016-09-12~"]),
        ("It happened in the past 24 hours.", ["2016-09-11~/2016-09-12~"]),
        ("It happened over the weekend.", ["2016-09-10~/2016-09-11~"]),
        # No dates.
        ("He flew from Amman to Cairo.", []),
        ("The past is gone, in the end of it all.", []),
        ("They may march against the plan.", []),
        ("It took 3 days.", []),
        ("The last man left this town.", []),
        ("He left long ago.", []),
    ],
)
def test_english_dates(text: str, expected: list[str]) -> None:
    assert [d for d in days(text) if d] == expected


def test_without_a_publication_date_nothing_is_guessed() -> None:
    (mention,) = find_dates("They met last Friday.", None)
    assert mention.first is None and mention.edtf == ""
