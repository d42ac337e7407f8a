"""The second of two compared periods: by default as many days before the first, and in the URL."""

from datetime import date

import pytest

from dashboard.ui.comparing import before, read


def test_by_default_the_days_before_are_as_many() -> None:
    first = (date(2016, 3, 1), date(2016, 3, 31))
    second = before(first)
    assert second == (date(2016, 1, 30), date(2016, 2, 29))
    assert second[1] - second[0] == first[1] - first[0]


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("2016-01-01/2016-02-01", (date(2016, 1, 1), date(2016, 2, 1))),
        ("2016-02-01/2016-01-01", (date(2016, 1, 1), date(2016, 2, 1))),
        ("1", None),
        ("2016-01-01", None),
        ("2016-13-01/2016-02-01", None),
        ("a/b/c", None),
    ],
)
def test_a_period_in_the_url_is_an_iso_interval(asked: str, days: tuple[date, date] | None) -> None:
    assert read(asked) == days
