"""Which claims contradict one another, by tables of built claims, and through a real table."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.model import Participant, Place
from dashboard.table import contradictions as contradicting_room
from dashboard.table import disagreeing
from dashboard.table.claim_choice import ClaimChoice, chosen, disputed, offers
from dashboard.table.contradictions import Contradiction, contradictions
from dashboard.table.contradictions import disputed as disputed_in
from dashboard.table.queries import claims as claims_of
from dashboard.table.store import EventTable
from tests.table.building import build, claim, event, on

DAY = "2017-04-04"


def told(figure: Any, by: str = "", /, **fields: Any) -> dict[str, Any]:
    """A row of the claims query: a figure, or its lower bound, best and upper bound."""
    low, best, high = figure if isinstance(figure, tuple) else (figure,) * 3
    values: dict[str, Any] = {
        "event_id": f"e-{figure}-{by}-{fields}", "event_type": "ASSAULT",
        "doc_id": f"d-{by}-{fields.get('published', '')}", "source": f"paper of {by}",
        "published": "2017-04-05", "title": "Town", "quote": "", "place_id": "town", "place_name": "Town",
        "place_name_ar": "بلدة", "place_precision": 1, "place_country": "SY", "place_admin1": "", "date_first": DAY, "date_last": DAY,
        "kind": "killed", "low": low, "best": best, "high": high, "approximate": False,
        "scope": "incident", "unit": "people", "first": None, "last": DAY, "victims": "",
        "asserted_by": by, "asserted_by_ar": "", "text": "", "start": 0, "end": 9,
        "cluster_id": None, "mode": "", "date_basis": "sentence", "done_by": [],
    } | fields  # fmt: skip
    return values


def framed(*rows: dict[str, Any]) -> pd.DataFrame:
    """The rows as the claims query gives them."""
    made = pd.DataFrame(list(rows))
    for name in ("published", "date_first", "date_last", "first", "last"):
        made[name] = pd.to_datetime(made[name])
    for name in ("low", "best", "high"):
        made[name] = made[name].astype("Int64")
    return made


def found(*rows: dict[str, Any]) -> list[Contradiction]:
    return contradictions(framed(*rows))


def figures(one: Contradiction) -> list[tuple[Any, bool]]:
    return [(telling.first["best"], telling.stands) for telling in one.tellings]


def at_least(n: int) -> tuple[int, int, None]:
    return (n, n, None)


def at(lat: float) -> dict[str, float]:
    return {"place_lat": lat, "place_lon": 44.3}


@pytest.mark.parametrize(
    ("figure", "sentence", "same"),
    [
        ("35 قتيلاً", "سقط 35 قتيلاً في السوق", True),
        ("35 شخصاً", "قُتل 35 شخصاً من المدنيين في السوق", True),
        ("35 شخصاً", "قُتل أكثر من 35 شخصاً في السوق", True),
        # Whom the figure counts: a party, a nation, a part of a group.
        ("35 مسلحاً", "قُتل 35 مسلحاً من الحوثيين في السوق", False),
        ("35 شخصاً", "قُتل 35 شخصاً من أفراد المقاومة في السوق", False),
        ("35 عسكرياً", "قُتل 35 عسكرياً إيرانياً في السوق", False),
        ("35", "أصيب 35 منهم في السوق", False),
        ("35", "قُتل 35 من الطلبة في السوق", False),
        ("35 soldiers", "35 soldiers were killed in the market", False),
        # Of how much it is: several happenings, a while, the whole land.
        ("35 شخصاً", "قُتل 35 شخصاً في سلسلة هجمات", False),
        ("35 شخصاً", "قُتل 35 شخصاً في أعمال عنف متفرقة", False),
        ("35 شخصاً", "قُتل 35 شخصاً في عموم سوريا", False),
        ("35 شخصاً", "قُتل 35 شخصاً خلال أسبوع من الغارات", False),
        ("35 شخصاً", "قُتل 35 شخصاً منذ نحو ثلاثة أشهر", False),
        ("35 people", "35 people were killed over three weeks", False),
    ],
)
def test_the_words_around_a_figure_say_what_it_is_of(
    figure: str, sentence: str, same: bool
) -> None:
    one = told(20, "A", quote="سقط 20 قتيلاً في السوق", text="20 قتيلاً")
    assert bool(found(one, told(35, "B", quote=sentence, text=figure))) is same


@pytest.mark.parametrize(
    "sentence", ["وكانت حصيلة سابقة تحدثت عن 20 قتيلاً", "An earlier toll put the dead at 20"]
)
def test_what_its_sentence_calls_an_earlier_toll_no_longer_stands(sentence: str) -> None:
    rows = told(20, "A", quote=sentence), told(35, "B"), told(60, "C")
    (one,) = found(*rows)
    assert figures(one) == [(20, False), (35, True), (60, True)]
    assert not found(*rows[:2])


def test_a_figure_of_a_town_of_another_province_is_no_figure_of_the_place() -> None:
    far = {
        "place_id": "far",
        "place_name": "Farville",
        "place_name_ar": "بعيدة",
        "place_admin1": "B",
    }
    near = {"place_admin1": "A", "text": "35 شخصاً"}
    rows = told(20, "A", place_admin1="A"), told(1, "C", kind="wounded", **far)
    said = "انفجرت سيارة هنا، كما قُتل 35 شخصاً في بعيدة"
    assert not found(*rows, told(35, "B", quote=said, **near))
    assert found(*rows, told(35, "B", quote=said.replace("في بعيدة", "في السوق"), **near))


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        (told(20, "A", cluster_id="c"), told(35, "B", cluster_id="c"), True),
        # A night's attack is printed the next day; days that are told are those.
        (told(20, "A", cluster_id="c"), told(35, "B", cluster_id="c", date_basis="published", date_first="2017-04-05", date_last="2017-04-05"), True),
        (told(20, "A", cluster_id="c"), told(35, "B", cluster_id="c", date_first="2017-04-05", date_last="2017-04-05"), False),
        # A town's toll and its district's.
        (told(20, "A", cluster_id="c"), told(35, "B", cluster_id="c", place_precision=3), False),
        (told(20, "A", cluster_id="c", mode="bombing"), told(35, "B", cluster_id="c", mode="clash"), False),
        # Joined by place and day alone.
        (told(20, "A", cluster_id="c"), told(35, "B"), False),
        (told(20, "A"), told(35, "B"), False),
    ],
)  # fmt: skip
def test_what_may_be_two_happenings_is_not_sure(
    one: dict[str, Any], other: dict[str, Any], sure: bool
) -> None:
    (both,) = found(one, other)
    assert both.sure is sure


TOTAL: dict[str, Any] = {
    "scope": "cumulative", "place_id": None, "place_precision": None, "date_first": None,
    "date_last": None, "quote": "قتل في سوريا", "published": "2016-02-20",
}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        # Bounds that leave no common number, and bounds that do.
        (told(20, "A"), told(35, "B"), True),
        (told(20, "A"), told(20, "B"), False),
        (told((10, 15, 20), "A"), told((18, 20, 25), "B"), False),
        (told((10, 12, 15), "A"), told((16, 18, 20), "B"), True),
        (told((None, None, 20), "A"), told(at_least(30), "B"), True),
        (told(at_least(80), "A"), told(at_least(83), "B"), False),
        # Open above, but the best figures lie far apart.
        (told(at_least(281), "A"), told(at_least(1429), "B"), True),
        (told(at_least(2), "A"), told(at_least(5), "B"), False),
        # A word without a figure says only how many at least.
        (told((10, None, None), "A"), told(43, "B"), False),
        (told((10, None, None), "A"), told(4, "B"), True),
        # «About» leaves a tenth.
        (told(100, "A", approximate=True), told(108, "B"), False),
        (told(100, "A", approximate=True), told(130, "B"), True),
        # What counts something else is not compared.
        (told(20, "A"), told(35, "B", kind="wounded"), False),
        (told(20, "A"), told(35, "B", victims="children"), False),
        (told(7, "A", scope="subset", victims="children"), told(12, "B", scope="subset", victims="children"), True),
        (told(7, "A", scope="subset"), told(12, "B", scope="subset"), False),
        (told(20, "A"), told(35, "B", unit="families"), False),
        # Another place, other days, a whole province, days longer than a week.
        (told(20, "A"), told(35, "B", place_id="village"), False),
        (told(20, "A"), told(35, "B", date_first="2017-04-05", date_last="2017-04-05"), False),
        (told(20, "A"), told(35, "B", date_first="2017-04-03", date_last="2017-04-06"), True),
        (told(20, "A", place_precision=4), told(35, "B", place_precision=4), False),
        (told(20, "A"), told(35, "B", date_first="2017-04-01", date_last="2017-04-30"), False),
        # Reports of one event, wherever each puts it.
        (told(20, "A", cluster_id="c"), told(35, "B", cluster_id="c", place_id=None), True),
        (told(20, "A", cluster_id="c"), told(35, "B", cluster_id="d", place_id="c"), False),
        # … unless that is another town; a suburb of the same is not.
        (told(20, "A", cluster_id="c", **at(33.31)), told(35, "B", cluster_id="c", place_id="d", **at(33.55)), False),
        (told(20, "A", cluster_id="c", **at(33.31)), told(35, "B", cluster_id="c", place_id="d", **at(33.36)), True),
        # So many more in one place on one day is of something else.
        (told(5, "A"), told(90, "B"), True),
        (told(5, "A"), told(3000, "B"), False),
        # What was done is told, and is another deed; a word for any deed goes with either.
        (told(20, "A", mode="bombing"), told(35, "B", mode="clash"), False),
        (told(20, "A", mode="bombing"), told(35, "B", mode="attack"), True),
        (told(20, "A", cluster_id="c", mode="bombing"), told(35, "B", mode="clash"), False),
        (told(20, "A", cluster_id="c", mode="shelling"), told(35, "B", cluster_id="c", mode="airstrike"), True),
        # Who did it is told, and is another.
        (told(20, "A", done_by=[{"actor_id": "one"}]), told(35, "B", done_by=[{"actor_id": "two"}]), False),
        (told(20, "A", done_by=[{"actor_id": "one"}]), told(35, "B"), True),
        # The town is named neither in the sentence nor in the headline.
        (told(20, "A"), told(35, "B", title="حصيلة اليوم"), False),
        # One more report of the place and the day; not where the day is only that of print.
        (told(20, "A", cluster_id="c"), told(35, "B", date_basis="published"), False),
        (told(20, "A", cluster_id="c"), told(35, "B"), True),
    ],
)  # fmt: skip
def test_incidents(one: dict[str, Any], other: dict[str, Any], contradict: bool) -> None:
    assert bool(found(one, other)) is contradict
    assert bool(found(other, one)) is contradict


@pytest.mark.parametrize(
    ("other", "contradict"),
    [
        # The next days find more dead; weeks later nobody does.
        ({"published": "2017-04-07"}, False),
        ({"published": "2017-05-07"}, True),
        # Told the same day.
        ({}, True),
        # The sentence says that the toll rose, in either language.
        ({"published": "2017-05-07", "quote": "وارتفعت حصيلة القتلى إلى 35"}, False),
        ({"published": "2017-05-07", "quote": "The death toll has risen to 35"}, False),
        ({"published": "2017-05-07", "quote": "وقالت وزارة العدل إن عدد القتلى 35"}, True),
    ],
)
def test_a_later_higher_figure_may_go_on_from_the_earlier(
    other: dict[str, Any], contradict: bool
) -> None:
    assert bool(found(told(20, "A"), told(35, "B", **other))) is contradict


def test_a_later_lower_figure_contradicts_unless_it_puts_the_toll_right() -> None:
    assert found(told(35, "A"), told(20, "B", published="2017-04-07"))
    revised = "وخُفضت الحصيلة إلى 20 قتيلاً"
    assert not found(told(35, "A"), told(20, "B", published="2017-04-07", quote=revised))


def test_a_speaker_updates_itself_and_contradicts_the_others_with_its_last_figure() -> None:
    own = (told(20, "A"), told(35, "A", published="2017-04-06"))
    assert not found(*own)
    (one,) = found(*own, told(60, "B"))
    assert figures(one) == [(20, False), (35, True), (60, True)]
    assert one.apart == 25


def test_several_groups_counted_by_one_speaker_in_one_document_are_left_out() -> None:
    several = (told(10, "A", doc_id="d"), told(18, "A", doc_id="d"))
    assert not found(*several)
    assert not found(*several, told(30, "B"))


@pytest.mark.parametrize(("by", "other", "contradict"), [("A", "B", True), ("A", "", False)])
def test_within_a_document_only_named_speakers_contradict(
    by: str, other: str, contradict: bool
) -> None:
    rows = (told(5, by, doc_id="d"), told(20, other, doc_id="d"))
    assert bool(found(*rows)) is contradict


def test_one_figure_of_many_papers_is_told_once_with_all_who_tell_it() -> None:
    (one,) = found(*(told(30, f"paper {n}") for n in range(9)), told(52, "B"))
    assert [len(telling.claims) for telling in one.tellings] == [9, 1]
    assert one.how == "place"


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        # Totals do not fall: the later one is lower.
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138}, True),
        # It grew: the later one is higher.
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 500_000}, False),
        # Up to the same days, two figures.
        ({"last": "2016-02-14"}, {"last": "2016-02-16", "n": 500_000}, True),
        # Months apart, another beginning, a year's total, another land, a land not named.
        ({"last": "2016-02-14"}, {"last": "2016-04-27", "n": 271_138}, False),
        ({"last": "2016-02-14", "first": "2011-03-15"}, {"last": "2016-02-27", "n": 271_138, "first": "2014-01-01"}, False),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "first": "2016-01-01"}, False),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "first": "2011-03-15"}, True),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "quote": "قتل في اليمن"}, False),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "quote": "قتل كثيرون"}, False),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "quote": "killed in the Syrian war"}, True),
        # Of a part of the land, of refugees, of a year long past.
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "quote": "قتل في جنوب سوريا"}, False),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "quote": "271138 لاجئاً في سوريا", "text": "271138 لاجئاً"}, False),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "quote": "في العام 2013: 271138 قتيلاً في سوريا"}, False),
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 271_138, "quote": "قتل في سوريا منذ 2011"}, True),
        # The displaced return: their number falls, and contradicts only within days.
        ({"last": "2016-02-14", "kind": "displaced"}, {"last": "2016-02-27", "n": 271_138, "kind": "displaced"}, False),
        ({"last": "2016-02-14", "kind": "displaced"}, {"last": "2016-02-16", "n": 271_138, "kind": "displaced"}, True),
        # July's total and August's.
        ({"last": "2016-07-31", "first": "2016-07-01"}, {"last": "2016-08-05", "n": 271_138, "first": "2016-08-01"}, False),
        # A total begun a fortnight ago grows in three days.
        ({"last": "2016-02-14", "first": "2016-02-01"}, {"last": "2016-02-17", "n": 900_000, "first": "2016-02-01"}, False),
        # So much less that it counts something else.
        ({"last": "2016-02-14"}, {"last": "2016-02-27", "n": 3_225}, False),
    ],
)  # fmt: skip
def test_running_totals(one: dict[str, Any], other: dict[str, Any], contradict: bool) -> None:
    other = dict(other)
    rows = told(470_000, "A", **TOTAL | one), told(other.pop("n"), "B", **TOTAL | other)
    assert bool(found(*rows)) is contradict


def test_many_papers_that_repeat_a_total_contradict_only_who_gives_another() -> None:
    """So many that comparing each with each, once for each, would never end."""
    papers = [told(470_000, f"paper {n}", **TOTAL | {"last": "2016-02-14"}) for n in range(1500)]
    assert not found(*papers)
    (one,) = found(*papers, told(271_138, "B", **TOTAL | {"last": "2016-02-27"}))
    assert [len(telling.claims) for telling in one.tellings] == [1, 1500]


@pytest.mark.parametrize("fields", [{}, {"cluster_id": "c"}, TOTAL])
def test_what_is_compared_grows_no_faster_than_the_claims(
    fields: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Mock(wraps=disagreeing.disagree)
    monkeypatch.setattr(disagreeing, "disagree", asked)
    rows = [told(1000 + n, f"paper {n}", **fields | {"last": DAY}) for n in range(2000)]
    (one,) = found(*rows)
    assert len(one.tellings) == 2000 and one.apart == 1999
    assert 0 < asked.call_count < 10 * len(rows)


def test_totals_of_many_days_that_only_grow_are_compared_a_month_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Mock(wraps=contradicting_room._same_total)
    monkeypatch.setattr(contradicting_room, "_same_total", asked)
    days = [str(day.date()) for day in pd.date_range("2012-01-01", periods=250, freq="4D")]
    rows = [
        told(1000 + 10 * n, f"paper {n} {k}", **TOTAL | {"last": day})
        for n, day in enumerate(days) for k in range(8)
    ]  # fmt: skip
    assert not found(*rows)
    assert 0 < asked.call_count < 100 * len(rows)


def test_a_total_is_never_compared_with_an_incident() -> None:
    assert not found(told(20, "A"), told(35, "B", scope="cumulative", quote="في سوريا"))


def test_nothing_is_found_in_nothing() -> None:
    assert contradictions(pd.DataFrame(columns=list(told(1)))) == []


TOWN = Place("geonames:1", "Khan Shaykhun", "خان شيخون", "SY", "ID", 35.4, 36.6)
ARMY = Participant("army", "Army", "الجيش", "source", "SYR", 0, 4)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> EventTable:
    made = EventTable(tmp_path_factory.mktemp("disputed") / "table", create=True)
    raid = {
        "quote": "قُتل 86 شخصاً في خان شيخون",
        "kind": "ASSAULT",
        "when": on(DAY),
        "place": TOWN,
        "participants": (ARMY,),
    }
    made.append(
        [
            build("one", event("e1", claims=(0, 1), **raid), source="first", published=date(2017, 4, 5),
                  claims=(claim(86, asserted_by="Observatory", asserted_by_ar="المرصد"),
                          claim(30, 60, scope="subset", victims="children"))),
            build("two", event("e2", claims=(0,), **raid), source="second", published=date(2017, 4, 5),
                  claims=(claim(58, asserted_by="Ministry", asserted_by_ar="الوزارة"),)),
            build("three", event("e3", "STATEMENT", on(DAY), claims=(0, 1)), source="third",
                  claims=(claim(900, scope="cumulative"), claim(90, 70, scope="subset", victims="children"))),
        ]
    )  # fmt: skip
    return made


def test_the_table_gives_the_contradiction_with_its_words(table: EventTable) -> None:
    (one,) = disputed_in(table.snapshot(), Filters())
    assert [telling.first["asserted_by"] for telling in one.tellings] == ["Ministry", "Observatory"]
    assert {row["doc_id"] for row in one.claims} == {"one", "two"}
    assert not disputed_in(table.snapshot(), Filters(sources=("first",)))


def test_claims_are_chosen_by_victims_speaker_and_doer(table: EventTable) -> None:
    told_all = claims_of(table.snapshot(), Filters())
    offered = offers(told_all)
    assert {offer.id: offer.n for offer in offered["victims"]} == {"children": 2}
    assert {offer.id for offer in offered["said_by"]} == {"Ministry", "Observatory"}
    assert [(offer.id, offer.name_ar, offer.n) for offer in offered["done_by"]] == [
        ("army", "الجيش", 3)
    ]
    assert len(chosen(told_all, ClaimChoice())) == 5
    assert set(chosen(told_all, ClaimChoice(said_by="Ministry"))["low"]) == {58}
    assert set(chosen(told_all, ClaimChoice(done_by="army"))["low"]) == {86, 30, 58}


def test_parts_stand_where_the_toll_they_are_part_of_does(table: EventTable) -> None:
    found = chosen(claims_of(table.snapshot(), Filters()), ClaimChoice(victims="children"))
    assert dict(zip(found["low"], found["scope"], strict=True)) == {
        30: "incident",
        90: "cumulative",
    }


def test_contradictions_are_chosen_as_the_claims_are(table: EventTable) -> None:
    known = disputed_in(table.snapshot(), Filters())
    assert disputed(known, "killed", ClaimChoice(said_by="Ministry", done_by="army")) == known
    assert disputed(known, "wounded", ClaimChoice()) == []
    assert disputed(known, "killed", ClaimChoice(victims="children")) == []


def test_real_dispatches_hold_one_contradiction(tmp_path: Path) -> None:
    from dashboard.pipeline import ingest

    root = Path(__file__).resolve().parents[2]
    ingest(sorted((root / "data" / "dispatches").glob("2016-02-*.md")), tmp_path / "table")
    (one,) = disputed_in(EventTable(tmp_path / "table").snapshot(), Filters())
    assert one.how == "total" and one.lands == (("Syria", "سوريا"),)
    assert [telling.first["best"] for telling in one.tellings] == [271_138, 470_000]
