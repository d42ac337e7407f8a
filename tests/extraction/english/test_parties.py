"""Who met, in English: titles beside names, names spelt otherwise, seen, called, sat down with."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.extraction.english.spellings import spelt_otherwise
from dashboard.model import Document

PUBLISHED = date(2016, 9, 12)  # a Monday


def met(text: str) -> list[tuple[str, set[str], str | None, str]]:
    found = extract(Document("d", text, published=PUBLISHED))
    return [
        (e.mode, {p.name for p in e.participants}, e.place and e.place.name, e.date.edtf)
        for e in found.events
        if e.event_type == "CONSULT"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN and Arab League envoy, Staffan de Mistura, met Walid Muallem in Damascus on Friday.",
            ("meeting", {"Staffan de Mistura", "Walid Muallem"}, "Damascus", "2016-09-09"),
        ),
        (
            "Sergei Lavrov met Hassan Nasrallah, Hezbollah's secretary general, in Beirut on Saturday.",
            ("meeting", {"Sergey Lavrov", "Hassan Nasrallah"}, "Beirut", "2016-09-10"),
        ),
        (
            "Sergei Lavrov sat down on Thursday with John Kerry.",
            ("meeting", {"Sergey Lavrov", "John Kerry"}, None, "2016-09-08"),
        ),
        (
            "Vladimir Putin and Recep Tayyip Erdogan talked by telephone on Sunday about Aleppo.",
            ("phone", {"Vladimir Putin", "Recep Tayyip Erdogan"}, None, "2016-09-11"),
        ),
        (
            "Haider al-Abadi, the cautious premier of a divided land, saw John Kerry in Baghdad on Friday.",
            ("meeting", {"Haider al-Abadi", "John Kerry"}, "Baghdad", "2016-09-09"),
        ),
        (
            "John Kerry saw Israel's prime minister, Benjamin Netanyahu, in Jerusalem on Friday.",
            ("meeting", {"John Kerry", "Benjamin Netanyahu"}, "Jerusalem", "2016-09-09"),
        ),
        (
            "Lavrov spoke of his talks with Bashar al-Assad. Sergei Lavrov praised Bashar al-Assad, "
            "whom he met in Damascus on Wednesday.",
            ("meeting", {"Sergey Lavrov", "Bashar al-Assad"}, "Damascus", "2016-09-07"),
        ),
        (
            "Negotiators from Russia, Iran and Turkey came together in Astana on Thursday.",
            ("multilateral", {"Russia", "Iran", "Turkey"}, "Astana", "2016-09-08"),
        ),
        (
            "On Friday Barack Obama telephoned King Abdullah of Jordan.",
            ("phone", {"Barack Obama", "King Abdullah II"}, None, "2016-09-09"),
        ),
        (
            "Oman's Yusuf bin Alawi received Javad Zarif in Muscat on Thursday.",
            ("meeting", {"Yusuf bin Alawi", "Mohammad Javad Zarif"}, "Muscat", "2016-09-08"),
        ),
        (
            "Erdogan arrived in St. Petersburg on Thursday to meet Putin.",
            (
                "meeting",
                {"Recep Tayyip Erdogan", "Vladimir Putin"},
                "Saint Petersburg",
                "2016-09-08",
            ),
        ),
    ],
)
def test_who_met(text: str, expected: tuple[str, set[str], str | None, str]) -> None:
    assert expected in met(text)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Fayez Al-Serraj", "fayez-al-sarraj"),
        ("Omar Hassan al-Bashir", "omar-al-bashir"),
        ("Faisal Muqdad", "faisal-mekdad"),
        ("Ali Hassan", ""),
        ("Al-Serraj", ""),
        ("Khan Sheikhoun", ""),
        ("Human Rights Watch", ""),
    ],
)
def test_a_name_in_another_spelling_is_of_one_person_or_of_nobody(
    written: str, listed: str
) -> None:
    assert spelt_otherwise(written) == listed


def test_the_first_of_two_names_is_no_surname() -> None:
    text = "The car was hit, said Ashraf al-Qudra, the health ministry's spokesman."
    assert not extract(Document("d", text, published=PUBLISHED)).events
