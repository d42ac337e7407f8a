"""The article of 9 September 2016: every date, the toll, the five encounters, the statements."""

import json
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Extraction

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
ARTICLE = SHARED / "000_26315c06c95c515a.txt"
OURS = Path(__file__).resolve().parents[2] / "data/dispatches/2016-09-09-geneva-kerry-lavrov.md"
K, L, M = "John Kerry", "Sergey Lavrov", "Staffan de Mistura"
ENCOUNTERS = {
    (frozenset({K, L}), "meeting", "Geneva", "2016-09-09", "2016-09-09"),
    (frozenset({M, L}), "meeting", "Geneva", "2016-09-08", "2016-09-08"),
    (frozenset({K, L}), "phone", None, "2016-09-08", "2016-09-08"),
    (frozenset({K, L}), "meeting", "China", "2016-09-04", "2016-09-05"),
    (frozenset({K, L}), "meeting", "Geneva", "2016-08-26", "2016-08-26"),
}


def _read(path: Path) -> Extraction:
    from dashboard.sources import read

    (document,) = read(path, published=date(2016, 9, 9))
    assert isinstance(document, Document)
    return extract(document)


@pytest.fixture(scope="module")
def article() -> Extraction:
    if not ARTICLE.exists():
        pytest.skip(
            f"the article {ARTICLE.name} is not on this machine: its text is not ours to copy"
        )
    return _read(ARTICLE)


@pytest.fixture(scope="module")
def ours() -> Extraction:
    return _read(OURS)


def _encounters(extraction: Extraction) -> list[tuple[object, ...]]:
    return [
        (
            frozenset(p.name for p in e.participants),
            e.mode,
            e.place.name if e.place else None,
            str(e.date.first),
            str(e.date.last),
        )
        for e in extraction.events
        if e.event_type == "CONSULT"
    ]


def _toll(extraction: Extraction) -> tuple[object, ...]:
    (claim,) = [c for c in extraction.claims if (c.low or 0) >= 1000]
    return claim.kind, claim.low, claim.high, claim.scope


def _speakers(extraction: Extraction) -> set[tuple[str, str]]:
    return {
        (e.participants[0].name, str(e.date.first))
        for e in extraction.events
        if e.event_type == "STATEMENT" and e.participants
    }


def test_every_date_of_the_article(article: Extraction) -> None:
    gold = next(
        row
        for row in map(json.loads, (SHARED / "gold.jsonl").open(encoding="utf-8"))
        if row["id"] == ARTICLE.stem
    )
    expected = [(d["start"], d["end"], d["kind"], d["first"], d["last"]) for d in gold["dates"]]
    read = [
        (d.start, d.end, d.kind, d.first and str(d.first), d.last and str(d.last))
        for d in article.dates
    ]
    assert read == expected


def test_five_encounters_each_once(article: Extraction) -> None:
    read = _encounters(article)
    assert len(read) == 5
    assert set(read) == ENCOUNTERS


def test_toll_is_at_least_260_thousand_cumulative(article: Extraction) -> None:
    assert _toll(article) == ("killed", 260_000, None, "cumulative")


def test_statements(article: Extraction) -> None:
    assert {
        ("John Kirby", "2016-09-08"),
        ("Ashton Carter", "2016-09-08"),
        (M, "2016-09-09"),
    } <= _speakers(article)


def test_an_anonymous_speaker_is_not_given_to_the_next_name(article: Extraction) -> None:
    # «قال مستشارون يرافقون وزير الخارجية الأميركي»: Kerry's advisers spoke, not Kerry.
    assert K not in {name for name, _ in _speakers(article)}


@pytest.mark.parametrize("source", ["article", "ours"])
def test_demanded_violence_is_never_actual(source: str, request: pytest.FixtureRequest) -> None:
    extraction: Extraction = request.getfixturevalue(source)
    violence = [e for e in extraction.events if e.event_type in ("ASSAULT", "COERCE")]
    assert [e.quote for e in violence if e.modality == "actual"] == []
    assert any(e.event_type == "DEMAND" for e in extraction.events)


def test_our_own_dispatch_has_the_same_encounters(ours: Extraction) -> None:
    read = _encounters(ours)
    assert len(read) == 5
    assert set(read) == ENCOUNTERS


def test_our_own_dispatch_has_the_toll(ours: Extraction) -> None:
    assert _toll(ours) == ("killed", 260_000, None, "cumulative")


def test_every_span_is_the_text_it_says(article: Extraction) -> None:
    text = article.document.text
    for item in (*article.dates, *article.claims, *article.actors, *article.places):
        assert text[item.start : item.end] == item.text
    for event in article.events:
        assert text[event.start : event.end] == event.quote


def test_ids_are_the_same_on_every_reading(ours: Extraction) -> None:
    again = _read(OURS)
    assert [e.event_id for e in again.events] == [e.event_id for e in ours.events]
    assert len({e.event_id for e in ours.events}) == len(ours.events)
