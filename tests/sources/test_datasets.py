"""Data sets: every good row is an event with its own line, every bad one is named."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.model import CasualtyClaim, Event, Extraction
from dashboard.sources import SourceError, rows, ucdp, vdc
from dashboard.sources.rows import Part
from dashboard.ui.i18n import catalogue
from tests.sources.datasets import HEAD, ged, write, write_ged, write_vdc

SHARED = Path(os.environ.get("TAWQIT_SHARED") or Path(__file__).parents[3] / "shared") / "events"


def parts(found: list[Part | SourceError]) -> list[Extraction]:
    return [each.extraction for each in found if isinstance(each, Part)]


def messages(found: list[Part | SourceError]) -> list[str]:
    return [each.message for each in found if isinstance(each, SourceError)]


def only(path: Path) -> tuple[Event, list[CasualtyClaim], Extraction]:
    """The one event of a UCDP file, its claims and its document's reading."""
    (read,) = parts(list(ucdp.read(path)))
    (event,) = read.events
    return event, [read.claims[index] for index in event.claims], read


@pytest.mark.parametrize("name", ["ged_19.1.csv", "ged_19.1.csv.gz"])
def test_a_row_of_ucdp_says_who_when_where_and_how_many(tmp_path: Path, name: str) -> None:
    event, (killed, civilians), read = only(write_ged(tmp_path / name, ged(7)))
    assert (event.event_id, event.event_type, event.modality) == (
        "ucdp-ged-19.1:7",
        "ASSAULT",
        "actual",
    )
    assert (event.date.edtf, event.date.first, event.date.precision) == (
        "2016-09-10",
        date(2016, 9, 10),
        "day",
    )
    assert event.place and (event.place.id, event.place.name_ar) == ("geonames:170063", "حلب")
    assert [(p.actor_id, p.role) for p in event.participants] == [
        ("syria", "actor"), ("ucdp:syrian-insurgents", "actor"),
    ]  # fmt: skip
    assert (killed.kind, killed.scope, killed.low, killed.best, killed.high) == (
        "killed",
        "incident",
        3,
        4,
        6,
    )
    assert (civilians.scope, civilians.victims, civilians.best) == ("subset", "civilians", 2)
    assert killed.asserted_by == "UCDP"
    document = read.document
    assert (document.id, document.source) == ("ucdp-ged-19.1:syria:2016-09", "UCDP GED 19.1")
    assert (document.published, document.published_basis) == (None, "unknown")


def test_what_is_read_stands_where_the_text_says_it(tmp_path: Path) -> None:
    path = write_ged(
        tmp_path / "g.csv",
        ged(2, date_start="2016-09-20", side_b="HTS, Ahrar al-Sham", source_headline="two\nlines"),
        ged(1),
    )
    (read,) = parts(list(ucdp.read(path)))
    text = read.document.text
    assert [e.event_id for e in read.events] == ["ucdp-ged:1", "ucdp-ged:2"]  # in order of time
    for event in read.events:
        assert text[event.start : event.end] == event.quote
        assert "\n" not in event.quote and event.quote.startswith(f"id: {event.event_id[-1]} ")
    for mention in (*read.dates, *read.actors, *read.places, *read.claims):
        assert text[mention.start : mention.end] == mention.text
    assert {a.text for a in read.actors} >= {"HTS", "Ahrar al-Sham"}
    assert {c.text for c in read.claims} == {"low: 3 | best: 4 | high: 6", "deaths_civilians: 2"}


@pytest.mark.parametrize(
    ("cells", "edtf", "precision"),
    [
        ({"date_prec": 2, "date_start": "2016-09-10", "date_end": "2016-09-12"}, "2016-09-10/2016-09-12", "week"),
        ({"date_prec": 4, "date_start": "2016-09-01", "date_end": "2016-09-30"}, "2016-09", "month"),
        ({"date_prec": 5, "date_start": "2016-01-01", "date_end": "2016-12-31"}, "2016", "year"),
        ({"date_prec": 1, "date_start": "2016-09-10 00:00:00.000"}, "2016-09-10", "day"),
    ],
)  # fmt: skip
def test_a_day_that_is_not_known_stays_wide(
    tmp_path: Path, cells: dict[str, object], edtf: str, precision: str
) -> None:
    event, _, _ = only(write_ged(tmp_path / "g.csv", ged(1, **cells)))
    assert (event.date.edtf, event.date.precision) == (edtf, precision)


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"where_prec": 2}, ("geonames:170063", 2)),
        ({"where_prec": 4, "where_coordinates": "Daraa Governorate", "latitude": 32.9, "longitude": 36.2},
         ("tawqit:daraa-governorate", 4)),
        ({"where_prec": 6, "where_coordinates": "Syria", "latitude": 35, "longitude": 38}, ("geonames:163843", 6)),
        # Another name at the same point is another place.
        ({"where_coordinates": "Zzyzx village"}, ("ucdp:36.2012:37.1612:zzyzx-village", 1)),
    ],
)  # fmt: skip
def test_a_place_is_the_gazetteers_where_name_and_point_agree(
    tmp_path: Path, cells: dict[str, object], place: tuple[str, int]
) -> None:
    event, _, _ = only(write_ged(tmp_path / "g.csv", ged(1, **cells)))
    assert event.place and (event.place.id, event.place.precision) == place
    assert event.place.country == "SY"


