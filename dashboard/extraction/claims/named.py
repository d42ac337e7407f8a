"""Victims told by name: one person each, however the sentence titles them.

«مقتل السفير الروسي أندريه كارلوف», «اعتقلت السلطات صالح مسلم»: one person, named or not, is a
claim of one; a death that is only recalled («بعد اغتيال رفيق الحريري», «منذ مقتل …») is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extraction.actors.given import given_names
from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.claims.governing import Governor
from dashboard.extraction.claims.known_dead import is_the_news, known_name, sets_out
from dashboard.extraction.vocabulary.claim_words import lexicon
from dashboard.extraction.vocabulary.count_words import lexicon as count_lexicon
from dashboard.extraction.vocabulary.phrases import PhraseTable, load, table
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import Word, fold_word, words_before

_ON = fold_word("على")  # spelt like «علي»
_IN = fold_word("في")
_CAUGHT = 4  # words from «ألقت» to «القبض»
_NAME = 3  # letters, at the least, of the second word of a name
_TITLE = 9  # words that may stand between what befell somebody and his name
_LONG_NAME = 5  # words
_NAME_BEFORE = 5  # words
_ARMS = 18  # words from the dead to what killed them
_SUBJECT = 7  # words of who arrested him
# «يقتل», «تقتل», «لاغتيال»: not told as done
_IMPERFECT = ("ي", "تق", "تغ", "تع", "تص", "لا", "لقتل", "لخطف")
_SO_MANY = {"sg": 1, "du": 2}
_WHO = frozenset(("الذي", "التي"))
_THAT, _WAS = frozenset(("ان", "بان")), frozenset(fold_word(w) for w in ("كان", "وكان"))


@dataclass(frozen=True, slots=True)
class _Words:
    titles: PhraseTable[str]
    given: frozenset[str]
    called: frozenset[str]  # «المدعو», «الملقب»: before a name
    kunya: frozenset[str]  # «أبو», «أم»: the first word of a name by a child
    recalls: frozenset[str]  # «بعد», «منذ», «ذكرى»: before a death recalled
    arrests: frozenset[str]  # verbs whose subject stands before whom they took
    mourns: frozenset[str]  # verbs of him who announces a death
    of_a_body: frozenset[str]
    fallen: frozenset[str]  # titles of those who fell, after such a verb
    arms: frozenset[str]
    natural: frozenset[str]  # «وفاة», «توفي»
    players: frozenset[str]  # «إصابة لاعب المنتخب فلان»: hurt at play
    ends: frozenset[str]  # words that no name goes on with


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw: dict[str, Any] = load("language/casualties.toml")
    named = raw["named"]
    singles = [form for numbers in raw["people"].values() for form in numbers.get("sg", ())]
    titles = [*named["titles"], *(w for w in singles if " " not in w and not _of_a_land(w))]
    doubles = [form for numbers in raw["people"].values() for form in numbers.get("du", ())]
    duals = ["ال" + word for word in doubles if " " not in word and not _of_a_land(word[:-2])]
    with_article = ["ال" + word for word in titles if not word.startswith("ال")]

    def folded(name: str) -> frozenset[str]:
        return frozenset(fold_word(word) for word in named[name])

    return _Words(
        table({"one": [*titles, *with_article], "two": duals}),
        given_names(),
        folded("called"),
        folded("kunya"),
        folded("recalls"),
        folded("arrests"),
        folded("mourns"),
        folded("of_a_body"),
        folded("fallen"),
        folded("arms"),
        folded("natural"),
        folded("players"),
        folded("ends"),
    )


def _of_a_land(word: str) -> bool:
    """«سوري», «عراقي»: where somebody is from is no title."""
    return bool(registry().adjective("ال" + fold_word(word)))


def by_name(
    tokens: Sequence[Word], trigger: int, i: int, stop: int, first: int = 0
) -> Count | None:
    """Those named right after what befell them, with their titles, as one count.

    ``trigger`` is the last word of what befell them, ``i`` the word after it; ``first`` is where
    their sentence begins.
    """
    if i >= stop:
        return None
    numbered = read_count(tokens, i + (tokens[i].text == '"'), stop)
    if numbered is not None and not (numbered.noun or numbered.bare):
        return None  # «استشهاد ما يزيد على 500 شخص»: nobody called يزيد
    if tokens[trigger].text == _ON:
        trigger -= 1  # «القبض على سليمان الأسد»
    if tokens[trigger].text.lstrip("وف") in _words().mourns and (
        tokens[i].text not in _words().fallen
    ):
        return None  # «نعى الرئيس الفنان …»
    begin = _past_title(tokens, i, stop)
    end, titled = _name(tokens, begin, stop, sure=begin > i), begin > i
    if end is None:
        end, titled = _of_a_family(tokens, i, stop), True
    if end is None:
        return None
    those = _with_others(tokens, i, end, stop)
    if not titled and not (_told_of(tokens, trigger, i, stop) and sets_out(tokens, those, stop)):
        if not is_the_news(tokens, first, trigger, those, stop):
            return None
    word = tokens[trigger].text
    natural = word.endswith(tuple(_words().natural)) and not _by_arms(tokens, end, stop)
    at_play = tokens[i].text.removeprefix("ال") in _words().players
    if at_play and word.lstrip("وب").startswith("اصاب") and not _by_arms(tokens, end, stop):
        return None
    if word.startswith(_IMPERFECT) or natural or _recalled(tokens, trigger):
        return None
    return those


def _of_a_family(tokens: Sequence[Word], i: int, stop: int) -> int | None:
    """«الطالبة رهف المقطري»: a title, a word and a family's name, whatever the first is called."""
    match = _words().titles.at(tokens, i)
    if match is None or not tokens[i].text.startswith("ال") or match.end + 1 >= stop:
        return None
    first, family = tokens[match.end].text, tokens[match.end + 1].text
    named = first.isalpha() and len(first) >= _NAME and first not in _words().ends
    if not named or first.startswith(("ال", "و", "ب", "ل", "ف")) or not family.startswith("ال"):
        return None
    known = registry().adjective(family) or lexicon().triggers.at(tokens, match.end) is not None
    return None if known else match.end + 2


