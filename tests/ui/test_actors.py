"""An actor's page says what the actor said, and nothing that another said."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.ui import actors


def stated(*rows):
    columns = ["scope", "kind", "unit", "published", "low"]
    made = pd.DataFrame([dict(zip(columns, row, strict=True)) for row in rows])
    return made.assign(published=pd.to_datetime(made["published"]))


def test_of_one_days_running_totals_the_largest_stands_first_then_earlier_ones():
    told = stated(
        ("cumulative", "killed", "people", "2014-08-23", 39_393),
        ("cumulative", "killed", "people", "2014-08-23", 191_369),
        ("cumulative", "killed", "people", "2013-06-14", 92_901),
        ("incident", "killed", "people", "2015-01-01", 12),
    )
    assert actors.newest_tolls(told, 2)["low"].tolist() == [191_369, 92_901]


@pytest.mark.parametrize("scope", ["incident", "subset"])
def test_a_part_of_a_toll_stands_only_where_nothing_else_does(scope):
    told = stated(
        (scope, "killed", "people", "2014-08-23", 7),
        ("subset", "killed", "people", "2018-08-23", 3),
    )
    assert actors.newest_tolls(told, 3)["low"].tolist() == ([7] if scope == "incident" else [3, 7])
