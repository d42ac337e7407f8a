"""Whether «اليوم» and «غد» are days: not nowadays, a newspaper, an ordinal day, a better morrow."""

from __future__ import annotations

from dashboard.dates.scan import Scan
from dashboard.dates.tense import tells, word_tense

_STATE_WITHIN = 3  # words before «اليوم هو» in which no verb may stand


def today_is_meant(scan: Scan, i: int, end: int) -> bool:
    """Whether «اليوم» is a day: not a newspaper, an ordinal day, «كل يوم» or «حتى اليوم»."""
    text, sets = scan.text, scan.lexicon.sets
    if text[i].startswith("الليل") and scan.role(end, "ordinal"):
        return False  # «الليلة السابعة والعشرين من رمضان»
    if text[i] != "اليوم":
        return True
    if text[end] in sets["deictic_names.after"] or scan.role(end, "ordinal"):
        return False
    if text[end] in sets["same.words"] or text[end] in sets["same.next"]:
        return False
    if _numbered(scan, end):
        return False
    before = text[i - 1] if i else ""
    if text[end] == ":" and (i == 1 or (i > 1 and text[i - 2] == "\n")):
        return False  # «الأردن اليوم: …»: the paper at the head of its line
    if before in sets["deictic_names.before"] or before in sets["deictic_names.vague_before"]:
        return False
    if before in sets["deictic_names.stands_at"]:
        return i > 1 and text[i - 2] not in sets["deictic_names.stands"]
    if text[end] in sets["deictic_names.vague_after"] and _is_a_state(scan, i):
        return False  # «التحدي اليوم هو»
    if before in sets["deictic_names.lands"]:
        return i > 1 and (text[i - 2] == "الي" or tells(text[i - 2]))
    if (
        i > 1
        and before in sets["deictic_names.titles"]
        and scan.is_in(i - 2, "deictic_names.paper")
    ):
        return False
    quoted = before in ('"', "'", "(", "#") and text[end] in ('"', "'", ")")
    return not quoted and before not in ("_", "#") and text[end] != "_"


def _is_a_state(scan: Scan, i: int) -> bool:
    """Whether a noun with its article and no verb stands before: «المثير اليوم هو»."""
    words = scan.text[max(0, i - _STATE_WITHIN) : i]
    return scan.text[i - 1].startswith("ال") and not any(map(word_tense, words))


def _numbered(scan: Scan, end: int) -> bool:
    """«لليوم الـ289», «لليوم 12 على التوالي»: which day of many, not «اليوم 12 قتيلاً»."""
    text = scan.text
    number = end + 1 if text[end] == "ال" else end
    if not text[number].removeprefix("ال").isdecimal():
        return False
    in_a_row = text[number + 1] == "علي" and scan.is_in(number + 2, "deictic_names.in_a_row")
    return number > end or text[number].startswith("ال") or in_a_row


def tomorrow_is_meant(scan: Scan, i: int) -> bool:
    """«غداً» is a day; «غد أفضل» and «غدا» = became are not unless the clause is future."""
    word = scan.text[i]
    if word == "غدا":
        # «غدا الوضع أفضل» (became) opens its clause and is written without tanwin.
        opens = i == 0 or scan.text[i - 1] in (".", ",", "\n", "و", ":", '"')
        subject = scan.text[i + 1].startswith("ال")
        return not (opens and subject and "\u064b" not in scan.original(i))
    if word == "الغد":
        return scan.tokens.before(i) in scan.lexicon.sets["deictic_other.before_tomorrow"]
    return False
