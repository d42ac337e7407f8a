"""People who are counted and are no victims: crowds, captives set free, the ill, escapees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.extraction.claims.counts import Count
from dashboard.extraction.claims.governing import Governor
from dashboard.extraction.vocabulary.claim_words import cue_words, lexicon, trigger_words
from dashboard.extraction.vocabulary.count_words import BRACKETS, counted_words
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import PhraseTable
from dashboard.text import Word, fold_word, words_before

_HOUSES, _HOUSED = word_set("bystanders", "houses"), 2  # words from «تؤوي» to how many
_FARMS, _WHO_SAYS = word_set("bystanders", "farms"), word_set("bystanders", "who_says")
_EPIDEMICS, _SURVIVED = word_set("bystanders", "epidemics"), word_set("bystanders", "survived")
_ILL = 6  # words from those counted to their illness
_EXCHANGE = 16  # words from an exchange to «شملت»
_FREED = 6  # words from «أفرج» to the captives
_FROM, _BEFORE_IT = fold_word("عن"), 3  # words from «يفرج» over «عن» to how many
_BEFORE_THEM = 2  # words from «إعادة» to the refugees
_OUT_OF = 4  # words from those counted to «من أعمالهم»
_OLDEST = 110  # years
_ALI = fold_word("علي")  # a name, spelt like «على» of «على الأقل» once folded
_OF_AGE = ("من", "عمر")
_ENDS = frozenset((".", ",", ";", ":", "؟", "!", "\n"))


def of_a_crowd(tokens: Sequence[Word], i: int) -> bool:
    """«السكان البالغ عددهم 21 مليون نسمة»: a number of people, none of them a casualty."""
    return _right_after(lexicon().crowds, tokens, i)


def of_bystanders(tokens: Sequence[Word], i: int) -> bool:
    """«قتل 20 من بين 30 راكباً», «على يد 4 مسلحين»: of how many they fell, or by whom."""
    return _right_after(lexicon().bystanders, tokens, i)


def housed(tokens: Sequence[Word], i: int, count: Count) -> bool:
    """«قصف مدرسة تؤوي 3000 نازح»: who they were that lived there."""
    before = words_before(tokens, i, _HOUSED)
    return count.kind == "displaced" and not _HOUSES.isdisjoint(before)


def _right_after(table: PhraseTable[str], tokens: Sequence[Word], i: int) -> bool:
    opens = table.opens(("", "و", "ال"))
    for k in range(max(0, i - 3), i):
        match = table.at(tokens, k, ("", "و", "ال")) if tokens[k].text in opens else None
        if match is not None and match.end == i:
            return True
    return False


def _set_free(tokens: Sequence[Word], count: Count) -> bool:
    """«أفرج جيش الإسلام عن 50 أسيراً», «تبادل 40 أسيراً»: captives no more."""
    lex = lexicon()
    if not count.kind:  # «احتجز 30 قبل أن يفرج عن 22 منهم»
        before = words_before(tokens, count.start, _FREED)
        return before[-1:] == [_FROM] and any(w in lex.freed for w in before[-_BEFORE_IT:])
    if count.kind != "detained":
        return False
    after = tokens[count.end].text if count.end < len(tokens) else ""
    if after in lex.set_free:
        return True
    took_in = count.start > 0 and tokens[count.start - 1].text in lex.took_in
    reach = _EXCHANGE if took_in else _FREED
    for word in reversed(words_before(tokens, count.start, reach)):
        if word in _ENDS:
            return False
        if word in lex.freed or word.lstrip("وبل") in lex.freed:
            return True
    return False


def escaped(tokens: Sequence[Word], count: Count) -> bool:
    """«فر نحو 400 سجين», «فرار العشرات من مقاتليهم», «إعادة آلاف اللاجئين»: not out of a home."""
    near = tokens[count.start : count.end + 1]
    before = words_before(tokens, count.start, _BEFORE_THEM)
    beside = count.end < len(tokens) and tokens[count.end].text.startswith("و")
    return (
        (count.victims in ("fighters", "police") and not beside)  # «من المقاتلين والمدنيين»
        or any(token.text in lexicon().prisoners for token in near)
        or _out_of_work(tokens, count)
        or any(word.removeprefix("ب") in lexicon().not_fleeing for word in before)
    )


def _out_of_work(tokens: Sequence[Word], count: Count) -> bool:
    """«تشريد مئات الصحفيين من أعمالهم»: a home is not what they lost."""
    after = [token.text for token in tokens[count.end : count.end + _OUT_OF]]
    return any(one == "من" and two in lexicon().livelihoods for one, two in pairwise(after))


def ill(tokens: Sequence[Word], count: Count, first: int, stop: int) -> bool:
    """«إصابة ثلاثة أشخاص بفيروس كورونا»: those just counted have an illness, no wound.

    So have the «300 إصابة جديدة» of a sentence on an epidemic.
    """
    near = tokens[count.end : min(stop, count.end + _ILL)]
    aside = next((k for k, token in enumerate(near) if token.text == "("), len(near))
    near = near[:aside]  # «17 سيدة (إحداهن توفيت بأزمة قلبية)»
    if any(token.text.startswith("ب") and token.text[1:] in lexicon().illnesses for token in near):
        return True
    return count.kind == "wounded" and any(
        token.text.removeprefix("و").removeprefix("ب") in _EPIDEMICS for token in tokens[first:stop]
    )


def _ratio(tokens: Sequence[Word], i: int, count: Count) -> bool:
    """«3 من كل 10 أطفال»: a share, of which neither number is a count."""
    before = [token.text for token in tokens[max(0, i - 2) : i]]
    after = [token.text for token in tokens[count.end : count.end + 3]]
    return (
        before[-1:] == ["لكل"] or (before[-1:] == ["كل"] and before[0] in ("من", "بين"))
        or after[:2] == ["من", "كل"] or after == ["من", "بين", "كل"]
    )  # fmt: skip


def of_things(tokens: Sequence[Word], i: int, count: Count) -> bool:
    """«تدمير 3 رشاشات», «تفجيران انتحاريان»: things, an adjective of a deed, captives set free."""
    if _set_free(tokens, count) or _ratio(tokens, i, count):
        return True
    if count.victims and tokens[count.end - 1].text in _FARMS and (count.low or 0) > 2:
        return True  # «أحرق ثلاث مزارع»: no farmers, who would be «مزارعين»
    before = tokens[i - 1].text if i else ""
    if before.lstrip("وف") in _SURVIVED:
        return True  # «قتل عشرون ونجا أربعة آخرون»
    if before in _WHO_SAYS and count.end == i + 1:
        return True  # «قال مصدران عسكريان»
    if before == "ال" and i > 1:
        before = tokens[i - 2].text  # «دون سن الـ 18»
    bare = before.removeprefix("و").removeprefix("ال")
    lex = lexicon()
    if count.bare and (bare in lex.things_before or _an_age(tokens, count)):
        return True
    return bare in lex.deeds_before and tokens[i].text.startswith("انتحاري")


def age_of_a_name(tokens: Sequence[Word], i: int, count: Count, trigger: Governor | None) -> bool:
    """«قتل محمد حسين (30) وسمير حسين (25)», not «سقط مدنيون (12)», «عدد القتلى (12)»."""
    if not (count.bare and tokens[i].text in BRACKETS and 0 < (count.low or 0) <= _OLDEST):
        return False
    if trigger is None or trigger.form == "head" or trigger.end == i:
        return False
    before = tokens[i - 1].text
    told = before in cue_words() or before in counted_words() or before in trigger_words()
    return before.isalpha() and (not told or before == _ALI)


def _an_age(tokens: Sequence[Word], count: Count) -> bool:
    """«شاب في الثلاثين من عمره», «في الـ 25 من العمر»."""
    after = [token.text for token in tokens[count.end : count.end + 2]]
    return len(after) == len(_OF_AGE) and after[0] == _OF_AGE[0] and _OF_AGE[1] in after[1]
