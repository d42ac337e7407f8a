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
        ("It began five years ago.", ["2011~"]),
        ("It happened three months ago.", ["2016-06~"]),
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
        ("They fought between 5 and 7 March 2016.", ["2016-03-05/2016-03-07"]),
        ("They fought on 5 and 7 March 2016.", ["{2016-03-05,2016-03-07}"]),
        ("It began on the 17th of October, 2015.", ["2015-10-17"]),
        ("It began on 3rd May.", ["2016-05-03"]),
        ("It happened in the 1980s.", ["198X"]),
        ("It happened in the late 1990s.", ["1997~/1999~"]),
        ("It ended in the summer of 2014.", ["2014-22"]),
        ("It ended last spring.", ["2016-21"]),
        ("It fell in the first quarter of 2016.", ["2016-33"]),
        ("It fell in the second half of last year.", ["2015-07/2015-12"]),
        ("It ended late last year.", ["2015-10~/2015-12~"]),
        ("It ends by the end of the month.", ["2016-09-21~/2016-09-30~"]),
        ("It began with the 2011 uprising.", ["2011"]),
        ("Since the September 11 attacks nobody came.", ["2001-09-11"]),
        ("They met last night and meet again tonight.", ["2016-09-11", "2016-09-12"]),
        ("They met on 3 May. The next day they met again.", ["2016-05-03", "2016-05-04"]),
        ("They will meet this weekend.", ["2016-09-17~/2016-09-18~"]),
        ("The truce was extended until June 1.", ["2017-06-01"]),
        ("They promise elections by next June.", ["2017-06"]),
        ("By early October the patrols should begin.", ["2016-10-01~/2016-10-10~"]),
        ("They agreed on a pause that ends on Tuesday.", ["2016-09-13"]),
        ("Shelling between 2006 and 2008 emptied it.", ["2006/2008"]),
        ("It happened last March.", ["2016-03"]),
        ("He came in March and May.", ["2016-03", "2016-05"]),
        ("They voted to suspend him by Wednesday.", ["2016-09-14"]),
        ("It happened in the last two days.", ["2016-09-10~/2016-09-12~"]),
        ("It began on the 3rd of last month.", ["2016-08-03"]),
        ("Talks begin on the 28th of this month.", ["2016-09-28"]),
        ("They fought from July 3 to 5.", ["2016-07-03/2016-07-05"]),
        ("They fought between July 3 and 5.", ["2016-07-03/2016-07-05"]),
        ("He fled between July 3 and 12 people followed.", ["2016-07-03"]),
        ("They met on Tuesday last week.", ["2016-09-06"]),
        ("They meet on Tuesday next week.", ["2016-09-20"]),
        ("They met on Friday of last week.", ["2016-09-09"]),
        ("They meet this coming Monday.", ["2016-09-19"]),
        ("Chaos followed Gaddafi's 2011 overthrow.", ["2011"]),
        ("It followed the 2014 presidential election.", ["2014"]),
        ("It began in April of last year.", ["2015-04"]),
        ("It began in November last year.", ["2015-11"]),
        ("It began on 3 May last year.", ["2015-05-03"]),
        ("It began in March of this year.", ["2016-03"]),
        ("It begins in June next year.", ["2017-06"]),
        ("They stressed the need to hold the vote in December.", ["2016-12"]),
        ("They fought on August 21 and 22.", ["2016-08-21/2016-08-22"]),
        ("They met on August 21 and 22 people came.", ["2016-08-21"]),
        ("Talks resume Thursday.", ["2016-09-15"]),
        # No dates.
        ("They met every Friday. Black Friday came.", []),
        ("The coming elections will be held.", []),
        ("The talks last two days.", []),
        ("He left before the end of the march.", []),
        ("The 4th and 5th Brigades left; 5 to 10 people died.", []),
        ("The first half was better than the second half.", []),
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
