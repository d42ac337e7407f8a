"""Every row of the date words is readable, and no month name means two months."""

from __future__ import annotations

import tomllib

from dashboard.dates.lexicon import LANGUAGE, folded_words, lexicon


def test_no_month_name_means_two_months():
    with (LANGUAGE / "months.toml").open("rb") as file:
        rows = tomllib.load(file)["month"]
    seen: dict[tuple[str, ...], tuple[str, int]] = {}
    for row in rows:
        for press, names in row.items():
            if press in ("number", "calendar"):
                continue
            for name in names:
                month = (row["calendar"], row["number"])
                assert seen.setdefault(folded_words(name), month) == month, name


def test_every_month_of_every_calendar_has_a_name():
    values = {
        (month.calendar, month.number)
        for entries in lexicon().months.table.values()
        for _, month in entries
    }
    assert values == {(c, n) for c in ("gregorian", "hijri", "solar") for n in range(1, 13)}


def test_every_weekday_has_a_name():
    assert set(lexicon().weekdays.values()) == set(range(7))


def test_no_word_is_past_and_future():
    with (LANGUAGE / "tense.toml").open("rb") as file:
        raw = tomllib.load(file)
    assert not set(raw["past"]) & (set(raw["future"]) | set(raw["scheduled"]))
