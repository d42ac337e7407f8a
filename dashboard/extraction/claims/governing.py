"""What governs a count: its own noun, the verb or verbal noun before it, the count it joins."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.actors.given import given_names
from dashboard.extraction.claims.clause_ends import (
    AND_STILL,
    MEANWHILE,
    NOUN_REACH,
    WHEN,
    meanwhile,
)
from dashboard.extraction.claims.count_forms import happened, of_a_body, with_wounds
from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.vocabulary.claim_words import lexicon
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import Word, fold_word, words_before
from dashboard.values import dataclass

# How far (in words) a verb or verbal noun reaches to the count it governs.
VERB_REACH = 14
HEAD_REACH = 14
OTHERS_REACH = 26
LIVING = "living"
_OTHERS = word_set("governing", "others")
_BESIDES = word_set("governing", "besides")
_CLAUSE = 5  # words from «بينما» to the count
_NAME_REACH = 7  # words of a name, with an age in brackets
_PARTS = frozenset(
    (",", ";", ":", *(fold_word(w) for w in ("في", "من", "على", "إلى", "عن", "بعد")))
)
_VICTIMS = fold_word("ضحايا")
_NUMBER = fold_word("عدد")
_TO = fold_word("إلى")
_OF_THEM = ("منهم", "منهن", "منهما")
_SUBJECT = 3  # words of a verb's subject
_LEADERS = ("زعيم",)
_DEATHS = frozenset(word.lstrip("و") for word in word_set("governing", "deaths"))
_CASE = fold_word("قضية")
_FOUND = 4  # words from «عثر» to «جثة»
_SOON, _DESCRIBED = 6, 8
_THAT = word_set("governing", "that")
_DOERS, _DOER = word_set("governing", "doers"), 4  # words of who did it


@dataclass(frozen=True, slots=True)
class Governor:
    kind: str
    form: str
    start: int
    end: int


# A count, what governs it, the kind this gives it and the rule that gave it.
Governed = tuple[Count, Governor | None, str, str]


_IN, _OF_WHOM = fold_word("في"), 4  # words over «للحرس الثوري» to «بغارات»
_URGENT = word_set("governing", "urgent")
_CAPTURED = fold_word("أسر")  # also families
_FALLEN, _FELL = 3, word_set("governing", "fell")  # words from the number to «قتلوا»
_FALLEN_SOME, _AND_HURT = word_set("governing", "dead"), word_set("governing", "and_hurt")
_SOME = word_set("governing", "some")


def of_families(tokens: Sequence[Word], end: int) -> bool:
    """«أسر الشهداء»: the word spelt like the capture, before whose families they are."""
    if not tokens[end - 1].text.endswith(_CAPTURED) or end >= len(tokens):
        return False
    if tokens[end].text in lexicon().families_of:
        return True
    near = [token.text for token in tokens[end + 1 : end + 1 + _FALLEN]]
    counted = tokens[end].text.isdecimal() or tokens[end].text in _SOME
    return counted and any(word in _FELL for word in near)  # «أسر 12 جندياً قتلوا»


def kind_before(
    tokens: Sequence[Word],
    count: Count,
    trigger: Governor | None,
    i: int,
    joined: Sequence[Governed],
) -> tuple[str, str]:
    """The kind of a count and the rule that gives it, from the count itself and what precedes."""
    if count.kind == "wounded" and count.noun == "pl" and i:
        if tokens[i - 1].text.lstrip("وبل") in _DEATHS:
            return "killed", "noun"  # «وفاة جرحى متأثرين بإصاباتهم»
    if count.kind:
        if (
            trigger is not None
            and (trigger.end == i or _of_captives(tokens, count, trigger))
            and (
                trigger.kind == "casualties"
                or (
                    trigger.kind in ("killed", "wounded")
                    and count.kind in ("displaced", "detained")
                )
                or _died(tokens, trigger, count)
                or (trigger.kind == "detained" and count.kind in ("wounded", "displaced"))
            )
        ):
            return trigger.kind, "verbal-noun"  # «سقوط 220 لاجئاً», «مقتل خمسة معتقلين»
        some = count.low == 1 and count.best is None and not count.noun
        if some and trigger is None and count.kind in ("detained", "displaced"):
            return "", ""  # «عدد من المعتقلين»: who they are, and nothing that befell them
        return count.kind, "noun"
    if count.bare and with_wounds(tokens, count.end) and (not trigger or trigger.kind == "killed"):
        return "wounded", "verb-after"  # «39 قتيلاً و20 بجروح»
    if trigger is not None:
        reach = {"noun": NOUN_REACH, "verb": VERB_REACH, "head": HEAD_REACH}[trigger.form]
        near = i - trigger.end
        if count.bare and not of_a_body(tokens, count.end):
            reach = 3 if trigger.form != "head" else reach
        if near <= reach:
            return trigger.kind, {"noun": "verbal-noun", "verb": "verb", "head": "head"}[
                trigger.form
            ]
    if joined and (count.best is not None or not count.bare):
        return joined[-1][2], "joined"
    return "", ""


def _of_captives(tokens: Sequence[Word], count: Count, trigger: Governor) -> bool:
    """«أعدم التنظيم 25 أسيراً»: the subject stands between, and who died were captives."""
    joined = tokens[count.start].text.startswith("و") or tokens[count.start - 1].text == "و"
    near = count.start - trigger.end <= _SUBJECT and not joined
    told = trigger.kind == "killed" and count.kind == "detained" and count.noun != "pl"
    between = tokens[trigger.end : count.start]
    return near and told and all(token.text.isalpha() for token in between)


def _died(tokens: Sequence[Word], trigger: Governor, count: Count) -> bool:
    """«وفاة أحد المصابين», «توفي اثنان من الجرحى», not «سقوط عشرات الجرحى»."""
    word = tokens[trigger.end - 1].text.lstrip("وبفل")
    part = any(t.text == "من" for t in tokens[count.start : count.end])
    some = part or (count.noun == "sg" and trigger.form == "noun")
    died = some and trigger.kind == "killed" and count.kind == "wounded"
    return died and word not in lexicon().needs_people


def is_head_noun(
    tokens: Sequence[Word], count: Count, head_at: int, i: int, stop: int, *, headed: bool = False
) -> bool:
    """«عدد القتلى», «حصيلة ضحايا الهجوم»: a plural without a number right after its head.

    ``headed`` where a head governs already: «عدد الشهداء 178 وجرحاه 279».
    """
    if count.noun != "pl" or not count.kind:
        return False
    if 0 <= i - head_at <= 2:
        return True
    if headed and tokens[i].text.startswith("و") and count.end < stop:
        # «إلى 2350، والجرحى إلى 10906»: their own head, their own number
        number = count.end + (tokens[count.end].text == _TO)
        following = read_count(tokens, number, stop) if number < stop else None
        if following is not None and following.bare:
            return True
    # «ارتفع إلى 5 عدد القتلى» is read by the verb before it; «القتلى» here heads nothing.
    return tokens[i].text.startswith("ال") and i + 1 < stop and tokens[i - 1].text in ("بين", "من")


def joins(tokens: Sequence[Word], end: int, i: int, *, kin: bool = False) -> bool:
    """Whether و joins a count to the one before: «وثلاثة», «و 903», an adjective between.

    Kin may follow a name: «المواطن محمد علي وزوجته».
    """
    end = _past_aside(tokens, end, i)
    if kin and tokens[i].text.startswith("و") and 1 < i - end <= _NAME_REACH:
        return all(token.text not in _PARTS for token in tokens[end:i])
    if tokens[i - 1].text == "و":
        return i - 1 - end <= 1
    return tokens[i].text.startswith("و") and i - end <= 1


def _past_aside(tokens: Sequence[Word], end: int, i: int) -> int:
    """«17 سيدة (إحداهن توفيت بأزمة قلبية)، و11 طفلاً»: past what stands in brackets."""
    if end >= i or tokens[end].text != "(":
        return end
    return next((k + 1 for k in range(end, i) if tokens[k].text == ")"), end)


def opens_clause(tokens: Sequence[Word], first: int, i: int) -> bool:
    """«إن طفلاً قتل»: a person who begins a clause may be told of by the verb after."""
    if i > first and tokens[i - 1].text == ":":
        return True  # «المغرب: قتيل و3 جرحى في الصحراء»
    while i > first and (not tokens[i - 1].text.isalnum() or tokens[i - 1].text in _URGENT):
        i -= 1  # a quotation mark between, «#عاجل»
    return i == first or tokens[i - 1].text in _THAT or tokens[i - 1].text in AND_STILL


def in_headline(tokens: Sequence[Word], count: Count, first: int, stop: int) -> bool:
    """«شهيد وخمسة جرحى حصيلة القصف», «قتلى وجرحى بانفجار»: a line that begins with who fell."""
    start = count.start
    if start > first and tokens[start].text.startswith("و") and start - 1 == first:
        start -= 1  # «قتلى وجرحى»
    if count.kind not in ("killed", "wounded") or not opens_clause(tokens, first, start):
        return False
    if count.end >= stop or tokens[start].text.startswith("ال"):
        return False
    after = tokens[count.end].text
    if after.startswith("و") and start == count.start:
        more = read_count(tokens, count.end + (after == "و"), stop)
        return more is not None and more.kind in ("killed", "wounded")
    led = [token.text for token in tokens[count.end : min(stop, count.end + _OF_WHOM)]]
    if led[0].startswith("ل") and len(led[0]) > 1:
        led = led[1:] if led[1:2] and led[1][0] in "بف" else led[2:]  # «قتلى للحرس الثوري بغارات»
    if led[:1] == [_IN]:
        return led[1:2] != [] and led[1] in lexicon().headline_after  # «شهيد في غارة»
    return led[:1] != [] and led[0].removeprefix("ب") in lexicon().headline_after


def others(
    tokens: Sequence[Word], waiting: Sequence[tuple[Count, bool]], found: Sequence[Governed]
) -> list[Governed]:
    """«مقتل سبعة … فضلاً عن سبعة آخرين في غارات»: others of whom nothing else is told."""
    out: list[Governed] = []
    for count, part in waiting:
        before = [item for item in found if item[0].end <= count.start]
        if part or not before or tokens[count.end - 1].text not in _OTHERS:
            continue
        if meanwhile(tokens, max(0, count.start - _CLAUSE), count.start):
            continue
        if tokens[count.start].text[0] != "و" and tokens[count.start - 1].text not in _BESIDES:
            continue  # «مقتل 48 شخصاً وتعرض 500 آخرين للغاز»
        last = max(before, key=lambda item: item[0].end)
        if last[2] in ("killed", "wounded") and count.start - last[0].end <= OTHERS_REACH:
            out.append((count, None, last[2], "joined"))
    return out


def told_late(
    tokens: Sequence[Word], waiting: list[tuple[Count, bool]], kind: str, head_at: int
) -> list[Governed]:
    """«ليرتفع إلى 816، بينهم 204 أطفال، عدد الشهداء»: counts whose head comes after them."""
    if not waiting or tokens[waiting[0][0].start - 1].text != _TO:
        return []
    if any(token.text == _NUMBER for token in tokens[waiting[0][0].end : max(head_at, 0)]):
        return []  # «ارتفع إلى 16 عدد الغارات … عدد القتلى»
    late: list[Governed] = [
        (count, None, kind, "subset" if part else "head")
        for count, part in waiting
        if not count.noun
    ]
    waiting.clear()
    return late


def fell(tokens: Sequence[Word], end: int, verb: int, after: int, stop: int) -> bool:
    """Whether the verb after one person tells what befell that person, not whom he killed."""
    between = [token.text for token in tokens[end:verb]]
    if len(between) > 3 or any(len(word) < 3 and word != "," for word in between):
        # «أن جنديا في الحلف قتل في الهجوم»
        near = len(between) <= _DESCRIBED and all(word.isalpha() for word in between)
        return near and after < stop and tokens[after].text in lexicon().befell
    return read_count(tokens, after, stop) is None if after < stop else True


def part_of_them(tokens: Sequence[Word], count: Count, i: int) -> bool:
    """«قتل 13 جندياً، ثلاثة منهم في مكمن»: of those just counted, right after a comma."""
    return tokens[i - 1].text in (",", ";") and tokens[count.end - 1].text in _OF_THEM


def of_numbers(word: str) -> bool:
    """«القضاء على», «الإطاحة ب»: of people only where they are numbered."""
    return word.lstrip("وبل").removeprefix("ال") in lexicon().numbered_only


def achieved(tokens: Sequence[Word], i: int) -> bool:
    """«تمكن من القضاء على», «أسفرت عن القضاء على»: done, and not only meant to be."""
    before = [token.text.lstrip("وف") for token in tokens[max(0, i - 2) : i]]
    if tokens[i].text.startswith("لل"):
        return False
    return before[-1:] != [_TO] or before[0] in lexicon().leads_to


def single_claim(
    tokens: Sequence[Word],
    count: Count,
    trigger: Governor | None,
    i: int,
    joined: bool,
    subset_at: int,
    negated_at: int,
    parent_kind: str,
    gap: int,
) -> bool:
    """Whether an unnumbered person or plural is a claim: only beside what makes it one."""
    if 0 <= i - negated_at <= 5 and negated_at >= 0:
        return True
    if count.noun == "sg" and _found_dead(tokens, i):
        return True  # «عثر الأهالي على جثة مجهولة الهوية»
    near = trigger is not None and trigger.form != "head" and gap <= 1
    if near and trigger is not None:
        near = not of_numbers(tokens[trigger.start].text)
    if near and trigger is not None and tokens[i].text in _OTHERS and i == trigger.end:
        return True  # «وأصيب آخرون»
    if near and trigger is not None and trigger.start and count.noun == "sg":
        near = not tokens[trigger.start - 1].text.endswith(_CASE)  # «متهمين بقضية مقتل المواطن»
    if near and trigger is not None and trigger.kind == count.kind == "wounded":
        near = trigger.form != "noun"  # «معظم إصابات جرحى عدن في الرأس»
    definite = tokens[i].text.startswith(("ال", "لل"))
    if near and trigger is not None and trigger.form == "noun" and tokens[i].text in _LEADERS:
        before = tokens[trigger.start - 1].text if trigger.start else ""
        near = before in lexicon().as_news  # «ابتذل مقتل زعيم القاعدة»: recalled
    if count.noun == "sg" and suffers(tokens, trigger, i):
        return True
    if count.noun == "sg":
        if near and definite and trigger is not None and gap:
            near = False  # «أوقفوا سيارة الضابط»
        part = i == subset_at and bool(parent_kind)
        return near or joined or (part and (not definite or _by_name(tokens, count.end)))
    if not count.kind and near and trigger is not None and gap == 0:
        if trigger.kind == "casualties":
            return not definite  # «مقتل وجرح مدنيين»
        # «استشهد مدنيون»: some, with no number, by their ending the subject
        subject = trigger.form == "verb" and tokens[i].text.endswith("ون") and not definite
        return subject and trigger.kind in ("killed", "wounded")
    if count.kind:
        # «أوقع قتلى وجرحى»; definite plurals («القتلى») refer back and claim nothing, and
        # «بينهم قتلى» of the killed says no more than was said.
        if i - subset_at <= 3:
            described = count.kind in ("displaced", "detained")  # «بينهم لاجئون»
            return count.kind != parent_kind and not definite and not described
        bare = tokens[i].text.removeprefix("و").removeprefix("ال")
        both = count.kind == "casualties" and bare != _VICTIMS
        pair = joined and tokens[i].text in _AND_HURT  # «قتلى وجرحى في صفوف …»
        pair = pair and tokens[i - 1].text in _FALLEN_SOME
        some = count.kind in ("killed", "wounded") and happened(tokens, i)  # «سقط قتلى»
        return not definite and (near or both or pair or some)
    return False


def suffers(tokens: Sequence[Word], trigger: Governor | None, i: int) -> bool:
    """«قتلت قوات الاحتلال شاباً», «قتل مستوطن فتى»: an object after those who did it."""
    if trigger is None or trigger.form != "verb" or not 0 < i - trigger.end <= _DOER:
        return False
    doer = [token.text for token in tokens[trigger.end : i]]
    if doer[0] not in _DOERS or any(not w.isalpha() or w in _PARTS for w in doer):
        return False
    word = tokens[i].text
    return word.endswith(("ا", "ه", "فتي")) and not word.startswith(("ال", "و"))


def _by_name(tokens: Sequence[Word], i: int) -> bool:
    """«بينهم القيادي الحوثي محمد المداني»: a name after what he was."""
    return any(token.text in given_names() or token.text == '"' for token in tokens[i : i + 2])


def _found_dead(tokens: Sequence[Word], i: int) -> bool:
    word = tokens[i].text.removeprefix("ب")
    near = words_before(tokens, i, _FOUND)
    whose = read_count(tokens, i + 1, len(tokens))
    if whose is not None and whose.noun != "sg":
        return False  # «على جثة 36 شخصاً», not «على جثة شاب»
    return word.startswith("جث") and any(w.lstrip("وف") in lexicon().finds for w in near)


def told_right_after(tokens: Sequence[Word], count: Count, kind: str) -> bool:
    """«ومئات جرحوا», «وملايين من السوريين مشردون»: a word of another fate right after a count."""
    after = lexicon().after.at(tokens, count.end)
    return after is not None and after.values[0] != kind


def told_otherwise(tokens: Sequence[Word], count: Count, kind: str) -> str:
    """What a verb soon after a joined number tells of them, if another fate, else "".

    «و3 من المهاجمين أصيبوا»: "wounded"; «و40 ألفاً من سكانه ينتظرون الطعام»: that they live.
    """
    for k in range(count.end, min(len(tokens), count.end + _SOON)):
        if not tokens[k].text.isalpha() or tokens[k].text in WHEN | MEANWHILE:
            return ""
        after = lexicon().after.at(tokens, k)
        if after is not None:
            return after.values[0] if after.values[0] != kind else ""
        if tokens[k].text in lexicon().live_on:
            return LIVING
    return ""


def told_soon(tokens: Sequence[Word], end: int, stop: int) -> bool:
    """Whether a verb soon after a part tells of the whole: «22 مسلحاً، بينهم أربعة قادة، قتلوا»."""
    near = range(end, min(stop, end + _SOON))
    aside = next((k for k in near if tokens[k].text == "("), stop)
    near = range(end, min(near.stop, aside))
    return any(lexicon().after.at(tokens, k) is not None for k in near)
