"""Who meets whom and where, by posts and spellings of English desks, and whose visit it was."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.dates import find_dates
from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2016, 9, 12)  # a Monday

Row = tuple[frozenset[str], str, str | None, str | None]


def met(text: str, published: date = PUBLISHED) -> list[Row]:
    """The encounters of a text: who, how, where, and the day unless only the report has one."""
    return sorted(
        (
            (
                frozenset(p.name for p in event.participants),
                event.mode,
                event.place.name if event.place else None,
                None if event.date.basis in ("published", "none") else event.date.edtf.rstrip("~?"),
            )
            for event in extract(Document("d", text, published=published)).events
            if event.event_type == "CONSULT"
        ),
        key=str,
    )


def row(who: str, mode: str, place: str | None, day: str | None) -> Row:
    return frozenset(who.split(" + ")), mode, place, day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Accents and spellings.
        ("Mevlüt Çavuşoğlu met Recep Tayyip Erdoğan in Ankara on Friday.", row("Mevlut Cavusoglu + Recep Tayyip Erdogan", "meeting", "Ankara", "2016-09-09")),
        ("Javad Zarif, the Iranian foreign minister, met Lavrov in Moscow on Friday.", row("Mohammad Javad Zarif + Sergey Lavrov", "meeting", "Moscow", "2016-09-09")),
        ("Mohammad Abdul Salam met Ismail Ould Cheikh Ahmed in Muscat on Friday.", row("Mohammed Abdulsalam + Ismail Ould Cheikh Ahmed", "meeting", "Muscat", "2016-09-09")),
        ("Ismail Ould Cheikh Ahmed met Abd al-Malik al-Makhlafi in Riyadh on Friday.", row("Abdulmalik al-Mekhlafi + Ismail Ould Cheikh Ahmed", "meeting", "Riyadh", "2016-09-09")),
        ("Martin Kobler met Aqila Saleh in Tobruk on Friday.", row("Martin Kobler + Aguila Saleh", "meeting", "Tobruk", "2016-09-09")),
        # By a post and a land.
        ("The Russian ambassador to Syria met Assad in Damascus on Friday.", row("Russia + Bashar al-Assad", "meeting", "Damascus", "2016-09-09")),
        ("Masoud Barzani on Friday received the US ambassador to Iraq, Douglas Silliman, in Erbil.", row("Masoud Barzani + Douglas Silliman", "meeting", "Erbil", "2016-09-09")),
        ("Washington's top diplomat met Sergei Lavrov in Geneva on Friday.", row("John Kerry + Sergey Lavrov", "meeting", "Geneva", "2016-09-09")),
        ("The top Iranian diplomat met Assad in Damascus on Friday.", row("Mohammad Javad Zarif + Bashar al-Assad", "meeting", "Damascus", "2016-09-09")),
        # Where they are, and what they only speak of.
        ("Russia, Turkey and Iran will hold a round of talks on Syria in Kazakhstan next week.", row("Russia + Turkey + Iran", "multilateral", "Kazakhstan", "2016-09-19/2016-09-25")),
        ("Putin and Obama held talks on the sidelines of the G20 summit in China on Monday.", row("Vladimir Putin + Barack Obama", "meeting", "China", "2016-09-12")),
        ("Kerry and Lavrov discussed the crisis in Yemen on Friday.", row("John Kerry + Sergey Lavrov", "meeting", None, "2016-09-09")),
        ("Kerry met King Salman in the Saudi Red Sea city of Jeddah on Friday.", row("John Kerry + King Salman", "meeting", "Jeddah", "2016-09-09")),
        ("Kerry met Sisi in the coastal city of el-Alamein on Friday.", row("John Kerry + Abdel Fattah el-Sisi", "meeting", "El Alamein", "2016-09-09")),
        ("On September 17, Tehran is going to host a meeting between the presidents of Iran, Russia and Turkey.", row("Hassan Rouhani + Vladimir Putin + Recep Tayyip Erdogan", "multilateral", "Tehran", "2016-09-17")),
        # Visits.
        ("Khalifa Haftar arrived late Friday in Cairo.", row("Khalifa Haftar", "visit", "Cairo", "2016-09-09")),
        ("Putin and Erdogan flew to Baku on Friday.", row("Vladimir Putin + Recep Tayyip Erdogan", "visit", "Baku", "2016-09-09")),
        ("Zarif entered Syria on Friday at the head of a delegation.", row("Mohammad Javad Zarif", "visit", "Syria", "2016-09-09")),
        ("Assad's visit to Tehran on Friday surprised Zarif.", row("Bashar al-Assad", "visit", "Tehran", "2016-09-09")),
        ("Boris Johnson arrived in the US on Friday.", row("Boris Johnson", "visit", "United States", "2016-09-09")),
        ("Haider al-Abadi began an official visit to Türkiye on Friday.", row("Haider al-Abadi", "visit", "Turkey", "2016-09-09")),
        ("Speaking after a meeting with Lavrov in Geneva on Friday, Kerry said it was useful.", row("John Kerry + Sergey Lavrov", "meeting", "Geneva", "2016-09-09")),
        ("In Cairo, Sisi received Abbas on Friday.", row("Abdel Fattah el-Sisi + Mahmoud Abbas", "meeting", "Cairo", "2016-09-09")),
        ('Saad Hariri held a "secret" meeting with Tammam Salam in Beirut on Friday.', row("Saad Hariri + Tammam Salam", "meeting", "Beirut", "2016-09-09")),
        ("Kerry, who was in Doha on Friday, will meet Lavrov in Geneva.", row("John Kerry + Sergey Lavrov", "meeting", "Geneva", None)),
        ("Erdogan and Putin on Friday spoke about a summit to be held on September 30.", row("Recep Tayyip Erdogan + Vladimir Putin", "phone", None, "2016-09-09")),
        ("Zarif visited Doha, meeting Sheikh Tamim, on Friday.", row("Mohammad Javad Zarif + Tamim bin Hamad Al Thani", "meeting", "Doha", "2016-09-09")),
        ("Kerry met Museveni in the Ugandan capital, Kampala, on Friday.", row("John Kerry + Yoweri Museveni", "meeting", "Kampala", "2016-09-09")),
        ("Spain's foreign minister met Nasser Judeh in Amman on Friday.", row("Jose Manuel Garcia-Margallo + Nasser Judeh", "meeting", "Amman", "2016-09-09")),
        ("Ismail Ould Cheikh Ahmed on Friday arrived in Sana'a.", row("Ismail Ould Cheikh Ahmed", "visit", "Sanaa", "2016-09-09")),
        ("Haider al-Abadi arrived in the Red Sea city of Jeddah on Friday.", row("Haider al-Abadi", "visit", "Jeddah", "2016-09-09")),
        ("Since the launch of the battle last October, Masoud Barzani has met Haider al-Abadi in Erbil.", row("Masoud Barzani + Haider al-Abadi", "meeting", "Erbil", None)),
        ("A Hamas delegation led by Ismail Haniyeh met Khaled Fawzy in Cairo on Friday.", row("Ismail Haniyeh + Khaled Fawzy", "meeting", "Cairo", "2016-09-09")),
        ("Khaled Fawzy met a Hamas delegation, headed by Ismail Haniyeh, in Cairo on Friday.", row("Ismail Haniyeh + Khaled Fawzy", "meeting", "Cairo", "2016-09-09")),
        # Who it is by an office that he holds for a time.
        ("Lebanon's caretaker prime minister met Sameh Shoukry in Beirut on Friday.", row("Tammam Salam + Sameh Shoukry", "meeting", "Beirut", "2016-09-09")),
        ("The Arab League said on Friday it will hold an emergency meeting in Cairo on Thursday.", row("Arab League", "multilateral", "Cairo", "2016-09-15")),
        # By telephone.
        ("Lavrov and Kerry held a telephone conference on Friday.", row("John Kerry + Sergey Lavrov", "phone", None, "2016-09-09")),
        ("Erdogan said so during a phone call to Haider al-Abadi on Friday.", row("Recep Tayyip Erdogan + Haider al-Abadi", "phone", None, "2016-09-09")),
        ("Haider al-Abadi received a telephone call from Erdogan on Friday.", row("Recep Tayyip Erdogan + Haider al-Abadi", "phone", None, "2016-09-09")),
        ("In a call with Netanyahu on Friday, Obama urged restraint.", row("Benjamin Netanyahu + Barack Obama", "phone", None, "2016-09-09")),
        ("Obama spoke on Friday with Sisi.", row("Barack Obama + Abdel Fattah el-Sisi", "phone", None, "2016-09-09")),
        ("Lavrov and Kerry had spoken by telephone on Friday.", row("John Kerry + Sergey Lavrov", "phone", None, "2016-09-09")),
    ],
)  # fmt: skip
def test_one_encounter(text: str, expected: Row) -> None:
    assert met(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Antony Blinken arrived in Amman on Friday. The US diplomat met King Abdullah there on Saturday.",
            [row("Antony Blinken", "visit", "Amman", "2023-11-03"), row("Antony Blinken + King Abdullah II", "meeting", "Amman", "2023-11-04")],
        ),
        (
            "After talks with the king, Blinken met Mohammed Shia al-Sudani in Baghdad on Sunday.",
            [row("Antony Blinken + Mohammed Shia al-Sudani", "meeting", "Baghdad", "2023-11-05")],
        ),
        (
            "Hemedti held talks in Uganda with President Yoweri Museveni and in Ethiopia with Prime Minister Abiy Ahmed last week.",
            [
                row("Mohamed Hamdan Dagalo + Yoweri Museveni", "meeting", "Uganda", "2023-10-30/2023-11-05"),
                row("Mohamed Hamdan Dagalo + Abiy Ahmed", "meeting", "Ethiopia", "2023-10-30/2023-11-05"),
            ],
        ),
        (
            "Sudan's warring parties were holding talks on Sunday in Jeddah.",
            [row("Sudanese army + Rapid Support Forces", "meeting", "Jeddah", "2023-11-05")],
        ),
    ],
)  # fmt: skip
def test_later_years(text: str, expected: list[Row]) -> None:
    assert met(text, date(2023, 11, 6)) == sorted(expected, key=str)


def test_a_day_of_something_else_is_not_that_of_a_visit() -> None:
    found = met("Zarif resigned on September 5 over Assad's visit to Tehran.")
    assert found in ([], [row("Bashar al-Assad", "visit", "Tehran", None)])


@pytest.mark.parametrize(
    "text",
    [
        "The Israeli leader said no.",
        "The top diplomat spoke to reporters in Geneva on Friday.",
        "The warring parties in Switzerland met in Geneva on Friday.",
        "Zarif left on Friday.",
        "Salem Abdullah Al-Jaber met Staffan de Mistura in Geneva on Friday.",
        "Khaled al-Shayef met Staffan de Mistura in Geneva on Friday.",
        "Lavrov visited the US embassy on Friday.",
        "The Arab League said the talks in Cairo on Friday were hard.",
    ],
)
def test_nobody_is_put_in_the_place_of_a_stranger(text: str) -> None:
    assert met(text) == []


def test_rockets_that_were_fired() -> None:
    events = extract(
        Document("d", "Rockets were fired at Peshmerga positions near Kirkuk on Friday.", published=PUBLISHED)
    ).events  # fmt: skip
    assert [e.event_type for e in events] == ["ASSAULT"]


def test_what_is_due_to_fighting_happened() -> None:
    text = "At least 30 people were killed in Aleppo on Friday due to intense fighting."
    events = extract(Document("d", text, published=PUBLISHED)).events
    assert [(e.event_type, e.modality) for e in events] == [("ASSAULT", "actual")]


def test_a_name_keeps_its_offsets_behind_accents() -> None:
    text = "Mevlüt Çavuşoğlu met Sergey Lavrov in Moscow on 9 September 2016."
    (mention,) = find_dates(text, PUBLISHED)
    assert text[mention.start : mention.end] == "9 September 2016"
