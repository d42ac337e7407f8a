"""The crosswalk: only what ACLED and UCDP themselves have, and never a running total."""

from __future__ import annotations

import pytest

from dashboard.model import CasualtyClaim
from dashboard.table.crosswalk import CROSSWALK_COLUMNS, crosswalk
from tests.table.building import GENEVA, claim, event, on


@pytest.mark.parametrize(
    ("claims", "acled", "low", "best", "high"),
    [
        ([claim(14)], 14, 14, 14, 14),
        ([claim(14), claim(20)], 14, 14, None, 20),
        ([claim(7, high=None)], 7, 7, 7, None),
        ([claim(10, best=None, high=None)], 10, 10, None, None),
        ([claim(14), claim(14, 80, asserted_by="SOHR")], 14, 14, 14, 14),
        ([claim(260_000, scope="cumulative")], None, None, None, None),
        ([claim(3, scope="subset")], None, None, None, None),
        ([claim(30, kind="wounded")], None, None, None, None),
        ([claim(5, unit="families")], None, None, None, None),
        ([], None, None, None, None),
    ],
)
def test_fatalities(
    claims: list[CasualtyClaim],
    acled: int | None,
    low: int | None,
    best: int | None,
    high: int | None,
) -> None:
    found = crosswalk(event("e", "ASSAULT", on("2016-09-08")), claims)
    figures = [found[f"ucdp_{name}"] for name in ("low", "best", "high")]
    assert [found["acled_fatalities"], *figures] == [acled, low, best, high]


@pytest.mark.parametrize(
    ("first", "last", "prec"),
    [
        ("2016-09-08", "2016-09-08", 1),
        ("2016-09-08", "2016-09-10", 2),
        ("2016-09-05", "2016-09-11", 3),
        ("2016-09-01", "2016-09-30", 4),
        ("2016-01-01", "2016-12-31", 5),
        ("2011-01-01", "2016-12-31", None),
    ],
)
def test_date_prec(first: str, last: str, prec: int | None) -> None:
    found = crosswalk(event("e", "ASSAULT", on(first, last), place=GENEVA), [])
    assert (found["ucdp_date_prec"], found["ucdp_where_prec"]) == (prec, 1)


@pytest.mark.parametrize(
    ("kind", "mode", "modality", "expected"),
    [
        ("ASSAULT", "airstrike", "actual", "Explosions/Remote violence"),
        ("ASSAULT", "", "actual", None),
        ("ASSAULT", "airstrike", "demanded", None),
        ("PROTEST", "", "actual", "Protests"),
        ("AGREE", "", "historical", "Strategic developments"),
        ("CONSULT", "meeting", "actual", None),
    ],
)
def test_acled_event_type(kind: str, mode: str, modality: str, expected: str | None) -> None:
    found = crosswalk(event("e", kind, mode=mode, modality=modality), [])
    assert found["acled_event_type"] == expected
    assert set(found) == set(CROSSWALK_COLUMNS)