@pytest.mark.parametrize(
    ("name", "lat", "lon", "prec", "place_id", "name_ar"),
    [
        # Two names, or one with other vowels, at the point: it is the place.
        ("Tadmur/Palmyra town", 34.5624, 38.28402, 1, "geonames:163808", "تدمر"),
        ("Jenderis town", 36.39496, 36.6889, 1, "geonames:169190", "جنديرس"),
        # A few km away, under the same name, it has the name alone.
        ("Eastern Ghouta", 33.5, 36.44, 2, "ucdp:33.5000:36.4400:eastern-ghouta", "الغوطة الشرقية"),
        # Iblin is nearer, and has its consonants.
        ("Balyun village", 35.69568, 36.50841, 1, "ucdp:35.6957:36.5084:balyun-village", "بليون"),
        # A district, an airport or another Palmyra is not the town.
        ("Tadmur district", 34.5624, 38.28402, 3, "ucdp:34.5624:38.2840:tadmur-district", ""),
        ("Palmyra airport", 34.60, 38.32, 1, "ucdp:34.6000:38.3200:palmyra-airport", ""),
        ("Palmyra", 35.5, 38.28, 1, "ucdp:35.5000:38.2800:palmyra", ""),
    ],
)  # fmt: skip
def test_a_place_has_the_arabic_name_of_the_one_that_is_there_and_no_guess(
    tmp_path: Path, name: str, lat: float, lon: float, prec: int, place_id: str, name_ar: str
) -> None:
    cells = {"where_coordinates": name, "latitude": lat, "longitude": lon, "where_prec": prec}
    event, _, _ = only(write_ged(tmp_path / "g.csv", ged(1, **cells)))
    assert event.place and (event.place.id, event.place.name_ar) == (place_id, name_ar)


def test_civilians_attacked_are_the_target(tmp_path: Path) -> None:
    row = ged(1, type_of_violence=3, side_a="IS", side_b="Civilians")
    event, _, _ = only(write_ged(tmp_path / "g.csv", row))
    assert [(p.actor_id, p.role) for p in event.participants] == [
        ("isis", "actor"),
        ("ucdp:civilians", "target"),
    ]


def test_an_estimate_outside_its_bounds_widens_the_claim(tmp_path: Path) -> None:
    _, (killed, *_), _ = only(write_ged(tmp_path / "g.csv", ged(1, low=20, best=40, high=20)))
    assert (killed.low, killed.best, killed.high) == (20, 40, 40)