def _by_arms(tokens: Sequence[Word], k: int, stop: int) -> bool:
    """«توفيت السيدة … بعد سقوط دانة»: a death that arms brought about."""
    near = tokens[k : min(stop, k + _ARMS)]
    return any(token.text.lstrip("وبل").removeprefix("ال") in _words().arms for token in near)


def _told_of(tokens: Sequence[Word], trigger: int, i: int, stop: int) -> bool:
    """Whether a bare name after this word is somebody whose fate is news."""
    lex = lexicon()
    word = tokens[trigger].text.lstrip("وفبل")
    if word in lex.of_our_own:
        return True
    reach = _CAUGHT if tokens[trigger].text.endswith("قبض") else 1
    news = tokens[trigger].text.startswith("ب") or any(
        token.text in lex.as_news for token in tokens[max(0, trigger - reach) : trigger]
    )
    return (
        news and word in lex.of_anybody and tokens[i].text not in lex.common_names
        and read_count(tokens, i, stop) is None
    )  # fmt: skip


def _recalled(tokens: Sequence[Word], trigger: int) -> bool:
    """«بعد اغتيال …», «الذكرى الأولى لمقتل …»."""
    near = words_before(tokens, trigger, 3)
    return any(word.removeprefix("و") in _words().recalls for word in near)


def _past_title(tokens: Sequence[Word], i: int, stop: int) -> int:
    """The word after the titles at ``i`` («القيادي في حركة حماس», «السفير الروسي»), or ``i``."""
    words, begin = _words(), i
    reach = min(stop, i + _TITLE)
    match = words.titles.at(tokens, i)
    if match is None:
        return i + 1 if tokens[i].text in words.called or tokens[i].text == '"' else i
    i = match.end
    while i < reach:
        word = tokens[i].text
        again = words.titles.at(tokens, i)
        if again is not None:
            i = again.end
        elif word in (",", '"', "-", "(") or word in words.called:
            i += 1
        elif _is_name(tokens, i):
            return i
        elif word[:1] == "ل" and (whose := registry().names.at(tokens, i, ("ل",))) is not None:
            i = whose.end  # «رئيس المكتب السياسي لحماس إسماعيل هنية»
        elif word == _IN or word.startswith(("ال", "لل", "بال")) or tokens[i - 1].text == _IN:
            i += 1
        elif tokens[i - 1].text in words.of_a_body and tokens[i - 2].text == _IN:
            i += 1  # «المصور في وكالة رويترز …»
        elif i == match.end and word.isalpha() and not word.startswith(("و", "ف", "ب", "ل")):
            i += 1  # «قائد لواء …», «زعيم تنظيم …»
        else:
            return begin
    return begin


def _is_name(tokens: Sequence[Word], i: int) -> bool:
    word = tokens[i].text
    if known_name(tokens, i) is not None:
        return True
    if word in _words().kunya:
        kin = count_lexicon().nouns.at(tokens, i + 1, ("و",)) if i + 1 < len(tokens) else None
        if kin is not None and kin.clitic and kin.values[0].kin:
            return False  # «أم وأطفالها الأربعة»
        return i + 1 < len(tokens) and tokens[i + 1].text.isalpha()
    return word in _words().given and word != _ON and word not in lexicon().common_names


def _name(tokens: Sequence[Word], i: int, stop: int, *, sure: bool) -> int | None:
    """Where the name at ``i`` ends; a second word is asked of one without a title."""
    if i >= stop or not _is_name(tokens, i):
        return None
    end = i + 1
    if tokens[i].text in _words().kunya:
        end += 1
    while end < min(stop, i + _LONG_NAME) and _goes_on(tokens, end):
        end += 1
    known = known_name(tokens, i)
    if known is not None:
        return known
    return None if end == i + 1 and not sure else end


