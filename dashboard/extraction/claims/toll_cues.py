"""Words that change what the counts around them tell: negations, doubts, parts, heads.

The state of one reading of a sentence is kept here; ``tolls`` reads the counts themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.claims.counts import Count, read_count
from dashboard.extraction.claims.governing import Governed, Governor
from dashboard.extraction.claims.unmade import brought_none
from dashboard.extraction.claims.victims import killed_or_wounded
from dashboard.extraction.vocabulary.claim_words import cue_words, lexicon, only_before
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import Word, fold_word, words_before

FAR = -99
_CITED, _TURNED = fold_word("استشهد"), fold_word("لجأ")
_LIVES, _LIVES_REACH = tuple(word_set("tolls", "lives")), 9  # words from «تودي» to «بحياة»
OF_THE_SAME = word_set("toll_cues", "of_the_same")
_HEAD_REACH = 3  # words from «تجاوز» to «عدد القتلى»
_NEGATED = 6  # words from a negation to what did not happen
_RUMOUR = 6  # words from «نفي لما تداولته» to the toll
_NO_TRUTH = word_set("toll_cues", "no_truth")
_FEARED = 10  # words
_THAT = frozenset(("ان", "بان"))
_BRINGS = word_set("toll_cues", "brings")
_ASIDE = 20  # words in brackets
_OF_THINGS = ("منها",)
_AFTER_CLITICS = ("", "و", "ف")


class TollCues:
    """What one sentence has told so far of the counts in it.

    ``blocked`` are words of dates; ``last_kind`` is what the sentences before counted,
    ``last_whole`` the kind and number that the sentence before told of.
    """

    def __init__(
        self,
        tokens: Sequence[Word],
        first: int,
        stop: int,
        blocked: frozenset[int],
        last_kind: str = "",
        last_whole: tuple[str, int] = ("", 0),
    ) -> None:
        self.tokens, self.first, self.stop, self.blocked = tokens, first, stop, blocked
        self.last_kind, self.last_whole = last_kind, last_whole
        self.found: list[Governed] = []
        self.waiting: list[tuple[Count, bool]] = []
        self.apart: set[int] = set()  # where counts begin that another verb tells of
        self.trigger: Governor | None = None
        self.spent: int | None = None  # where the count ended that the trigger has governed
        self.told = -1  # the verb that told of a count before it
        self.parent_kind = ""
        self.negations: list[int] = []  # the last words of «لم يسقط», «ولا»
        self.verbs: list[int] = []  # «لم يسقط قتلى وأصيب خمسة»: a verb after it tells of its own
        self.head_at = self.subset_at = self.negated_at = self.unreal_at = self.least_at = FAR

    def told_as_none(self, count: Count) -> bool:
        """Whether «لم», «دون» reach a count: near it, with no verb of its own between.

        Not beyond «سوى»: «لم يقتل سوى ثلاثة» tells of three.
        """
        excepting = lexicon().excepting
        return any(
            0 <= count.start - at < _NEGATED
            and all(self.tokens[k].text not in excepting for k in range(at, count.start))
            and not any(at < verb <= count.start for verb in self.verbs)
            for at in self.negations
        )

    def _another_line(self) -> None:
        self.subset_at = FAR  # another headline: «بينهم أجانب : إحالة 3517 شخصاً»
        if self.trigger is not None and self.trigger.form != "head":
            self.trigger = self.spent = None

    def _cues_at(self, i: int, word: str) -> frozenset[str] | None:
        """What a cue word at ``i`` may be; one that only opens phrases is none without the next."""
        after, tokens = only_before().get(word), self.tokens
        if after is not None and (i + 1 == len(tokens) or tokens[i + 1].text not in after):
            return None
        return cue_words()[word]

    def _cue(self, i: int, word: str, cue: frozenset[str]) -> int | None:
        """Takes in a word that changes what is counted; the next word where it is done with."""
        lex, tokens = lexicon(), self.tokens
        if "zero" in cue and (zero := lex.zero.at(tokens, i, ("", "و"))) is not None:
            kind = zero.values[0]
            self.found.append((Count(i, zero.end, 0, 0, 0, kind=kind), None, kind, "none"))
            return zero.end
        if 0 <= self.unreal_at - i <= 1:
            return None  # «الحيلولة دون سقوط ضحايا»: feared, not told as none
        if "none" in cue and (none := lex.none.at(tokens, i, ("", "و"))) is not None:
            self.negated_at = none.end - 1
            self.negations.append(self.negated_at)
        elif "none" in cue and (last := brought_none(tokens, i, self.stop)) >= 0:
            self.negated_at = last
            self.negations.append(last)
        if "unreal" in cue and (doubt := self._doubt(i)) is not None:
            self.unreal_at = doubt + self._feared(doubt)
        if "least" in cue and any(
            lex.heads.at(tokens, k, ("", "و", "ال")) is not None
            for k in range(i + 1, min(self.stop, i + 1 + _HEAD_REACH))
        ):
            self.least_at = i
        if word in lex.namely and (some := read_count(tokens, i + 1, self.stop)) is not None:
            if some.noun != "pl" and not some.bare:
                self.subset_at = i + 1
                return i + 1
        if "subset" in cue and (sub := lex.subset.at(tokens, i, _AFTER_CLITICS)) is not None:
            if sub.values[0] == "one" and not self._describes_one(sub.end):
                return None
            if word in _OF_THINGS and i and tokens[i - 1].text in lex.arrives:
                return None  # «4 مجازر وصل منها للمستشفيات 19 شهيداً»: from there
            if sub.values[0] == "whole":
                self.parent_kind = self.parent_kind or self.last_kind
            if self.trigger is not None and self.trigger.end == i and self.trigger.form == "verb":
                self.parent_kind = self.trigger.kind  # «قضى منهم تسعة»
            self.subset_at = sub.end
            return sub.end
        if "either" in cue and (either := lex.either.at(tokens, i)) is not None:
            if killed_or_wounded(i, self.found, self.waiting):
                return either.end  # «80 جندياً بين قتلى وجرحى», not «وبين القتلى 3»
        if "subset_of" in cue and (sub := lex.subset_of.at(tokens, i, _AFTER_CLITICS)) is not None:
            self.parent_kind = sub.values[0]
            whole = read_count(tokens, sub.end, self.stop)  # «من بين القتلى الستة، طفلان»
            if whole is None or not tokens[sub.end].text.startswith("ال"):
                self.subset_at = sub.end
                return sub.end
            # «بين القتلى السبعة امرأتان»: what follows the number are others
            end = whole.end if whole.bare else sub.end + 1
            self.subset_at = end + whole.bare
            return end
        if "head" in cue and lex.heads.at(tokens, i, ("", "و", "ال", "ل", "ب")):
            self.head_at = i
            total = lex.totals.at(tokens, i, ("", "و", "ل", "ب"))
            kind = self.found[-1][2] if self.found else self.last_kind
            if total is not None and kind in ("killed", "wounded"):
                if any(lex.links.at(tokens, k) for k in range(total.end, total.end + 2)):
                    self.trigger, self.spent = Governor(kind, "head", i, i + 1), None
        return None

    def _past_one_of_them(self, i: int) -> int:
        """«17 سيدة (إحداهن توفيت بأزمة قلبية)، و11 طفلاً»: what befell one is told aside."""
        one = lexicon().subset.at(self.tokens, i + 1) if i + 1 < self.stop else None
        if one is None or one.values[0] != "one":
            return i + 1
        inside = range(i + 1, min(self.stop, i + _ASIDE))
        return next((k + 1 for k in inside if self.tokens[k].text == ")"), i + 1)

    def _doubt(self, i: int) -> int | None:
        """The word after a doubt at ``i``, a quotation mark within it or not: «قد "يسفر عن …"»."""
        found = lexicon().unreal.at(self.tokens, i, _AFTER_CLITICS)
        if self.tokens[i].text in _BRINGS and i + 1 < self.stop:
            some = read_count(self.tokens, i + 1, self.stop)
            if some is not None and some.kind in ("killed", "wounded"):
                return None  # «انفجارات توقع 12 قتيلاً»: spelt as «expected»
        if found is not None:
            return found.end
        if i + 2 >= self.stop or self.tokens[i + 1].text != '"':
            return None
        whole = [self.tokens[i], *self.tokens[i + 2 : i + 5]]
        found = lexicon().unreal.at(whole, 0, _AFTER_CLITICS)
        return i + 1 + found.end if found is not None and found.end > 1 else None

    def _feared(self, i: int) -> int:
        """How far a doubt reaches beyond its own words: «مخاوف بأن يتسبب هجوم … في نزوح»."""
        words = [token.text for token in self.tokens[i : i + 2]]
        clause = len(words) == 2 and words[0] in _THAT and words[1] in lexicon().brings
        rumour = not _NO_TRUTH.isdisjoint(words_before(self.tokens, i, 4))
        return _FEARED if clause else _RUMOUR if rumour else 0

    def _describes_one(self, i: int) -> bool:
        """«قضى مدنيان أحدهما طفل»: one of those counted, and who he was."""
        one = read_count(self.tokens, i, self.stop) if i < self.stop else None
        return one is not None and one.noun == "sg" and not one.kind and bool(self.found)

    def _meant_otherwise(self, i: int, verb: str) -> bool:
        """«استشهد بـ 20 مثالاً», «لجأت الشركة إلى 20 خبيراً»: the verb means another thing so."""
        before = self.tokens[i - 1].text
        cited = verb.startswith(_CITED) and before == "ب"
        return cited or (verb.startswith(_TURNED) and before == "الي")

    def _lives_taken(self, i: int) -> bool:
        """«تودي بحياة …», not «يؤدي 20 ألف شخص مناسك العمرة», spelt alike once folded."""
        near = self.tokens[i + 1 : min(self.stop, i + 1 + _LIVES_REACH)]
        return any(token.text.startswith(_LIVES) for token in near)

    def _of_a_noun(self, i: int) -> bool:
        """«المدن الثلاث»: a number that describes the noun before it."""
        before = self.tokens[i - 1].text if i > self.first else ""
        return self.tokens[i].text.startswith("ال") and before.startswith(("ال", "وال", "لل"))
