"""Where a capital or a state is a place, not its government: «في موسكو», «زار كيري موسكو»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.text import Word, fold_word

if TYPE_CHECKING:
    from dashboard.extraction.actors.mentions import ActorReader

# Before these a capital or a state is a place where something happens, not a government.
_LOCATIVE = word_set("capitals", "locative")
VISITED = word_set("capitals", "visited")
_ARRIVED = word_set("capitals", "arrived")
# «شهدت موسكو محادثات», «تستضيف أستانا جولة جديدة»: where it is held.
HOSTED = word_set("capitals", "hosted")
_VISIT = (fold_word("زيارة"), "زيارت")
_DEPUTIES = word_set("capitals", "deputies")
_TITLES = 18  # words of a visitor with all his titles
_LONG_TITLES, _ELSEWHERE = 30, word_set("capitals", "elsewhere")
_LATELY, _LATER = word_set("capitals", "lately"), word_set("visitors", "adverbs")
_TAKES_IN, _TOUR, _TOUR_REACH = word_set("tours", "takes_in"), "جول", 5
THEN = fold_word("ثم")
_IN, _EACH_OF = fold_word("في"), ("كل", "كلا", "لكل")
_OF_THEM = word_set("capitals", "of_them")
_SHAKES, _STRIKES = word_set("capitals", "shakes"), word_set("capitals", "strikes")
_ITS_OWN, _UPON = word_set("capitals", "its_own"), word_set("deed_parties", "upon")
_BLOWS, _HIT = word_set("capitals", "blows"), 4  # words from «غارات» to the city
_VISITORS = 4  # words of a verb and those who visit


def hosts_itself(tokens: Sequence[Word], end: int) -> bool:
    """«وكانت فيينا شهدت جولة سابقة», «جنيف تستضيف اليوم …»: what is held there, told after it."""
    return end < len(tokens) and tokens[end].text in HOSTED


def arrived(word: str) -> bool:
    """Whether a word is a verb of arriving, with what may be attached: «وصل», «وسيصل»."""
    bare = word.removeprefix("و").removeprefix("ف").removeprefix("س")
    return word in _ARRIVED or bare in _ARRIVED


def locative(reader: ActorReader, i: int, clitic: int) -> bool:
    """Whether the name at ``i`` is a place («في موسكو», «بموسكو»), not its government."""
    prefix = reader.tokens[i].text[:clitic]
    if "ب" in prefix:
        return True
    if "ل" in prefix and any(
        t.text.lstrip("وبل").removeprefix("ال").startswith(_VISIT)
        for t in reader.tokens[max(0, i - _titled_visitor(reader, i)) : i]
    ):
        return True  # «زيارة الأخير لباريس»
    if "ل" in prefix and visited_after_titles(reader, i):
        return True
    if "ل" in prefix and i and arrived(reader.tokens[i - 1].text):
        return True  # «وصل للقاهرة»
    before = reader.tokens[i - 1].text if i else ""
    if before == '"' and i > 1:
        before = reader.tokens[i - 2].text  # «في "تل أبيب"»
    if before in _LATER and i > 1:
        before = reader.tokens[i - 2].text  # «يزور لاحقاً القاهرة»
    if before == "من" and i > 1 and reader.tokens[i - 2].text.lstrip("وب") in _EACH_OF:
        return False  # «بين كل من روسيا وإيران»
    if before in _OF_THEM and i > 1 and reader.tokens[i - 2].text in reader.words.people:
        return False  # «مفاوضون من إيران», «ممثلون عن روسيا»
    if before in _LOCATIVE or before.removeprefix("و") in _LOCATIVE:
        return True
    if before.lstrip("وفس") in VISITED or arrived(before):
        return True
    if on_a_tour(reader.tokens, i):
        return True  # «جولة تشمل باريس ولندن»
    if not prefix and _struck(reader, i):
        return True
    if "و" in prefix and _capital_apart(reader, i - 1):
        return True  # «سيزور الرياض وعمان»
    if before == THEN and _capital_apart(reader, i - 2):
        return True  # «زار الرياض ثم عمان»
    if before.lstrip("وفس") in HOSTED:
        return True
    of = i - 1 if before == "," else i
    if of > 1 and reader.tokens[of - 2].text.endswith("العاصمه"):
        return True  # «العاصمة الإثيوبية أديس أبابا», «العاصمة الأرجنتينية، بوينس آيرس»
    # «زار دي ميستورا دمشق»: the visitor stands between the verb and the city.
    end = _past_a_day(reader, i)
    visitor = reader.found[-1].start if reader.found and reader.found[-1].end == end else 0
    if visitor > 1 and reader.tokens[visitor - 1].text in _DEPUTIES:
        visitor -= 1
    verb = reader.tokens[visitor - 1].text if visitor > 0 else ""
    if verb.lstrip("وفس") in VISITED or verb.lstrip("وبل").startswith(_VISIT):
        return True
    if arrived(verb) and ("ل" in prefix or not prefix):
        return True  # «وصل أوباما للقاهرة», «وصل لافروف بغداد»
    if visitor and reader.found[-1].actor.kind == "person" and _visits(reader, visitor):
        return True
    near = [token.text for token in reader.tokens[max(0, i - _VISITORS) : i]]
    sent = [token.text for token in reader.tokens[max(0, visitor - 3) : visitor]]
    return any(
        people in reader.words.people and seen.lstrip("وف") in VISITED
        for seen, people in (*pairwise(near), *pairwise(sent))
    )  # «زار مسؤولون روس دمشق», «زار وفد من الائتلاف موسكو»


def on_a_tour(tokens: Sequence[Word], i: int) -> bool:
    """Whether the word before ``i`` tells what a tour takes in: «جولة في المنطقة تشمل باريس»."""
    if i < 1 or tokens[i - 1].text.removeprefix("و") not in _TAKES_IN:
        return False
    near = tokens[max(0, i - 1 - _TOUR_REACH) : i - 1]
    return any(token.text.lstrip("وبل").removeprefix("ال").startswith(_TOUR) for token in near)


def _struck(reader: ActorReader, i: int) -> bool:
    """«انفجار يهز بيروت», «غارات تستهدف صنعاء», «هزت انفجارات دمشق»: what was hit is a city."""
    words = [token.text.lstrip("وف") for token in reader.tokens[max(0, i - _HIT) : i]]
    if not words:
        return False
    if words[-1] in _SHAKES:
        return True
    after = reader.tokens[i + 1].text if i + 1 < len(reader.tokens) else ""
    if words[-1] in _ITS_OWN:
        return after not in _UPON and not after.startswith("ل")  # «تفجير بغداد», «هجمات باريس»
    if words[-1] in _STRIKES:
        return any(word in _BLOWS for word in words[:-1])
    return words[-1] in _BLOWS and words[-2:-1] != [] and words[-2] in _SHAKES


def _past_a_day(reader: ActorReader, i: int) -> int:
    """The end of the name before a city, a comma or a day between: «زار بوتين أمس باريس»."""
    end = i - 1 if i and reader.tokens[i - 1].text == "," else i
    while end and (
        end - 1 in reader.blocked or (end in reader.blocked and reader.tokens[end - 1].text == _IN)
    ):
        end -= 1
    return end


def _visits(reader: ActorReader, visitor: int) -> bool:
    """«زار المبعوث الأممي إلى سوريا ستيفان دي ميستورا الكويت»: a long title after the verb."""
    for token in reversed(reader.tokens[max(0, visitor - _TITLES) : visitor]):
        if not token.text.isalpha():
            return False
        if token.text.lstrip("وفس") in VISITED or arrived(token.text):
            return True
    return False


def _titled_visitor(reader: ActorReader, i: int) -> int:
    """How far back «زيارة» may stand: «زيارة ولي ولي العهد … الأمير محمد بن سلمان للأردن»."""
    last = reader.found[-1] if reader.found else None
    apart = reader.tokens[last.end].text in _LATELY if last is not None and last.end < i else False
    beside = last is not None and i - last.end == int(apart)
    named = beside and last is not None and last.actor.kind == "person"
    near = reader.tokens[max(0, i - _TITLES) : i]
    return _TITLES if named and all(t.text.isalpha() for t in near) else _VISITORS


def visited_after_titles(reader: ActorReader, i: int) -> bool:
    """«زيارة الأمير محمد بن سلمان ولي ولي العهد … وزير الدفاع لمصر»: no minister of Egypt's."""
    last = reader.found[-1] if reader.found else None
    if last is None or last.actor.kind != "person" or not reader.tokens[i].text.startswith("ل"):
        return False
    for k in range(i - 1, max(-1, i - 1 - _LONG_TITLES), -1):
        word = reader.tokens[k].text
        if not word.isalpha() or word in _ELSEWHERE:
            return False
        if word.lstrip("وبل").startswith(_VISIT):
            return k < last.start
    return False


def _capital_apart(reader: ActorReader, i: int) -> bool:
    """Whether a capital stands at ``i`` that was taken for a place, not for its government."""
    named = i >= 0 and reader.reg.capitals.at(reader.tokens, i, CLITICS) is not None
    return named and not (reader.found and reader.found[-1].end > i)
