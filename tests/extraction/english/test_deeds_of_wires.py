"""Deeds as English wires tell them: who did what, where, when, and what was not done."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2024, 6, 12)  # a Wednesday

Row = tuple[str, str, str, str | None]  # type, modality, who (the doer first), place


def deeds(text: str) -> list[Row]:
    """The deeds of a text but for what is said, with the doer before a colon."""
    out: list[Row] = []
    for event in extract(Document("d", text, published=PUBLISHED)).events:
        if event.event_type in ("STATEMENT", "CONSULT", "DEMAND", "ACCUSE", "AGREE"):
            continue
        doers = " ".join(p.name for p in event.participants if p.role == "source")
        beside = ", ".join(p.name for p in event.participants if p.role != "source")
        who = doers + (f": {beside}" if beside else "")
        place = event.place.name if event.place else None
        out.append((event.event_type, event.modality, who, place))
    return out


WHO_DID_IT: list[tuple[str, Row]] = [
    ("An Israeli airstrike on a school in Gaza City killed at least 15 people on Saturday.",
     ("ASSAULT", "actual", "Israel", "Gaza City")),
    ("Russian warplanes bombed a market in Idlib on Tuesday.", ("ASSAULT", "actual", "Russia", "Idlib")),
    ("US and British forces carried out strikes on Houthi targets in Yemen on Thursday night.",
     ("ASSAULT", "actual", "United States: United Kingdom", "Yemen")),
    ("Houthis say US-British strikes killed 16 in Hodeidah",
     ("ASSAULT", "actual", "United States: United Kingdom", "Hodeidah")),
    ("Yemen's Houthis fired two missiles at a ship in the Red Sea on Sunday.",
     ("ASSAULT", "actual", "Houthis", "Red Sea")),
    ("Hezbollah said it fired dozens of rockets at Kiryat Shmona.",
     ("ASSAULT", "actual", "Hezbollah", "Qiryat Shmona")),
    ("Saudi-led coalition airstrikes hit a wedding in Hodeidah province on Monday.",
     ("ASSAULT", "actual", "Arab coalition in Yemen", "Hodeidah")),
    ("Airstrikes by the Saudi-led coalition killed 14 civilians in Saada.",
     ("ASSAULT", "actual", "Arab coalition in Yemen", "Saada")),
    ("At least 38 people were killed in Sudanese army shelling of a market in Omdurman.",
     ("ASSAULT", "actual", "Sudanese army", "Omdurman")),
    ("An RSF drone attack on a mosque in El Fasher killed 75 worshippers on Friday.",
     ("ASSAULT", "actual", "Rapid Support Forces", "El Fasher")),
    ("Israeli forces killed three Palestinians during a raid in Jenin on Wednesday.",
     ("ASSAULT", "actual", "Israel", "Jenin")),
    ("A Palestinian teenager was killed by Israeli fire near Nablus on Thursday.",
     ("ASSAULT", "actual", "Israel", "Nablus")),
    ("Israeli forces shot dead a 16-year-old boy in Tulkarm.", ("ASSAULT", "actual", "Israel", "Tulkarm")),
    ("At least 21 people died in an attack by al-Shabaab on a hotel in Mogadishu.",
     ("ASSAULT", "actual", "al-Shabaab", "Mogadishu")),
    ("Tunisian authorities arrested opposition leader Rached Ghannouchi in Tunis on Monday.",
     ("COERCE", "actual", "Tunisia: Rached Ghannouchi", "Tunis")),
    ("Hamas leader Ismail Haniyeh was assassinated in Tehran early on Wednesday.",
     ("ASSAULT", "actual", ": Ismail Haniyeh", "Tehran")),
    ("Hochstein told reporters in Beirut that Israel had struck targets in the Bekaa.",
     ("ASSAULT", "actual", "Israel", "Beqaa")),
    ("Algerian police on Friday detained at least 40 demonstrators in Oran.",
     ("COERCE", "actual", "Algeria", "Oran")),
    ("Kyiv, Ukraine - Russia fired 47 missiles and drones at Dnipro overnight.",
     ("ASSAULT", "actual", "Russia", "Dnipro")),
    ("The Saudi-led coalition fighting Yemen's Houthi rebels carried out airstrikes on Saada.",
     ("ASSAULT", "actual", "Arab coalition in Yemen", "Saada")),
    ("More than 30 people were killed by artillery fire from the RSF in El Fasher.",
     ("ASSAULT", "actual", "Rapid Support Forces", "El Fasher")),
    ("Two Palestinians were killed and five others injured by Israeli army gunfire in Jenin.",
     ("ASSAULT", "actual", "Israeli army", "Jenin")),
    ("Israeli warplanes struck the Jabalia camp on Thursday.", ("ASSAULT", "actual", "Israel", "Jabalia camp")),
    ("The Israeli military said it had struck targets in Lebanon.", ("ASSAULT", "actual", "Israeli army", "Lebanon")),
]  # fmt: skip

NOBODY_KNOWN: list[tuple[str, Row]] = [
    ("Suspected Israeli airstrikes killed five Iran-backed fighters near Abu Kamal on Friday.",
     ("ASSAULT", "actual", "", "Al-Bukamal")),
    ("Israel accused Hezbollah of firing rockets at Majdal Shams.", ("ASSAULT", "actual", "", "Majdal Shams")),
    ("An improvised bomb killed a UN peacekeeper and wounded four others in Baghdad.",
     ("ASSAULT", "actual", "", "Baghdad")),
    ("Macron and Merkel, whose states launched strikes on Damascus, spoke on Monday.",
     ("ASSAULT", "actual", "", "Damascus")),
    ("Syrian rebels attacked a checkpoint in Hama on Monday.", ("ASSAULT", "actual", "", "Hama")),
    ("The Houthis claimed responsibility for a missile attack on a ship in the Red Sea.",
     ("ASSAULT", "actual", ": Houthis", "Red Sea")),
]  # fmt: skip

NOT_DONE: list[tuple[str, list[Row]]] = [
    ("The Kremlin denied that Russian planes had bombed a hospital in Idlib.",
     [("ASSAULT", "denied", "Russia", "Idlib")]),
    ("Israel is preparing to launch a ground offensive in Rafah, officials said.", []),
    ("The U.S. warned that any attack on Rafah would be a disaster.", []),
    ("The U.N. envoy warned that many could be killed if Aleppo is besieged.", []),
    ("Aid trucks were looted near Khan Younis.", []),
    ("Netanyahu rejected Hamas' demands on Wednesday.",
     [("REJECT", "actual", "Benjamin Netanyahu: Hamas", None)]),
    ("Thousands left northern Idlib due to shelling.", [("ASSAULT", "actual", "", "Idlib")]),
    ("The 2013 sarin attack on Aleppo killed more than 40 people, according to Washington.",
     [("ASSAULT", "historical", "", "Aleppo")]),
    ("Police arrested 25 protesters in Tunis on Friday.", [("COERCE", "actual", "", "Tunis")]),
    ("Seven killed in Israeli strike on Gaza aid convoy", [("ASSAULT", "actual", "Israel", "Gaza Strip")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row"), [*WHO_DID_IT, *NOBODY_KNOWN])
def test_who_did_it(text: str, row: Row) -> None:
    assert deeds(text) == [row]


@pytest.mark.parametrize(("text", "rows"), NOT_DONE)
def test_what_was_not_done(text: str, rows: list[Row]) -> None:
    assert deeds(text) == rows


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        ("Putin and Erdogan agreed in Sochi on a buffer zone.",
         {"Vladimir Putin", "Recep Tayyip Erdogan"}, "Sochi"),
        ("Hamas and Fatah representatives signed a unity declaration in Beijing in July.",
         {"Hamas", "Fatah"}, "Beijing"),
        ("Egypt, Jordan and Iraq signed an electricity agreement in Baghdad on Sunday.",
         {"Egypt", "Jordan", "Iraq"}, "Baghdad"),
    ],
)  # fmt: skip
def test_who_agrees_somewhere_has_met(text: str, who: set[str], place: str) -> None:
    events = extract(Document("d", text, published=PUBLISHED)).events
    rows = {
        e.event_type: ({p.name for p in e.participants}, e.place and e.place.name) for e in events
    }
    assert rows == {"CONSULT": (who, place), "AGREE": (who, place)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Iraqi forces killed four Islamic State militants in Kirkuk, the military said.", None),
        ("Two soldiers were killed in an attack, the Turkish defence ministry said.", "Turkey"),
        ("Hamas leader Ismail Haniyeh was killed in Tehran, Iran's Revolutionary Guards said.",
         "Islamic Revolutionary Guard Corps"),
        ("The offensive has killed 37,000 people, according to the Hamas-run health ministry.", None),
        ("The monitor is in London. The Britain-based group said 5 people were killed.", None),
        ("Human Rights Watch accused the RSF of executing at least 28 people.", "Human Rights Watch"),
        ("Hospital officials put the toll at 22; Hamas said many were hurt.", None),
        ("Eleven migrants drowned off Tunisia, the coast guard said.", None),
    ],
)  # fmt: skip
def test_who_says_so(text: str, speaker: str | None) -> None:
    claims = extract(Document("d", text, published=PUBLISHED)).claims
    assert {c.asserted_by for c in claims} == {speaker or ""}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("More than 10 million people have been displaced inside Sudan since war broke out in April 2023.",
         date(2023, 4, 1), PUBLISHED),
        ("At least 9,000 people have been killed since fighting erupted in April 2023.",
         date(2023, 4, 1), PUBLISHED),
        ("Some 1.4 million people had been forced from their homes by February 2020.",
         None, date(2020, 2, 29)),
    ],
)  # fmt: skip
def test_since_when(text: str, first: date | None, last: date) -> None:
    [claim] = extract(Document("d", text, published=PUBLISHED)).claims
    assert (claim.first, claim.last) == (first, last)
