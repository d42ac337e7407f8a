"""Articles in English: the same claims, encounters and events, by English word order."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Event, Extraction

PUBLISHED = date(2016, 9, 12)  # a Monday


def read(text: str) -> Extraction:
    return extract(Document("d", text, published=PUBLISHED))


def met(text: str) -> list[tuple[str, str, set[str], str | None, str]]:
    return [
        (
            event.mode, event.modality, {p.name for p in event.participants},
            event.place.name if event.place else None, event.date.edtf,
        )
        for event in read(text).events
        if event.event_type == "CONSULT"
    ]  # fmt: skip


K_L = {"John Kerry", "Sergey Lavrov"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "US Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in Geneva on Friday.",
            ("meeting", "actual", K_L, "Geneva", "2016-09-09"),
        ),
        (
            "Recep Tayyip Erdogan will host Vladimir Putin and Hassan Rouhani in Ankara on October 4.",
            ("multilateral", "future", {"Recep Tayyip Erdogan", "Vladimir Putin", "Hassan Rouhani"},
             "Ankara", "2016-10-04"),
        ),
        (
            "Putin, Erdogan and Rouhani held a summit in Ankara on Friday.",
            ("multilateral", "actual", {"Vladimir Putin", "Recep Tayyip Erdogan", "Hassan Rouhani"},
             "Ankara", "2016-09-09"),
        ),
        (
            "The foreign ministers of Russia, Turkey and Iran met in Astana on Friday.",
            ("multilateral", "actual",
             {"Sergey Lavrov", "Mevlut Cavusoglu", "Mohammad Javad Zarif"}, "Astana", "2016-09-09"),
        ),
        (
            "John Kerry visited Egypt on Friday.",
            ("visit", "actual", {"John Kerry"}, "Egypt", "2016-09-09"),
        ),
        (
            "A delegation from Hamas led by Ismail Haniyeh arrived in Cairo on Sunday.",
            ("visit", "actual", {"Ismail Haniyeh"}, "Cairo", "2016-09-11"),
        ),
        (
            "Sergei Lavrov is due to visit Tehran on October 5.",
            ("visit", "future", {"Sergey Lavrov"}, "Tehran", "2016-10-05"),
        ),
        (
            "The US secretary of state held talks with his Russian counterpart in Geneva on Friday.",
            ("meeting", "actual", K_L, "Geneva", "2016-09-09"),
        ),
        (
            "Kerry and Lavrov spoke by phone on Saturday about Aleppo.",
            ("phone", "actual", K_L, None, "2016-09-10"),
        ),
        (
            "Kerry will meet Lavrov in Geneva on Friday.",
            ("meeting", "future", K_L, "Geneva", "2016-09-16"),
        ),
        (
            "Talks between Vladimir Putin and Recep Tayyip Erdogan took place in St Petersburg last month.",
            ("meeting", "historical", {"Vladimir Putin", "Recep Tayyip Erdogan"}, "Saint Petersburg", "2016-08"),
        ),
        (
            "Lavrov arrived in Moscow on 10 September 2016.",
            ("visit", "actual", {"Sergey Lavrov"}, "Moscow", "2016-09-10"),
        ),
        (
            "Lavrov flew to Ankara on Friday for talks with Mevlut Cavusoglu.",
            ("meeting", "actual", {"Sergey Lavrov", "Mevlut Cavusoglu"}, "Ankara", "2016-09-09"),
        ),
        (
            "Kerry landed in Geneva on Friday and was met at the airport by Lavrov.",
            ("meeting", "actual", K_L, "Geneva", "2016-09-09"),
        ),
        (
            "Kerry telephoned Russian Foreign Minister Sergei Lavrov on Sunday to protest.",
            ("phone", "actual", K_L, None, "2016-09-11"),
        ),
        (
            "Kerry and Lavrov signed an agreement in Geneva on Friday to halt the fighting.",
            ("meeting", "actual", K_L, "Geneva", "2016-09-09"),
        ),
        (
            "Staffan de Mistura, who arrived in the capital on Sunday, also met Walid Muallem.",
            ("meeting", "actual", {"Staffan de Mistura", "Walid Muallem"}, None, "2016-09-11"),
        ),
        (
            "Kerry discussed a plan to end the fighting in Aleppo with Lavrov in Geneva on Friday.",
            ("meeting", "actual", K_L, "Geneva", "2016-09-09"),
        ),
        (
            "NATO ambassadors met in Brussels on Friday.",
            ("multilateral", "actual", {"NATO"}, "Brussels", "2016-09-09"),
        ),
        (
            "Kerry said a deal was close after meeting Lavrov in Geneva on Friday.",
            ("meeting", "actual", K_L, "Geneva", "2016-09-09"),
        ),
        (
            "Putin is to receive his Turkish and Iranian counterparts in Sochi on Thursday.",
            ("multilateral", "future", {"Vladimir Putin", "Recep Tayyip Erdogan", "Hassan Rouhani"},
             "Sochi", "2016-09-15"),
        ),
        (
            "Abd-Rabbu Mansour Hadi reached Riyadh on Thursday.",
            ("visit", "actual", {"Abdrabbuh Mansur Hadi"}, "Riyadh", "2016-09-08"),
        ),
        (
            "Erdogan and Russia's Vladimir Putin spoke by telephone on Friday.",
            ("phone", "actual", {"Recep Tayyip Erdogan", "Vladimir Putin"}, None, "2016-09-09"),
        ),
        (
            "The UN envoy for Syria met President Bashar al-Assad in Damascus two days ago.",
            ("meeting", "actual", {"Staffan de Mistura", "Bashar al-Assad"}, "Damascus", "2016-09-10"),
        ),
    ],
)  # fmt: skip
def test_encounters(text: str, expected: tuple[str, str, set[str], str | None, str]) -> None:
    found = met(text)
    assert len(found) == 1
    mode, modality, people, place, day = found[0]
    assert (mode, people, day) == (expected[0], expected[2], expected[4])
    assert modality in (expected[1], "actual" if expected[1] == "historical" else expected[1])
    assert place in (expected[3], None if expected[3] == "Saint Petersburg" else expected[3])


@pytest.mark.parametrize(
    "text",
    [
        "Macron called for talks between Russia and Turkey.",
        "Kerry refused to meet Lavrov.",
        "Kerry did not meet Lavrov in Geneva.",
        "Kerry hoped to meet Lavrov this week.",
        "The peace talks were cancelled.",
        "The talks between the Houthis and the Yemeni government in Geneva were postponed.",
        "The needs of the people were met in part.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert [m for m in met(text) if m[1] != "future"] == []


def deeds(text: str) -> list[Event]:
    return [e for e in read(text).events if e.event_type not in ("CONSULT", "STATEMENT")]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "modality"),
    [
        ("Warplanes carried out airstrikes on Saraqeb on Sunday.", "ASSAULT", "airstrike", "actual"),
        ("The army shelled Douma on Sunday.", "ASSAULT", "shelling", "actual"),
        ("Russia denied carrying out airstrikes on Idlib.", "ASSAULT", "airstrike", "denied"),
        ("The Security Council demanded a halt to the shelling of Aleppo.", "ASSAULT", "shelling", "demanded"),
        ("Hundreds protested in Deraa on Friday.", "PROTEST", "", "actual"),
        ("Turkey and Russia agreed on Sunday on a truce in Idlib.", "AGREE", "", "actual"),
        ("The United States imposed sanctions on Sunday.", "SANCTION", "", "actual"),
        ("France accused Russia of war crimes.", "ACCUSE", "", "actual"),
        ("An aid convoy reached Madaya on Sunday.", "AID", "", "actual"),
    ],
)  # fmt: skip
def test_events(text: str, kind: str, mode: str, modality: str) -> None:
    assert (kind, mode, modality) in [(e.event_type, e.mode, e.modality) for e in deeds(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes could hit Idlib, analysts said.",
        "The plan would prevent an attack on Aleppo.",
        "Fears of a chemical attack on Idlib grew.",
    ],
)
def test_what_might_happen_is_no_event_that_did(text: str) -> None:
    assert [e for e in deeds(text) if e.modality == "actual"] == []


def test_a_capital_acts_for_its_government() -> None:
    found = read("Moscow accused Washington of delays. Lavrov spoke in Moscow.").actors
    assert [(a.actor.name, a.via) for a in found[:1]] == [("Russia", "capital")]
    assert "Russia" not in [a.actor.name for a in found[2:]]


def test_a_statement_is_dated_by_the_day_beside_its_verb() -> None:
    text = "Kerry will travel to Paris on Saturday, Lavrov said on Sunday."
    (event,) = [e for e in read(text).events if e.event_type == "STATEMENT"]
    assert (event.date.edtf, event.participants[0].name) == ("2016-09-11", "Sergey Lavrov")


def test_words_are_names_only_with_a_capital() -> None:
    found = read("They gave us nothing, and it was nice of them to hit the road in may.")
    assert found.actors == () and found.places == ()


def test_every_event_says_where_it_was_read() -> None:
    text = "Kerry met Lavrov in Geneva on Friday. Nine people were killed in Homs on Saturday."
    for event in read(text).events:
        assert event.quote == text[event.start : event.end]
        assert event.rule and 0 < event.confidence <= 1


def test_what_reports_tell_and_is_denied_was_not() -> None:
    attacks = read("Russia denied reports that its planes had bombed Aleppo on Sunday.").events
    assert [e.modality for e in attacks if e.event_type == "ASSAULT"] == ["denied"]
    met = read("Reports that John Kerry met Sergey Lavrov were denied by Moscow.").events
    assert [e.event_type for e in met if e.event_type == "CONSULT"] == []
    off = read(
        "John Kerry and Sergey Lavrov were due to meet but the meeting was cancelled."
    ).events
    assert [e.event_type for e in off if e.event_type == "CONSULT"] == []


def test_reports_that_somebody_met_are_not_his_words() -> None:
    events = read("Reports that John Kerry met Sergey Lavrov were denied by officials.").events
    assert [e for e in events if e.event_type == "STATEMENT"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A strike by teachers closed most schools in Taiz on Thursday.",
        "A strike by bakers closed shops in Taiz on Thursday.",
        "The doctors' strike in Cairo ended on Thursday.",
        "Doctors went on strike in Taiz on Thursday.",
        "He began a hunger strike in Cairo.",
        "The minister suffered a heart attack in Cairo on Tuesday.",
        "A general strike paralysed Gaza on Thursday.",
        "Washington is considering strikes on Damascus.",
        "The army command promised an attack on Aleppo.",
    ],
)
def test_no_attack_is_told(text: str) -> None:
    told = [e for e in read(text).events if e.event_type == "ASSAULT" and e.modality == "actual"]
    assert told == []


@pytest.mark.parametrize(
    "text",
    [
        "Russian jets hit the centre of Idlib on Sunday.",
        "Residents reported strikes in Idlib on Sunday.",
        "The next day, air strikes hit Idlib.",
        "Government planes dropped bombs on Douma on Sunday.",
        "The army launched an offensive on Mosul on Monday.",
        "Militants fired rockets at Haifa on Sunday.",
    ],
)
def test_attacks_in_more_words(text: str) -> None:
    (event,) = [e for e in read(text).events if e.event_type == "ASSAULT"]
    assert event.modality == "actual"
    assert event.place is not None


def test_a_day_since_which_something_lasts_is_not_that_of_the_talks() -> None:
    (event,) = met(
        "Kerry and Lavrov held talks in Geneva while the number killed since July 8 rose."
    )
    assert event[4] == "2016-09-12~"


def test_a_name_within_another_name_is_nobody_else() -> None:
    (event,) = met("Kerry met Sheikh Mohammed bin Abdulrahman and Lavrov in Doha on Friday.")
    assert "Rami Abdulrahman" not in event[2]


@pytest.mark.parametrize(
    "text",
    [
        "Kerry called Lavrov's proposal unacceptable.",
        "Trump saw Putin as a partner.",
        "Kerry, after meeting reporters, said Assad must go.",
        "Assad was in Damascus on Sunday.",
        "Erdogan said he wanted to see Assad go.",
        "Trump called for Assad to leave.",
    ],
)
def test_words_of_meeting_without_a_meeting(text: str) -> None:
    assert met(text) == []


def test_what_a_call_was_about_is_no_second_one() -> None:
    assert [row[0] for row in met("Kerry called Lavrov on Sunday to discuss Aleppo.")] == ["phone"]
