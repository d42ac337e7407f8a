"""Claims that an analyst corrects in every part, takes away, or adds with the words of the text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from dashboard.filters import Filters
from dashboard.table import queries, reviewing
from dashboard.table.store import EventTable
from dashboard.table.wishes import CorrectionError
from tests.table.building import build, claim, event, on

WHY = {"who": "ليلى", "why": "يقول النص غير ذلك"}
QUOTE = "وقُتل 14 شخصاً في حلب وجُرح سبعة أطفال."
KNOWN = {"start": 31, "end": 41, "kind": "killed"}


@pytest.fixture
def struck(table: EventTable) -> EventTable:
    attack = event(
        "e2", "ASSAULT", on("2016-09-08"), quote=QUOTE, start=31, end=31 + len(QUOTE), claims=(0,)
    )
    table.append([build("d1", attack, claims=(claim(14),))])
    return table


def claims(table: EventTable) -> list[dict[str, Any]]:
    found = queries.event(table.snapshot(), "e2")
    assert found
    return list(found["claims"])


def undo(table: EventTable) -> None:
    held = next(e for e in reviewing.log(table.snapshot()) if e.undone is None)
    table.undo(held.entry.id, who="سمير")


def test_kind_scope_victims_and_speaker_are_corrected_and_come_back(struck: EventTable) -> None:
    before = claims(struck)
    wish = KNOWN | {
        "as_kind": "wounded", "scope": "cumulative", "victims": "civilians",
        "asserted_by": "بشار الأسد", "approximate": True, "high": "",
    }  # fmt: skip
    struck.correct("e2", {"claims": [wish]}, **WHY)
    (now,) = claims(struck)
    assert [now[n] for n in ("kind", "scope", "victims", "approximate", "low", "high")] == [
        "wounded", "cumulative", "civilians", True, 14, None
    ]  # fmt: skip
    assert (now["asserted_by"], now["asserted_by_ar"]) == ("Bashar al-Assad", "بشار الأسد")
    (logged,) = reviewing.log(struck.snapshot())
    assert (logged.entry.was[0]["kind"], logged.entry.now[0]["kind"]) == ("killed", "wounded")
    # Its kind is another now: a second correction finds it by that.
    struck.correct("e2", {"claims": [KNOWN | {"kind": "wounded", "as_kind": "casualties"}]}, **WHY)
    assert claims(struck)[0]["kind"] == "casualties"
    undo(struck)
    undo(struck)
    assert claims(struck) == before


def test_whose_word_an_event_and_its_claims_are_is_kept_with_them(struck: EventTable) -> None:
    event = queries.event(struck.snapshot(), "e2")
    assert event and (event["analyst"], event["analyst_on"]) == ("", None)
    assert "by_analyst" not in event["claims"][0]
    struck.correct(
        "e2", {"claims": [KNOWN | {"best": 20, "high": 20, "as_kind": "wounded"}]}, **WHY
    )
    struck.judge("e2", "confirmed", who="سامر")
    today = datetime.now(UTC).date()
    held = queries.events(struck.snapshot(), Filters()).to_dict("records")[0]
    assert (held["review"], held["analyst"], held["analyst_on"].date()) == (
        "corrected",
        "ليلى",
        today,
    )
    mark = {n: held["claims"][0][n] for n in ("by_analyst", "analyst", "analyst_on", "analyst_why")}
    assert mark == {"by_analyst": "corrected", "analyst": "ليلى", "analyst_on": today,
                    "analyst_why": WHY["why"]}  # fmt: skip
    (told,) = queries.claims(struck.snapshot(), Filters()).to_dict("records")
    assert (told["by_analyst"], told["analyst"], told["analyst_on"].date()) == (
        "corrected", "ليلى", today
    )  # fmt: skip
    # Taken back, nobody's word is left but that of who confirmed it.
    struck.undo(next(e.id for e in reviewing.entries(struck.snapshot()) if e.field == "claims"),
                who="سامر")  # fmt: skip
    held = queries.events(struck.snapshot(), Filters()).to_dict("records")[0]
    assert (held["review"], held["analyst"]) == ("confirmed", "سامر")
    assert "by_analyst" not in held["claims"][0]


def test_a_claim_that_is_shown_with_another_row_stays_the_analysts(table: EventTable) -> None:
    rows = (event(name, "ASSAULT", on("2016-09-08"), quote=QUOTE, start=31, end=31 + len(QUOTE),
                  claims=(n,)) for n, name in enumerate(("e2", "e3")))  # fmt: skip
    table.append([build("d1", *rows, claims=(claim(14), claim(7, 50)))])
    wish = {"start": 50, "end": 60, "kind": "killed", "best": 9, "high": 9}
    table.correct("e3", {"claims": [wish]}, **WHY)
    table.merge(["e2", "e3"], who="سامر", why="الحدث نفسه")
    one, other = claims(table)
    assert "by_analyst" not in one
    assert (other["best"], other["by_analyst"], other["analyst"]) == (9, "corrected", "ليلى")
    undo(table)
    assert [c["best"] for c in claims(table)] == [14]


def test_a_wrong_claim_is_taken_away_and_can_come_back(struck: EventTable) -> None:
    struck.correct("e2", {"claims": [KNOWN | {"removed": True}]}, **WHY)
    assert claims(struck) == []
    assert queries.claims(struck.snapshot(), Filters()).empty
    undo(struck)
    assert [c["best"] for c in claims(struck)] == [14]


def test_an_added_claim_stands_on_its_words_and_is_marked_as_an_analysts(
    struck: EventTable,
) -> None:
    wish = {
        "added": True,
        "text": "سبعة أطفال",
        "as_kind": "wounded",
        "best": "7",
        "victims": "children",
    }
    struck.correct("e2", {"claims": [wish]}, **WHY)
    added = claims(struck)[1]
    assert [added[n] for n in ("low", "best", "high", "kind", "victims")] == [
        7, 7, 7, "wounded", "children"
    ]  # fmt: skip
    assert QUOTE[added["start"] - 31 : added["end"] - 31] == "سبعة أطفال"
    told = queries.claims(struck.snapshot(), Filters())
    assert told.set_index("kind")["by_analyst"].to_dict() == {"killed": "", "wounded": "added"}
    by = told[["analyst", "analyst_why"]].to_numpy().tolist()
    assert sorted(by) == [["", ""], list(WHY.values())]
    assert added["analyst_on"] == datetime.now(UTC).date()
    # The same sentence further down in a new version of the text.
    moved = event(
        "e2", "ASSAULT", on("2016-09-08"), quote=QUOTE, start=50, end=50 + len(QUOTE), claims=(0,)
    )
    struck.append([build("d1", moved, claims=(claim(14, 50),), text="…" * 50 + QUOTE, version="2")])
    assert claims(struck)[1]["start"] - added["start"] == 19
    undo(struck)
    assert [c["best"] for c in claims(struck)] == [14]


@pytest.mark.parametrize(
    ("wish", "code", "says"),
    [
        ({"added": True, "text": "عشرة أطفال", "best": 10}, "words", "عشرة أطفال.*letter by letter"),
        ({"added": True, "text": "", "best": 10}, "words", "not in the event's sentence"),
        ({"added": True, "text": "سبعة أطفال"}, "no_figure", "give one"),
        ({"added": True, "text": "سبعة أطفال", "low": 9, "high": 7}, "order", "do not rise"),
        ({"added": True, "text": "سبعة أطفال", "best": 7, "as_kind": "lost"}, "value", "choose one of"),
        (KNOWN | {"scope": "all"}, "value", "choose one of incident"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_claim_is_refused_with_its_remedy(
    struck: EventTable, wish: dict[str, Any], code: str, says: str
) -> None:
    with pytest.raises(CorrectionError, match=says) as refused:
        struck.correct("e2", {"claims": [wish]}, **WHY)
    assert refused.value.code == code


def test_the_same_words_are_not_counted_twice(struck: EventTable) -> None:
    wish = {"added": True, "text": "سبعة أطفال", "as_kind": "wounded", "best": 7}
    struck.correct("e2", {"claims": [wish]}, **WHY)
    with pytest.raises(CorrectionError, match="already"):
        struck.correct("e2", {"claims": [wish]}, **WHY)


def test_a_figure_taken_away_is_no_mention_of_its_document_until_it_comes_back(
    table: EventTable,
) -> None:
    rows = (event(name, kind, on("2016-09-08"), quote=QUOTE, start=31, end=31 + len(QUOTE), claims=own)
            for name, kind, own in (("e2", "ASSAULT", (0, 1)), ("e3", "STATEMENT", (1,))))  # fmt: skip
    table.append([build("d1", *rows, claims=(claim(14), claim(7, 50), claim(3, 70)))])

    def mentioned() -> list[int]:
        found = queries.document(table.snapshot(), "d1")
        assert found
        return [c["best"] for c in found["mentions"]["claims"]]

    assert mentioned() == [14, 7, 3]  # the last was read in no event
    table.correct("e2", {"claims": [KNOWN | {"removed": True}]}, **WHY)
    assert mentioned() == [7, 3]
    table.correct("e2", {"claims": [KNOWN | {"start": 50, "end": 60, "removed": True}]}, **WHY)
    assert mentioned() == [7, 3]  # another event has it still
    table.judge("e3", "rejected", **WHY)
    assert mentioned() == [3]
    for _ in range(3):
        undo(table)
    assert mentioned() == [14, 7, 3]
    table.correct("e2", {"claims": [KNOWN | {"as_kind": "wounded"}]}, **WHY)
    assert mentioned() == [14, 7, 3]


def test_a_figure_that_goes_over_to_a_second_event_stays_its_analysts(struck: EventTable) -> None:
    struck.correct("e2", {"claims": [KNOWN | {"best": 20, "high": 20}]}, **WHY)
    added = {"added": True, "text": "سبعة أطفال", "best": 7, "as_kind": "wounded"}
    struck.correct("e2", {"claims": [added]}, who="سامر", why="في الجملة")
    wish = {"date": "2016-09-07", "place": "إدلب", "participants": [], "claims": claims(struck)}
    struck.split("e2", wish, who="نور", why="حادثتان")
    (second,) = [e for e in queries.events(struck.snapshot(), Filters()).to_dict("records")
                 if e["event_id"] != "e2"]  # fmt: skip
    told = {c["best"]: (c["by_analyst"], c["analyst"], c["analyst_why"]) for c in second["claims"]}
    assert told == {20: ("corrected", "ليلى", WHY["why"]), 7: ("added", "سامر", "في الجملة")}
    assert claims(struck) == []
    struck.correct(second["event_id"], {"claims": [KNOWN | {"best": 21, "high": 21}]},
                   who="هدى", why="بلاغ ثان")  # fmt: skip
    held = queries.event(struck.snapshot(), second["event_id"])
    assert held and [c["analyst"] for c in held["claims"]] == ["هدى", "سامر"]