def _goes_on(tokens: Sequence[Word], k: int) -> bool:
    word = tokens[k].text
    if len(word) < _NAME or not word.isalpha() or word in _words().ends:
        return word == fold_word("بن")
    if word.startswith("و") and word not in _words().given:
        return False
    if word.startswith(("ب", "ل", "ف")) and word[1:3] == "ال":
        return False
    lex = lexicon()
    return lex.triggers.at(tokens, k) is None and lex.after.at(tokens, k) is None


def _with_others(tokens: Sequence[Word], begin: int, end: int, stop: int) -> Count:
    """The count of the named and of those named after و: «القيادي فلان والشيخ فلان»."""
    title = _words().titles.at(tokens, begin)
    two = title is not None and title.values[0] == "two"  # «الشابين محمد علي وأحمد حسن»
    many = 1
    kin = count_lexicon().nouns.at(tokens, end, ("و",)) if end < stop else None
    while kin is not None and kin.clitic and kin.values[0].kin and kin.values[0].number in _SO_MANY:
        many, end = many + _SO_MANY[kin.values[0].number], kin.end  # «وزوجته وطفلاهما»
        kin = count_lexicon().nouns.at(tokens, end, ("و",)) if end < stop else None
    while end < stop:
        k = end
        if tokens[k].text == ",":
            k += 1
        if k >= stop or not tokens[k].text.startswith("و") or tokens[k].text in _words().ends:
            break
        bare = Word(tokens[k].start + 1, tokens[k].end, tokens[k].text[1:])
        joined = [bare, *tokens[k + 1 : k + _TITLE + _LONG_NAME]]
        if not joined[0].text:
            joined = joined[1:]
            k += 1
        at = _past_title(joined, 0, len(joined)) if joined else 0
        after = _name(joined, at, len(joined), sure=at > 0) if joined else None
        if after is None:
            break
        many, end = many + 1, min(k + after, stop)
    many = max(many, 2) if two else many
    noun = count_lexicon().nouns.at(tokens, begin)
    victims = noun.values[0].victims if noun is not None and many == 1 else ""
    return Count(begin, end, many, many, many, victims=victims, noun="sg" if many == 1 else "")


def taken(tokens: Sequence[Word], verb: int, i: int, stop: int) -> Count | None:
    """«أوقفت السلطات في جمهورية التشيك صالح مسلم»: whom the named or titled subject took.

    ``verb`` is the last word of the verb, ``i`` the word after it.
    """
    words, what = _words(), tokens[verb].text.lstrip("وف")
    mourns = what in words.mourns
    if what not in words.arrests and not mourns:
        return None
    for k in range(i + 1, min(stop, i + _SUBJECT)):
        if not tokens[k].text.isalpha() or tokens[k].text.startswith("و"):
            return None
        if mourns and tokens[k].text not in words.fallen:
            continue  # «نعى الرئيس الفنان …»
        begin = _past_title(tokens, k, stop)
        end = _name(tokens, begin, stop, sure=begin > k)
        before = tokens[k - 1].text
        actor = registry().names.at(tokens, i)
        whole = before.startswith("ال") or before.endswith("ون")
        whole = whole or (actor is not None and actor.end == k)  # «اغتالت إسرائيل القيادي …»
        if end is not None and whole and before not in words.ends:
            return _with_others(tokens, k, end, stop)
    return None


def took(tokens: Sequence[Word], verb: Governor, count: Count) -> bool:
    """«اغتال مسلحون القيادي …»: those with no number right after the verb did it."""
    word = tokens[verb.end - 1].text.lstrip("وف")
    who = tokens[count.start].text
    return (
        count.noun == "pl" and verb.end == count.start and word in _words().arrests
        and count.victims == "fighters" and who.endswith("ون")
    )  # fmt: skip


def named_before(tokens: Sequence[Word], first: int, verb: int, after: int) -> Count | None:
    """«أن محسن الفضلي قتل في غارة»: one person, named before what befell him."""
    lex = lexicon()
    if after >= len(tokens) or tokens[after].text not in lex.befell:
        return None
    if tokens[verb - 1].text == ",":
        verb -= 1  # «زعيم طالبان، الملا فضل الله، قتل في غارة»
    for k in range(verb - 1, max(first, verb - _NAME_BEFORE) - 1, -1):
        word = tokens[k].text
        if not word.isalpha() or read_count(tokens, k, verb) is not None:
            return None
        before = tokens[k - 1].text if k > first else ""
        opens = k == first or before in _THAT or before in _WAS
        if tokens[verb - 1].text in _WHO or tokens[verb].text in _WHO:
            return None  # «هلال الأسد الذي قتل العام الماضي»: recalled
        titled = before.startswith("ال") or _words().titles.at(tokens, k - 1) is not None
        if _is_name(tokens, k) and (opens or (k > first and titled)) and verb - k > 1:
            return Count(k, verb, 1, 1, 1)
    return None
