"""Encounters as English wires tell them: who met whom, how, where, when; and what is no meeting."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2016, 9, 12)  # a Monday

Row = tuple[frozenset[str], str | None, str | None, str]

NAMES = {
    "K": "John Kerry", "L": "Sergey Lavrov", "A": "Bashar al-Assad", "P": "Vladimir Putin",
    "E": "Recep Tayyip Erdogan", "M": "Staffan de Mistura", "Z": "Mohammad Javad Zarif",
    "C": "Mevlut Cavusoglu", "S": "Abdel Fattah el-Sisi", "H": "Haider al-Abadi",
    "R": "Hassan Rouhani", "J": "Boris Johnson", "AL": "Arab League", "SC": "UN Security Council",
    "SH": "Sameh Shoukry", "TS": "Tammam Salam", "AJ": "Adel al-Jubeir", "KA": "King Abdullah II",
    "BO": "Barack Obama", "BN": "Benjamin Netanyahu", "FS": "Frank-Walter Steinmeier",
    "KH": "Khalifa Haftar", "FA": "Fayez al-Sarraj", "SY": "Syria", "WM": "Walid Muallem",
    "HN": "High Negotiations Committee", "AK": "Ali Khamenei", "SA": "Saad Hariri",
    "FH": "Francois Hollande", "HO": "Houthis", "IS": "Ismail Ould Cheikh Ahmed",
    "AM": "Abdulmalik al-Mekhlafi",
}  # fmt: skip


def row(who: str, place: str | None, day: str | None, modality: str = "actual") -> Row:
    return frozenset(NAMES[key] for key in who.split()), place, day, modality


def met(text: str) -> list[Row]:
    """The encounters of a text; no day where only the report has one."""
    events = extract(Document("d", text, published=PUBLISHED)).events
    return sorted(
        (
            (
                frozenset(p.name for p in event.participants),
                event.place.name if event.place else None,
                None if event.date.basis == "published" else event.date.edtf.rstrip("~?"),
                event.modality,
            )
            for event in events
            if event.event_type == "CONSULT"
        ),
        key=str,
    )


CALLS = [
    ("Vladimir Putin telephoned Recep Tayyip Erdogan.", row("P E", None, None)),
    ("Russian President Vladimir Putin talked to Turkey's Tayyip Erdogan by phone on Thursday, the Kremlin said.", row("P E", None, "2016-09-08")),
    ("Erdogan spoke to Putin by telephone late on Sunday about the truce in Aleppo.", row("P E", None, "2016-09-11")),
    ("Kerry had a phone call with Lavrov on Friday.", row("K L", None, "2016-09-09")),
    ("In a telephone call on Wednesday Kerry told Lavrov that the strikes must stop.", row("K L", None, "2016-09-07")),
]  # fmt: skip

MEETINGS = [
    ("UN envoy Staffan de Mistura had meetings with Bashar al-Assad in Damascus on Sunday.", row("M A", "Damascus", "2016-09-11")),
    ("De Mistura saw the Iranian foreign minister, Mohammad Javad Zarif, in Tehran on Tuesday.", row("M Z", "Tehran", "2016-09-06")),
    ("John Kerry sat down on Thursday with Sergei Lavrov, Russia's foreign minister, in Geneva.", row("K L", "Geneva", "2016-09-08")),
    ("Egypt's president, Abdel Fattah al-Sisi, hosted Iraq's prime minister, Haider al-Abadi, in Cairo on Sunday.", row("S H", "Cairo", "2016-09-11")),
    ("Zarif was received by Assad in Damascus on Saturday.", row("A Z", "Damascus", "2016-09-10")),
    ("Assad met Zarif, Iran's foreign minister, on Wednesday in Damascus, Syrian state media said.", row("A Z", "Damascus", "2016-09-07")),
    ("Iraq's prime minister met the Turkish president in Ankara on Friday.", row("H E", "Ankara", "2016-09-09")),
    ("John Kerry and his Russian counterpart, Sergei Lavrov, ended almost 14 hours of talks in Geneva on Friday.", row("K L", "Geneva", "2016-09-09")),
    ("Talks between Syria's government and the High Negotiations Committee in Geneva broke up on Friday.", row("SY HN", "Geneva", "2016-09-09")),
    ("Kerry said the bombing must stop when he met Lavrov in Geneva on Friday.", row("K L", "Geneva", "2016-09-09")),
    ("Lavrov is to meet Kerry in Geneva on Thursday.", row("K L", "Geneva", "2016-09-15", "future")),
    ("Officials said on Sunday that Kerry would see his Russian counterpart on Thursday.", row("K L", None, "2016-09-15", "future")),
    ("The UN envoy for Syria met Lavrov, who leads Russia's side, in the Swiss lakeside city of Geneva on Friday.", row("M L", "Geneva", "2016-09-09")),
]  # fmt: skip

AHEAD = [
    ("Kerry and Lavrov plan to meet in Geneva on Wednesday.", row("K L", "Geneva", "2016-09-14", "future")),
    ("Kerry and Lavrov agreed to meet in Geneva on Wednesday.", row("K L", "Geneva", "2016-09-14", "future")),
    ("Kerry is expected in Geneva on Wednesday for talks with Lavrov.", row("K L", "Geneva", "2016-09-14", "future")),
    ("Talks between Kerry and Lavrov are due to start in Geneva on Wednesday.", row("K L", "Geneva", "2016-09-14", "future")),
    ("A meeting of Kerry and Lavrov is set for Wednesday in Geneva, Peskov said.", row("K L", "Geneva", "2016-09-14", "future")),
    ("Obama's first meeting with Erdogan since June will take place next Tuesday at the White House, it was announced on Sunday.", row("BO E", "Washington", "2016-09-13", "future")),
    ("Netanyahu will fly to Sochi on Wednesday to meet Putin, his office said.", row("BN P", "Sochi", "2016-09-14", "future")),
    ("Abadi will travel to Washington next week to meet Obama.", row("H BO", "Washington", "2016-09-19/2016-09-25", "future")),
    ("Sunday's talks in Geneva between Kerry and Lavrov will be the third this month.", row("K L", "Geneva", "2016-09-18", "future")),
    ("Arab foreign ministers will meet in Cairo on Thursday.", row("AL", "Cairo", "2016-09-15", "future")),
]  # fmt: skip

HOUSES = [
    ("Secretary of State John Kerry met King Abdullah at the State Department on Tuesday.", row("K KA", "Washington", "2016-09-06")),
    ("Putin received Erdogan at the Kremlin on Thursday.", row("P E", "Moscow", "2016-09-08")),
    ("Barack Obama met Haider al-Abadi at the White House on Tuesday.", row("BO H", "Washington", "2016-09-06")),
    ("Francois Hollande received Saad Hariri at the Elysee Palace on Thursday.", row("FH SA", "Paris", "2016-09-08")),
]  # fmt: skip

WHERE_THEY_ARE = [
    ("Zarif flew to Ankara on Friday for talks with his Turkish counterpart.", row("Z C", "Ankara", "2016-09-09")),
    ("Kerry is due in Geneva on Thursday for talks with Lavrov.", row("K L", "Geneva", "2016-09-15", "future")),
    ("Kerry will travel to Moscow for a meeting with Putin this week.", row("K P", "Moscow", "2016-09-12/2016-09-18", "future")),
    ("Zarif went to Cairo on Friday, where he met Egyptian Foreign Minister Sameh Shoukry.", row("Z SH", "Cairo", "2016-09-09")),
    ("De Mistura arrived in Damascus on Saturday and met Foreign Minister Walid al-Moallem.", row("M WM", "Damascus", "2016-09-10")),
    ("Turkish President Recep Tayyip Erdogan is in Moscow to repair ties with Russia. He met Vladimir Putin on Sunday.", row("P E", "Moscow", "2016-09-11")),
    ("On a visit to Cairo, Saudi Foreign Minister Adel al-Jubeir met Sisi on Saturday.", row("AJ S", "Cairo", "2016-09-10")),
    ("Adel al-Jubeir, the Saudi foreign minister, who was in London on Wednesday, met Boris Johnson.", row("AJ J", "London", "2016-09-07")),
    ("Haider al-Abadi was given an official welcome in Tehran on September 7.", row("H", "Tehran", "2016-09-07")),
    ("Iraq's prime minister, Haider al-Abadi, starts a visit to Iran on Wednesday, his office said.", row("H", "Iran", "2016-09-14", "future")),
    ("King Abdullah of Jordan starts a visit to the United States on Thursday.", row("KA", "United States", "2016-09-15", "future")),
    ("A Houthi delegation arrived in Kuwait on Thursday.", row("HO", "Kuwait", "2016-09-08")),
    ("De Mistura reached Damascus on Sunday for talks with Assad. He will see Assad on Tuesday.", row("M A", "Damascus", "2016-09-13", "future")),
]  # fmt: skip

FRONTED = [
    ("After meeting Putin in Moscow on Sunday, Netanyahu said Israel would act alone.", row("P BN", "Moscow", "2016-09-11")),
    ("Speaking in Berlin after talks with Frank-Walter Steinmeier on Thursday, Lavrov called the raid a crime.", row("L FS", "Berlin", "2016-09-08")),
    ("Putin and Erdogan spoke to the press in Hangzhou on Saturday after the two met there.", row("P E", "Hangzhou", "2016-09-10")),
    ("Lavrov invited Kerry to Moscow. The two men met in Geneva on Friday.", row("K L", "Geneva", "2016-09-09")),
    ("Haftar and Sarraj have met for the first time in months. They met in Abu Dhabi on Friday.", row("KH FA", "Abu Dhabi", "2016-09-09")),
    ("Kerry and Lavrov, who are now in New York, are rivals. The two ministers, who lead the talks, met in Geneva on Friday.", row("K L", "Geneva", "2016-09-09")),
    ("Kerry spoke with King Abdullah of Jordan. Kerry met the king in Amman on Friday.", row("K KA", "Amman", "2016-09-09")),
]  # fmt: skip

BODIES = [
    ("Foreign Minister Sameh Shoukry attended a meeting of the Arab League in Cairo on Thursday.", row("AL SH", "Cairo", "2016-09-08")),
    ("An emergency session of the Arab League in Cairo on Sunday condemned the bombing.", row("AL", "Cairo", "2016-09-11")),
    ("The Arab League held an emergency meeting in Cairo on Sunday.", row("AL", "Cairo", "2016-09-11")),
    ("The UN Security Council met in New York on Friday to discuss Aleppo.", row("SC", "New York", "2016-09-09")),
    ("The Security Council will hold a closed-door meeting on Wednesday on Yemen.", row("SC", None, "2016-09-14", "future")),
    ("The foreign ministers of Russia, Turkey and Iran met in Moscow on Saturday.", row("L C Z", "Moscow", "2016-09-10")),
    ("The Russian and Turkish presidents met in Moscow on Saturday.", row("P E", "Moscow", "2016-09-10")),
    ("A meeting in Geneva on August 26 brought no truce. John Kerry and Sergei Lavrov took part.", row("K L", "Geneva", "2016-08-26")),
]  # fmt: skip

ALONE = [*CALLS, *MEETINGS, *AHEAD, *HOUSES, *WHERE_THEY_ARE, *FRONTED, *BODIES]


@pytest.mark.parametrize(("text", "expected"), ALONE)
def test_one_encounter_is_told(text: str, expected: Row) -> None:
    assert met(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zarif visited Ankara on Sunday, a day after he met Assad in Damascus.",
            [row("Z", "Ankara", "2016-09-11"), row("A Z", "Damascus", "2016-09-10")],
        ),
        (
            "Zarif met Assad in Damascus on Saturday. He also met Prime Minister Tammam Salam in Beirut on Sunday.",
            [row("A Z", "Damascus", "2016-09-10"), row("Z TS", "Beirut", "2016-09-11")],
        ),
        (
            "Abadi held separate talks in Tehran with President Hassan Rouhani and Supreme Leader Ali Khamenei on Sunday.",
            [row("H R", "Tehran", "2016-09-11"), row("H AK", "Tehran", "2016-09-11")],
        ),
        (
            "Boris Johnson spoke on the phone on Sunday with Mevlut Cavusoglu and with Mohammad Javad Zarif.",
            [row("J C", None, "2016-09-11"), row("J Z", None, "2016-09-11")],
        ),
        (
            "Kerry saw Netanyahu in Jerusalem late Thursday, and he is due to see King Abdullah in Amman on Friday.",
            [row("K BN", "Jerusalem", "2016-09-08"), row("K KA", "Amman", "2016-09-16", "future")],
        ),
        (
            "Kerry saw Sisi in Cairo, on the Nile, on Wednesday, and on Thursday he was in Oman for talks with Lavrov.",
            [row("K S", "Cairo", "2016-09-07"), row("K L", "Oman", "2016-09-08")],
        ),
        (
            "Kerry met Lavrov in Moscow on Friday. On Saturday, he saw Zarif, former ambassador to the U.S. He also met Cavusoglu in Ankara on Sunday.",
            [row("K L", "Moscow", "2016-09-09"), row("K Z", None, "2016-09-10"), row("K C", "Ankara", "2016-09-11")],
        ),
    ],
)  # fmt: skip
def test_two_encounters_are_told_apart(text: str, expected: list[Row]) -> None:
    assert met(text) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "France called for talks between Kerry and Lavrov in Geneva on Friday.",
        "Assad refused to meet de Mistura in Damascus on Sunday.",
        "Lavrov said he was ready to meet Kerry in Geneva on Friday.",
        "Kerry could meet Lavrov in Geneva on Friday, diplomats said.",
        "A meeting between Kerry and Lavrov in Geneva on Friday was cancelled.",
        "The meeting of Kerry and Lavrov planned for Friday will not take place.",
        "Lavrov and Kerry failed to meet in Geneva on Friday.",
        "Kerry has yet to meet Lavrov in Geneva.",
        "If Kerry meets Lavrov on Friday, the truce may hold.",
        "Erdogan hopes to meet Putin in September.",
        "Kerry has no plans to meet Zarif in New York next week.",
        "Kerry's plan met with criticism from Lavrov in Moscow on Friday.",
        "Netanyahu said Abbas had not met his demands.",
        "Talks on a truce collapsed, Kerry told Lavrov in a letter on Friday.",
        "Kerry called on Lavrov on Friday to end the strikes on Aleppo.",
        "Assad received a letter from Putin on Sunday.",
        "Erdogan spoke to reporters in Ankara on Sunday about Putin.",
        "In an interview with Putin on Friday, the channel asked him about Erdogan.",
        "At a news conference with Zarif in Tehran on Sunday, Cavusoglu said Ankara wanted peace.",
        "Turkey hosts nearly three million refugees from Syria, Cavusoglu said on Friday.",
        "Putin welcomed the agreement that Kerry announced in Geneva on Friday.",
        "Damascus received weapons from Iran and Russia on Friday.",
        "Libya's two rivals have met for the first time in five months, while Italy held a conference.",
        "The truce to be discussed by Kerry and Lavrov was not in Assad's interest.",
        "Fighting in Aleppo reached the Syrian army's positions on Sunday, Kerry said.",
    ],
)
def test_words_of_meeting_tell_of_none(text: str) -> None:
    assert met(text) == []


def test_a_name_of_somebody_is_no_tense() -> None:
    """«Khaled» ends like a verb of the past, «tolerated by» is of no tense."""
    (ahead,) = met("Mahmoud Abbas will meet Hamas leader Khaled Meshaal in Cairo Wednesday.")
    assert ahead[2:] == ("2016-09-14", "future")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Saudi King Salman met Mohammed bin Salman in Riyadh on Friday.", "King Salman"),
        ("President Hadi met Ismail Ould Cheikh Ahmed in Riyadh on Friday.", "Abdrabbuh Mansur Hadi"),
        ("Lavrov met Sayyed Hasan Nasrallah in Beirut on Friday.", "Hassan Nasrallah"),
        ("Lavrov met President al-Sisi in Cairo on Friday.", "Abdel Fattah el-Sisi"),
    ],
)  # fmt: skip
def test_surnames_titles_and_spellings(text: str, who: str) -> None:
    ((names, *_),) = met(text)
    assert who in names and len(names) == 2