def test_no_civilians_is_no_claim_on_them(tmp_path: Path) -> None:
    _, claims, _ = only(write_ged(tmp_path / "g.csv", ged(1, deaths_civilians=0)))
    assert [claim.scope for claim in claims] == ["incident"]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (ged(2, date_start="soon"), "`date_start` is «soon»"),
        (ged(2, date_start="2016-09-10", date_end="2016-09-01"), "`date_end` 2016-09-01 is before"),
        (ged(2, best="many"), "`best` is «many»"),
        (ged(2, low=-1), "`low` is «-1»"),
        (ged(2, best="nan"), "`best` is «nan»"),
        (ged(2, where_prec=9), "`where_prec` is «9»; give a whole number from 1 to 7"),
        (ged(2, latitude=136), "`latitude` is «136»"),
        (ged(2, side_a=" "), "`side_a` is empty"),
        (ged(1), "`id` 1 stands on line 2 already"),
        (["2", "2016"], "2 cells where the first line has 41"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_and_the_good_ones_are_kept(
    tmp_path: Path, bad: dict[str, str] | list[str], said: str
) -> None:
    path = write_ged(tmp_path / "g.csv", ged(1), bad, ged(3))
    found = list(ucdp.read(path))
    (message,) = messages(found)
    assert message.startswith(f"{path}:3: ") and said in message
    assert [e.event_id for read in parts(found) for e in read.events] == [
        "ucdp-ged:1",
        "ucdp-ged:3",
    ]


def test_a_missing_column_is_named_with_the_file_and_the_remedy(tmp_path: Path) -> None:
    head = [name for name in HEAD if name not in ("best", "side_b")]
    path = write(tmp_path / "g.csv", head, [ged(1)])
    assert messages(list(ucdp.read(path))) == [
        f"{path}: no column `side_b`, `best` in its first line; give {ucdp.WHAT}"
    ]


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("gone.csv", None, "no such file"),
        ("empty.csv", b"", "holds no rows"),
        ("cut.csv.gz", b"\x1f\x8b\x08\x00\x00\x00", "a damaged .gz"),
        ("latin.csv", ",".join(HEAD).encode() + b"\n\xff\xfe", "not UTF-8"),
        ("folder.csv", "", "directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, name: str, raw: bytes | str | None, said: str
) -> None:
    path = tmp_path / name
    if isinstance(raw, bytes):
        path.write_bytes(raw)
    elif raw is not None:
        path.mkdir()
    (message,) = messages(list(ucdp.read(path)))
    assert message.startswith(f"{path}: ") and said in message


def test_months_and_countries_are_documents_of_their_own(tmp_path: Path) -> None:
    path = write_ged(
        tmp_path / "ged191.csv", ged(1), ged(2, date_start="2016-10-01"), ged(3, country="Iraq")
    )
    ids = [read.document.id for read in parts(list(ucdp.read(path)))]
    assert ids == ["ucdp-ged:syria:2016-09", "ucdp-ged:iraq:2016-09", "ucdp-ged:syria:2016-10"]


def test_a_day_of_the_vdc_is_an_event_a_cause(tmp_path: Path) -> None:
    path = write_vdc(
        tmp_path / "vdc.csv", {"day": "2013-08-21", "Chemical Weapon": "9.0", "Detention": "2"},
        {"day": "2013-08-22"}, {"day": "2013-09-01", "Siege": "1"},
    )  # fmt: skip
    august, september = parts(list(vdc.read(path)))
    assert (august.document.id, august.document.source) == ("vdc:2013-08", "VDC")
    assert (
        august.document.text
        == "day: 2013-08-21 | Chemical Weapon: 9 | Detention: 2\n\nday: 2013-08-22"
    )
    assert [(e.event_type, e.mode) for e in (*august.events, *september.events)] == [
        ("ASSAULT", "chemical"), ("COERCE", "detention"), ("COERCE", "siege"),
    ]  # fmt: skip
    for event, claim in zip(august.events, august.claims, strict=True):
        assert event.quote == august.document.text[event.start : event.end]
        assert claim.text == august.document.text[claim.start : claim.end]
        assert (claim.kind, claim.scope, claim.asserted_by) == ("killed", "incident", "VDC")
    assert [c.best for c in august.claims] == [9, 2]


def test_a_bad_day_of_the_vdc_is_named(tmp_path: Path) -> None:
    path = write_vdc(
        tmp_path / "vdc.csv", {"day": "2013-08-21", "Siege": "1"}, {"day": "2013-08-22", "Siege": "0.5"},
        {"day": "2013-08-21", "Siege": "1"},
    )  # fmt: skip
    found = list(vdc.read(path))
    assert [message[len(str(path)) :][:18] for message in messages(found)] == [
        ":3: `Siege` is «0.",
        ":4: `day` 2013-08-",
    ]
    assert len(parts(found)[0].events) == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the publishers' files are not in {SHARED}")
def test_the_published_files_are_read_whole() -> None:
    events = list(ucdp.read(SHARED / "ucdp_ged_syria_19.1.csv.gz"))
    assert not messages(events)
    assert sum(len(read.events) for read in parts(events)) == 16_566
    days = list(vdc.read(SHARED / "vdc_casualties_by_cause_by_day.csv"))
    assert not messages(days)
    assert sum(claim.best or 0 for read in parts(days) for claim in read.claims) == 137_475


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_pages_say_why_a_row_is_left_out_in_their_own_language(
    tmp_path: Path, language: str
) -> None:
    words = catalogue(language)
    told = "".join(Path(room.__file__).read_text(encoding="utf-8") for room in (rows, ucdp, vdc))
    codes = {a or b for a, b in re.findall(r'BadRow\(\s*"(\w+)"|_error\(path, \w+, "(\w+)"', told)}
    assert len(codes) == 13
    assert [code for code in codes if f"add.wrong.rows.{code}" not in words.texts] == []
    bad = [
        ged(1, date_start="قريباً"), ged(2), ged(2), ged(3, latitude="99"), ged(4, best="x"),
        ged(5, date_start="2016-09-10", date_end="2016-09-01"), ged(6, country=""),
    ]  # fmt: skip
    found = [
        f for f in ucdp.read(write_ged(tmp_path / "g.csv", *bad)) if isinstance(f, SourceError)
    ]
    assert sorted(f.code.removeprefix("rows.") for f in found) == [
        "count", "day", "degrees", "empty", "order", "twice",
    ]  # fmt: skip
    for problem in found:
        said = words.text(f"add.wrong.{problem.code}", **problem.details)
        assert "{" not in said
        assert all(str(value) in said for value in problem.details.values()), said
