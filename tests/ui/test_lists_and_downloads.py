"""Lists show claims as their sources make them, and nothing of a document runs as code."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.table.queries import Choice, Choices
from dashboard.ui import export, lists, sidebar

ROOT = Path(__file__).parents[2]


def claims(*rows):
    columns = ["scope", "kind", "unit", "published", "asserted_by", "low"]
    made = pd.DataFrame([dict(zip(columns, row, strict=True)) for row in rows])
    return made.assign(last=made["published"])


def test_latest_tolls_put_the_newest_running_total_first():
    told = claims(
        ("incident", "killed", "people", pd.Timestamp("2018-01-01"), "A", 5),
        ("cumulative", "killed", "people", pd.Timestamp("2016-01-01"), "B", 250_000),
        ("cumulative", "killed", "people", pd.Timestamp("2017-01-01"), "C", 300_000),
        ("subset", "killed", "people", pd.Timestamp("2018-02-01"), "C", 3),
        ("cumulative", "displaced", "families", pd.Timestamp("2018-02-01"), "C", 9),
    )
    assert lists.latest_tolls(told, 3)["low"].tolist() == [300_000, 250_000, 5]


def test_a_toll_without_a_day_of_publication_is_as_new_as_its_event():
    told = claims(
        ("incident", "killed", "people", pd.NaT, "A", 5), ("incident", "killed", "people", pd.NaT, "A", 7)
    ).assign(last=[pd.Timestamp("2016-01-01"), pd.Timestamp("2017-01-01")])  # fmt: skip
    assert lists.latest_tolls(told, 3)["low"].tolist() == [7]


def test_latest_tolls_name_each_speaker_once():
    told = claims(
        ("cumulative", "killed", "people", pd.Timestamp("2016-01-01"), "B", 250_000),
        ("cumulative", "killed", "people", pd.Timestamp("2017-01-01"), "B", 300_000),
    )
    assert lists.latest_tolls(told, 3)["low"].tolist() == [300_000]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_spreadsheet_runs_nothing_of_ours(cell):
    assert export.harmless(cell) == f"'{cell}"


def test_values_the_table_does_not_have_are_dropped():
    choices = Choices(
        actors=(Choice("john-kerry", "John Kerry", "جون كيري", 3),), places=(), types=(),
        modalities=(), sources=(), first=None, last=None,
    )  # fmt: skip
    asked = Filters(actors=("john-kerry", "nobody"), places=("nowhere",), text="هدنة")
    assert sidebar.known(asked, choices) == Filters(actors=("john-kerry",), text="هدنة")


@pytest.mark.parametrize("page", sorted(ROOT.glob("pages/*/*.py")), ids=lambda p: p.stem)
def test_a_page_fits_one_screen(page):
    assert len(page.read_text(encoding="utf-8").splitlines()) < 80
