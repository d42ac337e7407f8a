"""People who stand for the body that is named after them: «وفد من …», «فريق … التابع ل …»."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.titles import titles

_OF_IT, _TEAM = "تابع", 3  # «التابعين ل», and words from a team to it


def its_team(reading: Reading, actor: Found) -> bool:
    """«فريق المحققين التابعين لمنظمة حظر الأسلحة»: people of the body that is named."""
    k = actor.start - 1
    if k < 1 or not reading.words[k].removeprefix("ال").startswith(_OF_IT):
        return False
    sent = lexicon().delegation
    words = (word for word in reading.words[max(0, k - _TEAM) : k])
    return any(word in sent or word.removeprefix("ال") in sent for word in words)


def delegation_of(reading: Reading, k: int) -> bool:
    """«وفداً من الكونغرس», «المسؤولين العسكريين في القوات المسلحة»: they are of the body named."""
    while k > 0 and _names_the_kind(reading.words[k]):
        k -= 1  # «وفداً من [حركة "]حماس»
    if reading.words[k] == "في":
        while k and reading.words[k - 1] in titles().ranks:
            k -= 1
        return k > 0 and reading.words[k - 1] in titles().people
    those = lexicon().delegation
    if reading.words[k][:1] == "ب" and reading.words[k][1:] in those:
        return True  # «اجتمع بوفد الهيئة العليا للمفاوضات»
    before = reading.words[k - 1] if k else ""
    named = before in those or (before[:1] in ("و", "ب", "ل") and before[1:] in those)
    return named and reading.words[k] in ("من", "عن")


def _names_the_kind(word: str) -> bool:
    """A quotation mark before a name, or what the body is: «حركة», «جماعة»."""
    return word == '"' or (word in lexicon().forces and word != "من")


def sent_by(reading: Reading, actor: Found) -> bool:
    """Whether a body acts through its people: «وفد من الائتلاف», «وفد المعارضة»."""
    words = reading.words[max(0, actor.start - 1) : actor.start + 1]
    those = lexicon().delegation
    named = any(word in those or word.removeprefix("و") in those for word in words)
    return named or actor.via == "delegation" or delegation_of(reading, actor.start - 1)


def of_the_body(reading: Reading, k: int) -> bool:
    """«بممثلين للحوثيين», «بالأمين العام لحزب المؤتمر»: one who stands for the body after ل."""
    while k > 0 and reading.words[k] in ('"', "ل", "ول"):
        k -= 1  # «ممثلين لـ«الائتلاف»»
    word = reading.words[k]
    if word == "العام":
        return reading.words[k - 1].endswith("امين")
    return any(word[len(c) :] in lexicon().delegation for c in ("", "ب", "و") if word.startswith(c))
