"""What is told of counts after them: the verb that they waited for, lives lost, as many again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.claims.governing import Governor, fell, joins
from dashboard.extraction.claims.named import named_before
from dashboard.extraction.claims.toll_cues import TollCues
from dashboard.extraction.claims.unmade import unreal
from dashboard.extraction.claims.victims import merge
from dashboard.extraction.vocabulary.claim_words import lexicon
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import Match
from dashboard.text import Word, fold_word, words_before

AFTER_REACH = 14  # words from a count to the verb after it that says what became of it
_WHO, _RIGHT_AFTER = frozenset(("الذين", "اللذين")), 2  # words from a count to «الذين قتلوا»
_THE = "ال"
_TEN, _HUNDRED, _SHORT = 10, 100, 3  # numbers with a singular noun in the accusative, and letters
_NOUN, _OF_A_LAND = ("ا", "ه"), ("يا", "يه")
_THEIRS = ("هم", "ها", "هن", "هما")
_LONG = 4
_ANOTHER = frozenset(fold_word(w) for w in ("آخر", "أخرى"))
_OR = fold_word("أو")
_TO = fold_word("إلى")
_OF = fold_word("عن")
_NUMBER = fold_word("عدد")  # «ارتفع إلى 25 عدد المقاتلين الذين قتلوا»
_FEARED = 6  # words from «يخشى» to the count
_FEARS, _THAT = word_set("told_after", "fears"), word_set("shared", "that")
_LED_OUT = word_set("told_after", "led_out")
_PARTS, _THERE = word_set("told_after", "parts"), word_set("told_after", "there")
_HOUSES, _OF_THEM = word_set("told_after", "houses"), word_set("told_after", "of_them")
_LOST, _CLOSE = fold_word("فقدوا"), 3  # words from it to what they lost
_HEADED = 6  # words from «عدد» past what it is of to the number
_LIFE_REACH = 7  # words from «فقد» to «حياته»


def own_object(tokens: Sequence[Word], count: Count, stop: int) -> bool:
    """«فقد 20 ألف عامل وظائفهم», «قضى 20 سائحاً عطلتهم»: what of theirs is lost or spent."""
    after = tokens[count.end].text if count.end < stop else ""
    return (
        len(after) > _LONG
        and after.endswith(_THEIRS)
        and after not in lexicon().lives | lexicon().answers | _OF_THEM
    )


def _feared(tokens: Sequence[Word], start: int) -> bool:
    """«يخشى أن يكون 200 شخص قد قتلوا»: not known to be."""
    near = words_before(tokens, start, _FEARED)
    return any(word.lstrip("وف") in _FEARS for word in near) and not _THAT.isdisjoint(near)


def _of_others(tokens: Sequence[Word], late: Count, verb: int, end: int) -> bool:
    """«حضر 300 شخص الجنازة التي قتل خلالها 4»: a verb of one, in a clause that counts its own."""
    if late.noun == "sg":
        return False
    between = [token.text for token in tokens[late.end : verb]]
    apart = any(word in _PARTS for word in between) or tokens[verb].text.startswith("و")
    following = tokens[end].text if end < len(tokens) else ""
    return apart or following in _THERE


BEFORE_NOUN = word_set("told_after", "before_noun")


class ToldAfter(TollCues):
    """Reads what became of the counts that stand before it."""

    def _after_it(self, i: int, word: str, cue: frozenset[str]) -> int | None:
        """What became of the counts before: lost lives, as many again, the verb after them."""
        tokens, found = self.tokens, self.found
        if "lost" in cue and (lost := self._lost(i)) is not None:
            return lost
        if "as_many" in cue and found:
            noun = read_count(tokens, i + 1, self.stop)
            many = found[-1][0]
            if noun is not None and noun.kind and noun.noun == "pl" and i - many.end <= 1:
                again = replace(many, start=i, end=noun.end, kind=noun.kind, victims="")
                found.append((again, None, noun.kind, "noun"))
                return noun.end
        if "after" in cue:
            self._tell_waiting(i)
        return None

    def _labels(self, i: int, count: Count) -> bool:
        """«بدورته الـ71», «طريق M5»: a number that tells which, and counts nobody."""
        before = self.tokens[i - 1].text if i else ""
        which = before == _THE or (before.isascii() and before.isalpha())
        return (count.bare and which) or self._of_a_thing(i, count)

    def _of_a_thing(self, i: int, count: Count) -> bool:
        """«20 رأساً من الماشية», «جرح كرامة 20 مليون سوري»: no people, or not their bodies."""
        before = self.tokens[i - 1].text if i else ""
        return before in lexicon().hearts or (count.bare and self._followed_by_a_thing(count))

    def _followed_by_a_thing(self, count: Count) -> bool:
        """«اغتال 20 حلماً», «20 فرصة عمل»: the noun of a number above ten is none of people.

        An adjective of a land is («14 إيرانياً»), as far as it is not listed.
        """
        after = self.tokens[count.end].text if count.end < self.stop else ""
        if after in lexicon().no_people:
            return True
        above = count.best is not None and _TEN < count.best < _HUNDRED
        noun = len(after) > _SHORT and after.endswith(_NOUN) and not after.endswith(_OF_A_LAND)
        joined = after.startswith("و")
        return above and noun and after.isalpha() and not joined and after not in lexicon().adverbs

    def _of_another_head(self, i: int, count: Count) -> bool:
        """«وعدد الجرحى إلى 279، وعدد الآليات إلى 245»: the second number is of no people."""
        head = self.trigger
        if head is None or head.form != "head" or not count.bare:
            return False
        again = head.end < self.head_at < i <= self.head_at + _HEADED
        return again and self.tokens[self.head_at].text.removeprefix("و") == _NUMBER

    def _lost(self, i: int) -> int | None:
        """«فقد 7 آخرون» are missing, «فقد خمسة أشخاص حياتهم» killed; «فقد» alone is a particle."""
        count = read_count(self.tokens, i + 1, self.stop) if i + 1 < self.stop else None
        if count is None or (count.bare and not self.tokens[i + 1].text.startswith(_THE)):
            return None
        ahead = self.tokens[count.end : min(self.stop, count.end + _LIFE_REACH)]
        if own_object(self.tokens, count, self.stop):
            return count.end  # «فقد 20 ألف عامل وظائفهم»
        lives = any(token.text in lexicon().lives for token in ahead)
        if count.noun:
            if count.noun == "sg" and self.tokens[i + 1].text in _ANOTHER:
                self.found.append((replace(count, noun=""), None, "missing", "verb"))
                return count.end  # «قتل جندي وفقد آخر»
            if count.noun == "sg" and lives:
                self.found.append((replace(count, noun=""), None, "killed", "verb"))
                self.parent_kind = "killed"
                return count.end
            return None
        theirs = self.tokens[count.end - 1].text.endswith(_THEIRS)  # «فقدت 27 من عناصرها»
        kind = "killed" if lives or theirs else "missing"
        if kind == "missing" and count.victims == "fighters" and self.tokens[i].text.endswith("ت"):
            kind = "casualties"  # «روسيا فقدت 500 ألف جندي»: its losses, the dead not told apart
        self.trigger, self.spent = Governor(kind, "noun", i, i + 1), None
        return i + 1

    def _tell_waiting(self, i: int) -> None:
        """«289 مدنياً … قتلوا», «أن 11 مدنياً … لقوا حتفهم»: the verb that tells of those before."""
        lex, tokens = lexicon(), self.tokens
        after = lex.after.at(tokens, i, ("", "و"))
        if after is None or (not after.clitic and tokens[i - 1].text in BEFORE_NOUN):
            return  # «احتجاجاً على قتل الضابط»: a verbal noun spelt like the verb
        if after.values[0] != "killed" and tokens[i - 1].text in _HOUSES:
            return  # «بينهم 3 أطفال في قصف على خيمة نازحين»
        joined = after.clitic > 0
        if joined and read_count(tokens, after.end, self.stop) is not None:
            return  # «11 مدنياً وأصيب 44»: a clause of its own
        if not self.waiting and not joined:
            him = named_before(tokens, self.first, i, after.end)
            if him is not None and after.values[0] == "killed":
                self.found.append((him, None, "killed", "verb-after"))
                self.told = i
            return
        worse = self._of_the_wounded(i, after)
        if not self.waiting or worse or lex.after.at(tokens, after.end) is not None:
            return  # «طفلين نازحين قتلا»
        kind = after.values[0]
        if kind == "missing" and tokens[after.end - 1].text == _LOST:
            kind = self._what_they_lost(after.end)
        if not kind or self._or_another(after.end, kind):
            self.waiting.clear()
            return
        alone = tokens[i].text[after.clitic :] in lex.of_one
        following = tokens[after.end].text if after.end < self.stop else ""
        if alone and following in lex.some_of_them:
            self.waiting.clear()  # «20 ضابطاً قتل أحدهم لاحقاً»
            return
        if alone and not joined and tokens[i - 1].text in lex.of_the_deed:
            return  # «حكم على 20 شخصاً بتهمة قتل جنود»
        led_out = -1  # where a count of people led out ends
        for late, is_subset in self.waiting:
            with_them = joins(tokens, led_out, late.start) if led_out > 0 else False
            if kind == "detained" and (tokens[late.start - 1].text in _LED_OUT or with_them):
                led_out = late.end
                continue  # «إجلاء 234 عائلة وعشرات الأطباء الذين احتجزوا في مناطق القتال»
            named = any(it.start > late.start and not it.bare for it, _ in self.waiting)
            if late.bare and named and tokens[late.start - 1].text != _TO:
                continue  # «موقع سويداء 24 إن 36 مدنياً خطفوا»
            that = tokens[min(late.end, self.stop - 1)].text in _THAT
            if that and tokens[late.start - 1].text == _OF:
                continue  # «نقلت الوكالة عن ثلاثة مسؤولين أن 7 جنود أصيبوا»: who said it
            if late.bare and alone:
                continue  # «عند الساعة 12 قتل شخص», «الدورة 71 … من قتل متعمد»
            if kind == "detained" and unreal(late.start, self.unreal_at, None):
                continue  # «إطلاق سراح 13 شخصاً كانوا محتجزين»
            if _feared(tokens, late.start) or (alone and _of_others(tokens, late, i, after.end)):
                continue
            if kind == "displaced" and late.victims in ("fighters", "police"):
                continue  # «دفع المسلحين إلى الفرار»
            headed = late.end < len(tokens) and tokens[late.end].text == _NUMBER
            if tokens[i - 1].text in _WHO and i - 1 - late.end > _RIGHT_AFTER and not headed:
                continue  # «آلاف المدنيين بينهم كثير من الذين فروا»: of the last named only
            if late.noun == "sg" and not fell(tokens, late.end, i, after.end, self.stop):
                continue
            if i - late.end <= AFTER_REACH:
                self.told = i
                self.parent_kind = kind
                rule = "subset" if is_subset else "verb-after"
                # «ثلاثة موظفين وأربعة حراس قتلوا»: one count of those joined
                beside = self.found and joins(tokens, self.found[-1][0].end, late.start)
                if not (beside and not is_subset and merge(self.found, late, kind)):
                    self.found.append((late, None, kind, rule))
        self.waiting.clear()

    def _what_they_lost(self, i: int) -> str:
        """«فقدوا أحد والديهم» tells of others, «فقدوا حياتهم» that they died."""
        near = [token.text for token in self.tokens[i : min(self.stop, i + _CLOSE)]]
        if any(word in lexicon().lives for word in near):
            return "killed"
        theirs = any(word.endswith(_THEIRS) and len(word) > _LONG for word in near)
        return "" if theirs else "missing"

    def _or_another(self, i: int, kind: str) -> bool:
        """«مليون قتلوا أو هجروا»: how many of either is not told."""
        if i + 1 >= self.stop or self.tokens[i].text != _OR:
            return False
        other = lexicon().triggers.at(self.tokens, i + 1)
        return other is not None and other.values[0][0] != kind

    def _of_the_wounded(self, i: int, after: Match[str]) -> bool:
        """«اثنين من المصابين فارقا الحياة», «4 من الجرحى توفوا»: the wounded who died."""
        if after.values[0] != "killed" or not self.found or after.clitic:
            return False
        count, trigger, kind, _ = self.found[-1]
        if kind != "wounded" or count.kind != "wounded" or i - count.end > 2 or count.noun == "pl":
            return False
        part = any(token.text == "من" for token in self.tokens[count.start : count.end])
        if part and trigger is None:
            self.found[-1] = (count, trigger, "killed", "verb-after")
        return part
