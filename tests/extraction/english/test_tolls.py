"""Casualties in articles in English: the same claims as in Arabic, by English word order."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document, Extraction

PUBLISHED = date(2016, 9, 12)  # a Monday
K, M = 1000, 1_000_000


def read(text: str) -> Extraction:
    return extract(Document("d", text, published=PUBLISHED))


Row = tuple[str, int | None, int | None, str]
CLAIMS: list[tuple[str, list[Row]]] = [
    ("Nine civilians were killed in Homs.", [("killed", 9, 9, "incident")]),
    (
        "At least 14 people, including five children, were killed near Aleppo.",
        [("killed", 14, None, "incident"), ("killed", 5, 5, "subset")],
    ),
    (
        "The raid killed 7 fighters and wounded 11 others.",
        [("killed", 7, 7, "incident"), ("wounded", 11, 11, "incident")],
    ),
    (
        "Shells fell on the market, killing three and injuring dozens.",
        [("killed", 3, 3, "incident"), ("wounded", 12, None, "incident")],
    ),
    (
        "Two soldiers were killed and six injured in the blast.",
        [("killed", 2, 2, "incident"), ("wounded", 6, 6, "incident")],
    ),
    ("More than 260,000 people have been killed since March 2011.", [("killed", 260 * K, None, "cumulative")]),
    ("The death toll rose to 43.", [("killed", 43, 43, "incident")]),
    ("Between 30 and 40 rebels died.", [("killed", 30, 40, "incident")]),
    ("Up to 20 people were wounded.", [("wounded", None, 20, "incident")]),
    ("Two women and a child were killed.", [("killed", 3, 3, "incident")]),
    ("One hundred and twenty-five prisoners were executed.", [("killed", 125, 125, "incident")]),
    ("Some 1.5 million people have fled the country.", [("displaced", 1500 * K, 1500 * K, "cumulative")]),
    (
        "Two soldiers were killed and a third injured in Derna.",
        [("killed", 2, 2, "incident"), ("wounded", 1, 1, "incident")],
    ),
    ("A Palestinian gunman killed seven people in Jerusalem.", [("killed", 7, 7, "incident")]),
    ("Militants took 250 hostages in the attack.", [("detained", 250, 250, "incident")]),
    ("An airstrike killed a couple and their two daughters.", [("killed", 4, 4, "incident")]),
    ("A 16-year-old was shot dead in Hebron.", [("killed", 1, 1, "incident")]),
    ("A strike killed Hezbollah commander Fuad Shukr on Tuesday.", [("killed", 1, 1, "incident")]),
    ("Journalist Shireen Abu Akleh was shot dead in Jenin.", [("killed", 1, 1, "incident")]),
    ("The strike that killed Hezbollah commander Fuad Shukr shook the city.", []),
    ("The father of two was killed by soldiers in Hebron.", []),
    ("Ten Syrians, five Iraqis and two Lebanese were killed.", [("killed", 17, 17, "incident")]),
    ("A number of civilians were martyred in an Israeli aggression.", [("killed", 1, None, "incident")]),
    ("The 444 Brigade commander was detained in Tripoli.", []),
    ("Around 120 hostages remain, at least 40 of whom Israel says are dead.", [("killed", 40, None, "incident")]),
    ("At least 16 people were killed, in the deadliest day since the war began in June.", [("killed", 16, None, "incident")]),
    ("The hospital received 35 bodies and 80 wounded people.", [("killed", 35, 35, "incident"), ("wounded", 80, 80, "incident")]),
    ("The attack was the deadliest since 2014, when a truck bomb killed 27.", []),
    ("An average of 10 people a day are killed in the camp.", []),
    ("At least 1.9 million people – about 85% of the population – are displaced.", [("displaced", 1900 * K, None, "cumulative")]),
    ("A doctors' committee said the shelling killed three people.", [("killed", 3, 3, "incident")]),
    ("Nearly 80 percent of Gaza's 2.3 million people have been displaced.", []),
    ("Police arrested 12 men in Deraa.", [("detained", 12, 12, "incident")]),
    ("No casualties were reported.", [("casualties", 0, 0, "incident")]),
    ("The shelling left 8 people dead.", [("killed", 8, 8, "incident")]),
    ("Rescuers recovered the bodies of four people.", [("killed", 4, 4, "incident")]),
    ("Observers counted more than 90 bodies in the village.", [("killed", 90, None, "incident")]),
    (
        "The death toll from Sunday's truck bombing in the Karrada district has risen to at least 175.",
        [("killed", 175, None, "incident")],
    ),
    ("Turkey is seeking the release of 49 people held at its consulate.", [("detained", 49, 49, "incident")]),
    (
        "The army said 23 people died, three of them soldiers.",
        [("killed", 23, 23, "incident"), ("killed", 3, 3, "subset")],
    ),
    ("Four doctors, a nurse and a pharmacist have been abducted.", [("detained", 6, 6, "incident")]),
    (
        "The army has lost 56 soldiers and three civilians were hurt.",
        [("killed", 56, 56, "incident"), ("wounded", 3, 3, "incident")],
    ),
    ("Half a million residents fled Mosul.", [("displaced", 500 * K, 500 * K, "cumulative")]),
    (
        "Shells killed four civilians, among them a mother and her two children.",
        [("killed", 4, 4, "incident"), ("killed", 3, 3, "subset")],
    ),
    ("A man and his son were killed.", [("killed", 2, 2, "incident")]),
    ("That brings to 41 the number of protesters killed.", [("killed", 41, 41, "incident")]),
    ("The tally of Palestinians killed passed 30,000.", [("killed", 30 * K, None, "cumulative")]),
    ("Violence has claimed more than 60 lives.", [("killed", 60, None, "incident")]),
    ("The party claimed 12 seats.", []),
    ("Medics said nobody else was hurt.", [("wounded", 0, 0, "incident")]),
    ("Four boys, aged between nine and 11, played on the beach.", []),
    ("Five of the 20 hostages were killed.", [("killed", 5, 5, "incident")]),
    ("The group has 5,000 fighters, of whom 40 were killed.", [("killed", 40, 40, "incident")]),
    ("Two men, aged 20 and 25, were killed.", [("killed", 2, 2, "incident")]),
    ("Three out of every 10 children killed were girls.", []),
    ("The army said it feared that 200 people had been killed.", []),
    ("The ministry recorded 45 deaths from Covid-19 and 300 new cases.", []),
    ("Doctors treated 300 patients for cholera.", []),
    ("Outside, 12 people held a vigil.", []),
    ("Dozens of people attended a rally held in Homs.", []),
    ("The army lost 20 vehicles.", []),
    ("The victims were children, all under 15.", []),
    # No claims: threats, other things, other numbers.
    ("The group threatened to kill 12 hostages.", []),
    ("The attack destroyed 14 houses 3 km from Aleppo.", []),
    ("He spoke for 40 minutes about 5 proposals.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claims(text: str, expected: list[Row]) -> None:
    found = read(text).claims
    assert [(c.kind, c.low, c.high, c.scope) for c in found] == expected
    for claim in found:
        assert text[claim.start : claim.end] == claim.text


def test_who_asserts_a_figure() -> None:
    text = (
        "Nine people were killed in Idlib, the Syrian Observatory for Human Rights said on Sunday."
    )
    (claim,) = read(text).claims
    assert claim.asserted_by == "Syrian Observatory for Human Rights"
    text = "Nine people were killed in Idlib, an official said."
    assert [c.asserted_by for c in read(text).claims] == [""]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("An F-16 killed 3 people in Raqqa.", [("killed", 3, 3, "incident")]),
        ("Police killed 20 dogs in Raqqa.", []),
    ],
)
def test_a_make_and_animals_are_nobody(text: str, rows: list[Row]) -> None:
    found = [(c.kind, c.low, c.high, c.scope) for c in read(text).claims]
    assert found == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Of the 70 killed, 31 were women and 12 were children.",
            [("killed", 70, 70, "incident"), ("killed", 31, 31, "subset"), ("killed", 12, 12, "subset")],
        ),
        (
            "Officials said 45 people were killed in Homs; 31 were women.",
            [("killed", 45, 45, "incident"), ("killed", 31, 31, "subset")],
        ),
        ("Among the dead, 31 were women.", [("killed", 31, 31, "subset")]),
        ("At the school 31 were girls and the rest boys.", []),
    ],
)  # fmt: skip
def test_who_some_of_the_dead_were(text: str, rows: list[Row]) -> None:
    assert [(c.kind, c.low, c.high, c.scope) for c in read(text).claims] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Ban Ki-moon announced that teams may enter. Five people were shot dead in Homs on Friday, said a senior figure in a rights group.",
        "Officials in Yemen say at least 49 soldiers were killed in Aden, in an attack that Islamic State said was its work.",
    ],
)
def test_a_toll_of_somebody_unnamed_is_nobody_else_s(text: str) -> None:
    found = extract(Document("d", text, published=date(2016, 12, 18)))
    assert [claim.asserted_by for claim in found.claims] == [""]
