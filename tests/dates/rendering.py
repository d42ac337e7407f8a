"""Arabic dates as newspapers write them, rendered from a day: the answer is known beforehand.

Each style takes the day it renders and returns the phrase; the parser must give the day back.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from hijridate import Gregorian
from persiantools.jdatetime import JalaliDate

LEVANTINE = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
PAN_ARAB = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MAGHREBI = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
    "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MOROCCAN = (
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
    "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
)  # fmt: skip
LIBYAN = (
    "أي النار", "النوار", "الربيع", "الطير", "الماء", "الصيف",
    "ناصر", "هانيبال", "الفاتح", "التمور", "الحرث", "الكانون",
)  # fmt: skip
BARE_HAMZA = (
    "كانون الثانى", "شباط", "اذار", "نيسان", "ايار", "حزيران",
    "تموز", "آب", "ايلول", "تشرين الاول", "تشرين الثانى", "كانون الاول",
)  # fmt: skip
SHORT = (
    "ك2", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "ت1", "ت2", "ك1",
)  # fmt: skip
NUMBERED = (
    "كانون2", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين1", "تشرين2", "كانون1",
)  # fmt: skip
HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة",
)  # fmt: skip
SOLAR = (
    "فروردين", "ارديبهشت", "خرداد", "تير", "مرداد", "شهريور",
    "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند",
)  # fmt: skip
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
ORDINALS = (
    "", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
    "العاشر", "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر",
    "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرين", "الحادي والعشرين",
    "الثاني والعشرين", "الثالث والعشرين", "الرابع والعشرين", "الخامس والعشرين",
    "السادس والعشرين", "السابع والعشرين", "الثامن والعشرين", "التاسع والعشرين", "الثلاثين",
    "الحادي والثلاثين",
)  # fmt: skip
COUNTED = ("", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")

PRESSES = (LEVANTINE, PAN_ARAB, MAGHREBI, MOROCCAN, LIBYAN, BARE_HAMZA, SHORT, NUMBERED)
Style = Callable[[date, random.Random], str]


def month(day: date, dice: random.Random) -> str:
    return dice.choice(PRESSES)[day.month - 1]


def plain(day: date, dice: random.Random) -> str:
    of = dice.choice([" ", " من ", " من شهر ", " شهر "])
    year = dice.choice([" ", " عام ", " سنة ", " من عام ", "، ", " من العام "])
    return f"{day.day}{of}{month(day, dice)}{year}{day.year}"


def slashed(day: date, dice: random.Random) -> str:
    name = dice.choice((LEVANTINE, PAN_ARAB, MAGHREBI))[day.month - 1]
    mark = dice.choice(["/", "-", " / ", " - "])
    return f"{day.day}{mark}{name}{mark}{day.year}"


def twins(day: date, dice: random.Random) -> str:
    first, second = LEVANTINE[day.month - 1], PAN_ARAB[day.month - 1]
    if dice.random() < 0.5:
        first, second = second, first
    pair = dice.choice(
        [
            f"{first}/{second} {day.year}", f"{first} / {second} {day.year}",
            f"{first}/ {second} {day.year}", f"{first} ({second}) {day.year}",
            f"{first} ({second}) من عام {day.year}", f"{first} {day.year} ({second})",
            f"{first} - {second} {day.year}", f"{first} أو {second} {day.year}",
            f"({first}/{second}) {day.year}", f"{first} [{second}] {day.year}",
            f"{first} ({second} {day.year})",
        ]
    )  # fmt: skip
    return f"{day.day} {pair}"


def ordinal(day: date, dice: random.Random) -> str:
    day_word = dice.choice(["", "اليوم "]) + ORDINALS[day.day]
    return f"{day_word} من {month(day, dice)} {day.year}"


def with_weekday(day: date, dice: random.Random) -> str:
    led = dice.choice(["", "يوم ", "مساء ", "صباح يوم ", "فجر ", "ليل "])
    gap = dice.choice([" ", "، ", " في ", " الموافق ", " الموافق لـ"])
    style = dice.choice([plain, twins, figures])
    return f"{led}{WEEKDAYS[day.weekday()]}{gap}{style(day, dice)}"


def weekday_bracket(day: date, dice: random.Random) -> str:
    return f"{WEEKDAYS[day.weekday()]} ({day.day} {month(day, dice)} {day.year})"


def figures(day: date, dice: random.Random) -> str:
    mark = dice.choice(["/", "-", ".", " / ", "\\"])
    if mark.strip() in "/-" and dice.random() < 0.3:
        mark = mark.strip()
        return f"{day.year}{mark}{day.month:02d}{mark}{day.day:02d}"
    if dice.random() < 0.5:
        return f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}"
    return f"{day.day}{mark}{day.month}{mark}{day.year}"


def hijri(day: date, dice: random.Random) -> str:
    there = Gregorian(day.year, day.month, day.day).to_hijri()
    of = dice.choice([" ", " من ", " من شهر "])
    era = dice.choice(["", "هـ", " هـ", " هجرية", " للهجرة"])
    return f"{there.day}{of}{HIJRI[there.month - 1]} {there.year}{era}"


def solar(day: date, dice: random.Random) -> str:
    there = JalaliDate.to_jalali(day.year, day.month, day.day)
    era = dice.choice(["", " هجري شمسي", " شمسي"])
    return f"{there.day} {SOLAR[there.month - 1]} {there.year}{era}"


def doubled(day: date, dice: random.Random) -> str:
    said = dice.choice([" الموافق ", " الموافق لـ", "، الموافق "])
    pair = [dice.choice([hijri, solar])(day, dice), plain(day, dice)]
    if dice.random() < 0.5:
        pair.reverse()
    return said.join(pair)


def tripled(day: date, dice: random.Random) -> str:
    return f"{WEEKDAYS[day.weekday()]} {hijri(day, dice)} الموافق {plain(day, dice)}"


def english(day: date, dice: random.Random) -> str:
    name = day.strftime("%B")
    return dice.choice(
        [f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}", day.isoformat()]
    )


STYLES: tuple[Style, ...] = (
    plain, slashed, twins, ordinal, with_weekday, weekday_bracket, figures, hijri, solar,
    doubled, tripled, english,
)  # fmt: skip


def ranged(first: date, last: date, dice: random.Random) -> str:
    """Two days as a range: in one month, across months, across years."""
    names = dice.choice((LEVANTINE, PAN_ARAB, MAGHREBI, MOROCCAN))
    a, b = names[first.month - 1], names[last.month - 1]
    opener, join = dice.choice([("من ", " إلى "), ("من ", " حتى "), ("بين ", " و"), ("", " - ")])
    if (first.year, first.month) == (last.year, last.month):
        return f"{opener}{first.day}{join}{last.day} {a} {first.year}"
    if first.year == last.year:
        return f"{opener}{first.day} {a}{join}{last.day} {b} {last.year}"
    return f"{opener}{first.day} {a} {first.year}{join}{last.day} {b} {last.year}"


def other_digits(phrase: str, dice: random.Random) -> str:
    zero = dice.choice([0x660, 0x6F0])
    return "".join(chr(zero + int(c)) if c.isascii() and c.isdecimal() else c for c in phrase)


def marked(phrase: str, dice: random.Random) -> str:
    """The phrase with what a text drags along: bidi marks, vowel signs, tatweel, joiners."""
    out: list[str] = []
    for here, following in zip(phrase, phrase[1:] + " ", strict=True):
        out.append(here)
        if dice.random() > 0.15:
            continue
        if here.isalpha() and not here.isascii():
            # A tatweel joins two letters; beside figures or marks it would be a dash.
            joins = "\u0640" if following.isalpha() and here not in "اأإآدذرزوةىء" else "\u064e"
            out.append(dice.choice(["\u064e", "\u0651", "\u0650", joins]))
        elif here in " /":
            out.append(dice.choice(["\u200f", "\u200e", "\u202b", "\u200b", "\u2067"]))
    return "".join(out)


def near(published: date, days: int) -> date:
    return published + timedelta(days=days)
