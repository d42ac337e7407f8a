"""Victims told in parts that make up the whole, or as one more; and who is no victim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from dashboard.extraction.claims.clause_ends import NOUN_REACH
from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.claims.governing import Governed, Governor, joins, suffers
from dashboard.extraction.claims.named import took
from dashboard.extraction.vocabulary.claim_words import lexicon
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import Word, fold_word

_OF_A_LAND = "يه"  # «عائلة سورية», folded
_FAMILY = 4  # words from a family to its number
_ONE_MORE = word_set("victims", "one_more")
_ONES = word_set("shared", "one")  # «واحد» has a و of its own
_ONE_MORE_REACH = 16  # words from those told of to «وآخر في …»
_IN, _OF = fold_word("في"), fold_word("من")
_A_PLACE = 6  # words of a place between two counts, «في» too
_TOLD_SOON = 5  # words from a count to the verb that tells of it
_RULED = ("verb", "verbal-noun")  # «قتل مسلحين ثمانية أشخاص»
_ALSO = 10  # words from those told of, and whose they were, to «و16 من …»


def one_more(tokens: Sequence[Word], i: int, found: Sequence[Governed]) -> Governed | None:
    """«استشهد مدني في اللطامنة، وآخر في الزكاة»: another of the same fate, elsewhere."""
    if not found or tokens[i].text not in _ONE_MORE or i + 1 >= len(tokens):
        return None
    count, trigger, kind, _ = found[-1]
    if tokens[i + 1].text != _IN or kind not in ("killed", "wounded"):
        return None
    if count.low != count.high or not 0 < i - count.end <= _ONE_MORE_REACH:
        return None
    many = 1 if tokens[i].text in (fold_word("وآخر"), fold_word("وأخرى")) else 2
    again = Count(i, i + 1, many, many, many, victims=count.victims)
    return again, trigger, kind, "joined"


def and_of_others(tokens: Sequence[Word], found: Sequence[Governed], count: Count, i: int) -> bool:
    """«مقتل 37 مسلحاً من داعش و16 من قوات البيشمركة»: joined past whose the first were."""
    if not found:
        return False
    if _in_places(tokens, found[-1][0], count, i):
        return found[-1][2] in ("killed", "wounded", "detained")
    if count.noun == "sg":
        return False
    last, _, kind, rule = found[-1]
    joined = tokens[i].text.startswith("و") or tokens[i - 1].text == "و"
    between = [
        t.text.removeprefix("و") for t in tokens[last.end : i] if t.text not in ('"', "و", "(", ")")
    ]
    if rule == "subset":
        # «46 منهم من أبناء المحافظة و18 من البدو»
        of_each = between[:1] == [_OF] and tokens[min(count.end, len(tokens) - 1)].text == _OF
        return joined and of_each and 0 < len(between) <= _A_PLACE
    if not joined or kind not in ("killed", "wounded", "detained"):
        return False
    if not 0 < len(between) <= _ALSO or not all(word.isalpha() for word in between):
        return False
    part = any(token.text == _OF for token in tokens[last.start : last.end])
    if not (part or _OF in between or len(between) == 1):
        return False
    ahead = range(count.end, min(len(tokens), count.end + _TOLD_SOON))
    if any(lexicon().after.at(tokens, k) is not None for k in ahead):
        return False  # «و3 من المهاجمين أصيبوا»: told of by a verb of their own
    words = [token.text for token in tokens[count.end : count.end + 2]]
    return not count.bare or (words[:1] == [_OF] and words[-1] in lexicon().of_whom)


def _in_places(tokens: Sequence[Word], last: Count, count: Count, i: int) -> bool:
    """«مقتل 4 في الأولى و3 في الثانية», «3 في بنش، و2 في سرمين، 4 في حاس»: each in its place."""
    apart = tokens[i - 1].text in ("و", ",")
    between = tokens[last.end : i - apart]
    joined = apart or tokens[i].text.startswith("و")
    if joined and between and between[-1].text == ",":
        between = between[:-1]
    if not joined or not 1 < len(between) <= _A_PLACE:
        return False
    here = between[0].text == _IN and all(token.text.isalpha() for token in between)
    after = tokens[count.end].text if count.end < len(tokens) else ""
    return here and after == _IN and (count.bare or count.noun == "sg" or count.kind == last.kind)


def in_parts(tokens: Sequence[Word], stop: int, found: list[Governed]) -> list[Governed]:
    """«سبعة مدنيين، امرأة وستة أطفال»: counts after a comma that add up to the one before it.

    They are parts of it, so that nobody is counted twice.
    """
    out: list[Governed] = []
    after = -1
    for item in found:
        count, trigger, kind, rule = item
        if count.start < after:
            continue  # read as a part already
        out.append(item)
        if rule == "subset" or count.best is None or count.low != count.high or count.best < 2:
            continue
        parts = _parts(tokens, count.end, stop)
        if len(parts) > 1 and sum(part.best or 0 for part in parts) == count.best:
            out.extend((replace(part, noun=""), trigger, kind, "subset") for part in parts)
            after = parts[-1].end
    return out


def _parts(tokens: Sequence[Word], i: int, stop: int) -> list[Count]:
    """The counts joined by و right after a comma at ``i``."""
    parts: list[Count] = []
    if i >= stop or tokens[i].text != ",":
        return parts
    i += 1
    while i < stop:
        part = read_count(tokens, i + (tokens[i].text == "و"), stop)
        if part is None or part.bare or part.low != part.high or part.kind:
            break
        if parts and not joins(tokens, parts[-1].end, part.start):
            break
        parts.append(part)
        i = part.end
    return parts


def killed_or_wounded(i: int, found: list[Governed], waiting: list[tuple[Count, bool]]) -> bool:
    """Whether a count right before «بين قتيل وجريح» was there to be told of both."""
    if waiting and i - waiting[-1][0].end <= NOUN_REACH:
        found.append((waiting.pop()[0], None, "casualties", "verb-after"))
        return True
    if found and i - found[-1][0].end <= NOUN_REACH:
        count, trigger, _, rule = found[-1]
        found[-1] = (count, trigger, "casualties", rule)
        return True
    return False


def without_killers(tokens: Sequence[Word], found: list[Governed]) -> list[Governed]:
    """Drops who did it: «قتل انتحاري 32 شخصاً» has one verb, and its object is the number."""
    kept = []
    for item, after in zip_longest(found, found[1:]):
        count, trigger, _, rule = item
        if rule == "verb" and trigger is not None and _killed_him(tokens, trigger, count):
            continue
        if rule == "verb" and trigger is not None and took(tokens, trigger, count):
            continue
        if trigger is not None and trigger.kind == "detained" and _attackers(tokens, count):
            continue  # «خطف ثلاثة مقنعين الأب جاك مراد»
        if (
            after is not None and rule in _RULED and after[3] == rule
            and (count.noun == "sg" or _attackers(tokens, count) or _fighters(trigger, count))
            and after[1] is trigger
            and (not after[0].noun or suffers(tokens, trigger, after[0].start))
            and not joins(tokens, count.end, after[0].start)
            and not _and_more(tokens, after[0].start)
        ):  # fmt: skip
            continue
        kept.append(item)
    return kept


def _and_more(tokens: Sequence[Word], i: int) -> bool:
    """«مقتل ضابط برتبة عميد وأربعة من مرافقيه»: what و joins is not whom the first killed."""
    return tokens[i - 1].text == "و" or (tokens[i].text[:1] == "و" and tokens[i].text not in _ONES)


def _attackers(tokens: Sequence[Word], count: Count) -> bool:
    """«قتل أربعة انتحاريين 52 شخصاً»: those counted are the attackers."""
    near = tokens[count.end - 1 : count.end + count.bare]
    return any(token.text.startswith(("انتحاري", "مقنع", "ملثم")) for token in near)


def _fighters(trigger: Governor | None, count: Count) -> bool:
    """«قتل مسلحون ثمانية أشخاص», «تصفية رجال الاستخبارات 6 مسلحين»: some with no number did it."""
    return count.noun == "pl" and trigger is not None and trigger.kind == "killed"


def _killed_him(tokens: Sequence[Word], verb: Governor, count: Count) -> bool:
    """«الذي قتله جنديان»: the verb has its object, and who is counted after it did it."""
    if verb.end != count.start:
        return False
    word = tokens[verb.end - 1].text
    before = tokens[verb.start - 1].text.lstrip("وف") if verb.start else ""
    told = before in lexicon().relatives or not before.isalnum()
    return told and word in lexicon().object_verbs


def merge(found: list[Governed], count: Count, kind: str) -> bool:
    """Adds «وامرأة» to «طفلين» when both count people of one kind without a noun of kind."""
    last, trigger, last_kind, rule = found[-1]
    ones = last.high == count.high == 1  # «إصابة ضابط وضابط صف»
    groups = {"children", "women", "men", "civilians", ""}
    if (
        last_kind != kind
        or last.kind
        or count.kind
        or last.bare
        or count.bare
        or not ({last.victims, count.victims} <= groups or (ones and last.victims == count.victims))
        or None in (last.low, last.high, count.low, count.high)
    ):
        return False
    low, high = (last.low or 0) + (count.low or 0), (last.high or 0) + (count.high or 0)
    best = (last.best or 0) + (count.best or 0)
    merged = replace(
        last, end=count.end, low=low, best=best, high=high,
        victims="civilians" if last.victims and count.victims else "",
        approximate=last.approximate or count.approximate,
    )  # fmt: skip
    found[-1] = (merged, trigger, kind, rule)
    return True


def a_family(tokens: Sequence[Word], found: list[Governed], count: Count, i: int) -> bool:
    """«مقتل عائلة كاملة مؤلفة من سبعة أفراد»: puts the people in the place of the one family."""
    if not found or found[-1][0].victims != "families":
        return False
    family, trigger, kind, rule = found[-1]
    between = [token.text for token in tokens[family.end : i]]
    if (
        not between
        or len(between) > _FAMILY
        or not all(w in lexicon().of_family or w.endswith(_OF_A_LAND) for w in between)
    ):
        return False
    whole = replace(count, start=family.end, bare=False)
    if family.high == 1:
        found[-1] = (whole, trigger, kind, rule)
    else:
        found.append((count, trigger, kind, rule))  # «نزحت 100 أسرة مكونة من 600 شخص»
    return True
