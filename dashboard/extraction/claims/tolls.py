"""The counts of one sentence and what became of the people they count.

One pass over the words: verbs and verbal nouns govern the counts after them, heads («عدد القتلى …
إلى») theirs, and a verb after a count tells of the counts that waited for it.
"""

from __future__ import annotations

from dashboard.extraction.claims.by_place import by_place
from dashboard.extraction.claims.bystanders import (
    age_of_a_name,
    escaped,
    housed,
    ill,
    of_a_crowd,
    of_bystanders,
    of_things,
)
from dashboard.extraction.claims.clause_ends import another_clause, meanwhile, told_when
from dashboard.extraction.claims.counts import Count, bounded, read_count
from dashboard.extraction.claims.governing import (
    LIVING,
    VERB_REACH,
    Governed,
    Governor,
    achieved,
    in_headline,
    is_head_noun,
    joins,
    kind_before,
    of_families,
    of_numbers,
    opens_clause,
    others,
    part_of_them,
    single_claim,
    told_late,
    told_otherwise,
    told_right_after,
    told_soon,
)
from dashboard.extraction.claims.named import by_name, taken
from dashboard.extraction.claims.told_after import BEFORE_NOUN, ToldAfter, own_object
from dashboard.extraction.claims.toll_cues import FAR, OF_THE_SAME
from dashboard.extraction.claims.unmade import may_bring, threatened, unreal
from dashboard.extraction.claims.unnumbered import of_either, some_hurt, told_both
from dashboard.extraction.claims.victims import (
    a_family,
    and_of_others,
    in_parts,
    merge,
    one_more,
    without_killers,
)
from dashboard.extraction.vocabulary.claim_words import (
    calling,
    cue_words,
    lexicon,
    trigger_words,
    words_counted,
)
from dashboard.extraction.vocabulary.count_words import BRACKETS
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.phrases import PROCLITICS, Match
from dashboard.text import fold_word

_OR = fold_word("أو")
_TEN, _HUNDRED = 10, 100
_CLAUSE, _AND = 4, 3  # words from a verb to its count, letters of «و» with more than «وهم»
_FUTURE = 5  # letters of a verb with its س
_HEADED = 14  # words from «عدد» to what it is of
_TO = fold_word("إلى")
_AND_THAT = fold_word("وأن")
_ANY = ("اي", "ايه", "لاي", "باي")
_ASIDE = frozenset(('"', "(", ":"))
_ONE_ALONE = word_set("shared", "one")


class TollReader(ToldAfter):
    """Reads the words ``first``..``stop``; ``blocked`` are words of dates.

    ``last_kind`` is what the sentences before counted: «ليرتفع العدد إلى ثلاثة».
    """

    def read(self) -> list[Governed]:
        """The counts with what governs them, in text order."""
        cues, called = cue_words(), calling()
        counted, triggers = words_counted(), trigger_words()
        tokens, stop, blocked = self.tokens, self.stop, self.blocked
        lex = lexicon()
        i = self.first
        while i < stop:
            word = tokens[i].text
            if word not in called and not word.isdecimal():
                if word == ":":
                    self._another_line()
                i = self._past_one_of_them(i) if word == "(" else i + 1
                continue
            cue = self._cues_at(i, word) if word in cues else None
            end = self._cue(i, word, cue) if cue else None
            if end is None and i in blocked:
                end = i + 1
            if end is None and cue:
                end = self._after_it(i, word, cue)
            if end is None:
                counts = word in counted or word.isdecimal()
                if word in BRACKETS:
                    counts = i + 1 < stop and tokens[i + 1].text.isdecimal()
                hit = lex.triggers.at(tokens, i, PROCLITICS) if word in triggers else None
                if hit is not None and word[: hit.clitic].endswith("س") and len(word) < _FUTURE:
                    hit = None  # «سفر» is no «سيفر»
                if hit is not None and word[hit.clitic :] in lex.takes_lives:
                    hit = hit if self._lives_taken(i) else None
                count = read_count(tokens, i, stop) if counts and hit is None else None
                if count is not None:
                    self._count(i, count)
                    end = count.end
                elif hit is not None:
                    end = self._trigger(i, hit)
            i = i + 1 if end is None else end
        mine = [item for item in self.waiting if item[0].start not in self.apart]
        self.found.extend(others(self.tokens, mine, self.found))
        self.found.sort(key=lambda item: item[0].start)
        found = in_parts(self.tokens, self.stop, without_killers(self.tokens, self.found))
        return by_place(self.tokens, self.first, found, self.waiting, self.last_whole)

    def _after_another_verb(self, i: int, told: int) -> bool:
        """«قتل 20 شخصاً وأنقذ 30 آخرون»: a verb of its own, that is no word of casualties.

        ``told`` is where the count before it ends.
        """
        tokens, lex = self.tokens, lexicon()
        first = max(told, i - _CLAUSE, self.trigger.end if self.trigger is not None else 0)
        if tokens[i].text.startswith("و"):
            return False
        for k in range(i - 1, first - 1, -1):
            word = tokens[k].text
            if not word.isalpha() or word in cue_words() or word[1:] in cue_words():
                return False
            if word.startswith("و") and len(word) > _AND and word not in lex.own_and:
                return True
        return False

    def _count(self, i: int, count: Count) -> None:
        tokens, found = self.tokens, self.found
        if self._labels(i, count):
            return
        verb = tokens[self.trigger.start].text if self.trigger is not None else ""
        if verb.lstrip("وف") in lexicon().spends and own_object(tokens, count, self.stop):
            self.trigger = None
            return
        if self._meant_otherwise(i, verb.lstrip("وف")):
            return
        apart = bool(found) and not count.kind and self._after_another_verb(i, found[-1][0].end)
        if apart:
            self.trigger = self.spent = None
            self.apart.add(count.start)
        joined = beside_it = bool(found) and joins(tokens, found[-1][0].end, i, kin=count.kin)
        last_verb = self.trigger.end if self.trigger is not None else -1
        if not (joined or apart) and found and last_verb <= found[-1][0].start:
            joined = and_of_others(tokens, found, count, i)
        beside = self.trigger is not None and self.trigger.end == i  # «فقد أثر 7»
        if not beside and tokens[i - 1].text.lstrip("وف") in lexicon().forces:
            self.trigger = self.spent = None
        if found and tokens[i - 1].text == _AND_THAT and found[-1][1] is self.trigger:
            self.trigger = self.spent = None  # «بلغ القتلى 78 وأن 104 أشخاص أنقذوا»
        if self.trigger is not None and meanwhile(tokens, self.trigger.end, i):
            self.trigger = self.spent = None  # «قُتلوا …، بينما يعاني ألف آخرون»
        if found and part_of_them(tokens, count, i):
            self.parent_kind, self.subset_at = found[-1][2], i
        is_subset = self._right_after_subset(i) or (
            # «بينهم 46 طفلاً و20 من النساء»
            joined
            and found[-1][3] == "subset"
            and not count.kind
            and (not count.bare or tokens[min(count.end, self.stop - 1)].text in OF_THE_SAME)
        )
        if count.kind in ("killed", "wounded") and count.kind != self.parent_kind and joined:
            is_subset = False  # «من بين القتلى طفلان وأكثر من 30 مصاباً»
        if a_family(tokens, found, count, i):
            return
        if of_a_crowd(tokens, i) or of_things(tokens, i, count) or housed(tokens, i, count):
            return
        if self._of_another_head(i, count) or told_both(tokens, count):
            return
        if age_of_a_name(tokens, i, count, self.trigger):
            return
        if not count.kind and of_bystanders(tokens, i):
            self.trigger = self.spent = None
            joined = False
        second = bool(found) and self.spent == found[-1][0].end == i and not found[-1][0].noun
        if second and not (joined or count.kind or found[-1][0].bare):
            return  # «إصابة 227 آخرين 29 شخصاً متورطاً»: the second has no verb
        if self.spent is not None and (
            another_clause(tokens, self.spent, i) or told_when(tokens, self.spent, i)
        ):
            self.trigger = self.spent = None
        if (
            count.bare
            and tokens[i].text in _ONE_ALONE
            and (self.trigger is None or self.trigger.end != i)
        ):
            return  # «في هجوم واحد»
        if count.noun == "sg" and tokens[i - 1].text in _ANY and not self.negations:
            return  # «أي مدني»: none is told of
        kind, rule = self._kind(i, count, joined, is_subset)
        if kind == "displaced" and escaped(tokens, count):
            return
        alone = count.noun == "sg" and count.end == i + 1  # not «ومدنياً واحداً»
        if joined and alone and found:
            whole = found[-1][0].low or 0
            if whole >= _HUNDRED or (whole > _TEN and tokens[i].text.endswith("ا")):
                return  # «86 عنصراً إرهابياً ومطلوباً», «4700 طفل وامرأة»: the number is of both
        if (
            joined
            and (count.bare or not count.kind)
            and (told := told_otherwise(tokens, count, kind))
        ):
            if told != LIVING:
                self.waiting.append((count, is_subset))
            return
        trigger = self.trigger
        governed = trigger is not None and trigger.form == "noun" and trigger.end == i
        if not (count.kind or count.noun or governed) and told_right_after(tokens, count, kind):
            self.waiting.append((count, is_subset))
            return  # «260 قتلوا ومئات جرحوا»
        headed = self.trigger is not None and self.trigger.form == "head"
        if is_head_noun(tokens, count, self.head_at, i, self.stop, headed=headed):
            # «عدد القتلى»: not a count yet, the number follows, or stood before.
            found.extend(told_late(tokens, self.waiting, count.kind, self.head_at))
            if tokens[i - 1].text in ("من", "بين") and i - self.head_at > _HEADED:
                return  # «العديد منهم من النازحين، وإلى 100 ألف شخص»: heads nothing
            victims = count.kind == "casualties" and count.end == i + 1  # «عدد الضحايا 17»
            dead = "killed" if victims else count.kind
            self.trigger, self.spent = Governor(dead, "head", i, count.end), None
            return
        if count.kin and not self._of_kin_told(i, count, joined):
            return  # «قتل شقيقه عام 2012»: told of somebody's life
        more = one_more(tokens, i, found)
        if more is not None:
            found.append(more)
            return
        headline = count.noun and in_headline(tokens, count, self.first, self.stop)
        if count.noun and not headline and not single_claim(
            tokens, count, self.trigger, i, joined, self.subset_at, self.negated_at,
            self.parent_kind, self._gap(i),
        ):  # fmt: skip
            if count.noun == "sg" and not is_subset and opens_clause(tokens, self.first, i):
                self.waiting.append((count, False))
            elif not is_subset and of_either(tokens, count, self.stop):
                self.waiting.append((count, False))  # «مدنيون بين قتيل وجريح»
            elif count.noun == "sg" and is_subset and self.waiting and not self.parent_kind:
                self.waiting.append((count, True))  # «27 شخصاً بينهم رضيع لقوا حتفهم»
            return
        one_or_two = count.noun == "sg" or (count.high == count.low == 2 and not count.kind)
        if one_or_two and found and found[-1][0].end == i and not joined:
            return  # «زوجة القيادي», «طفلان شقيقان»: the second tells of the first
        if rule == "head" and count.bare and not joined and self._headed_already(i):
            return  # «تضاعف عدد المعتقلين إلى 26 ألفا عندما تولى ستون القيادة»
        if not kind:
            left = is_subset and unreal(i, self.unreal_at, None)  # «لم يبق منهم سوى 250 ألفاً»
            left = left or tokens[i - 1].text in lexicon().excepting
            alone = count.bare and (count.low == 1 or self._of_a_noun(i))
            if not (count.noun or left or alone):
                self.waiting.append((count, is_subset))
            return
        if self.negated_at < 0 and unreal(i, self.unreal_at, self.trigger):
            return
        if kind in ("wounded", "killed") and ill(tokens, count, self.first, self.stop):
            return
        if rule == "head" and self.least_at > FAR:
            count = bounded(count, "low")  # «تجاوز عدد القتلى الخمسمئة»
        # «10 في بلدة الكنيسة و6 في حدث بعلبك»: each in its place is a claim of its own.
        if not (beside_it and not is_subset and merge(found, count, kind)):
            found.append((count, self.trigger, kind, "subset" if is_subset else rule))
        if not is_subset:
            self.parent_kind = kind

    def _headed_already(self, i: int) -> bool:
        """Whether the head that governs has had its number: it has one, but for «من 5 إلى 7»."""
        if self.tokens[i].text.startswith("و"):
            return False
        return self.tokens[i - 1].text not in BEFORE_NOUN | {_TO, "ب"} and any(
            item[1] is self.trigger for item in self.found
        )

    def _gap(self, i: int) -> int:
        """How many words stand between the verb and a count at ``i``, those of dates apart."""
        begin = self.trigger.end if self.trigger is not None else i
        return sum(k not in self.blocked for k in range(begin, i))

    def _last_end(self) -> int:
        return max((item[0].end for item in self.found), default=-1)

    def _of_kin_told(self, i: int, count: Count, joined: bool) -> bool:
        """Whether kin are counted as fallen: with others, by «من», not named again."""
        if self.tokens[i - 1].text in _ASIDE:
            return False  # «إصابة 3 من أفراد عائلته "والده وأمه وشقيقه"»
        of_them = any(token.text == "من" for token in self.tokens[count.start : count.end])
        of_them = of_them and self.tokens[min(count.end, self.stop - 1)].text not in _ASIDE
        return joined or bool(self.found) or self._goes_on() or of_them

    def _goes_on(self) -> bool:
        """«وأصيب ابنه», «وإصابة زوجها»: the clause is joined to what was told before."""
        trigger = self.trigger
        return (
            trigger is not None
            and trigger.kind == "wounded"
            and self.tokens[trigger.start].text.startswith(("و", "ف"))
        )

    def _right_after_subset(self, i: int) -> bool:
        """«بينهم 3», «بينهم نحو ثلاثة»; a comma ends it («بينهم طفل، ووقوع عشرات الجرحى»)."""
        if not 0 <= i - self.subset_at <= 3:
            return False
        return all(token.text != "," for token in self.tokens[self.subset_at : i])

    def _kind(self, i: int, count: Count, joined: bool, is_subset: bool) -> tuple[str, str]:
        kind, rule = kind_before(self.tokens, count, self.trigger, i, self.found if joined else [])
        trigger = self.trigger
        whole = self.waiting[-1][0] if self.waiting and is_subset and not count.kind else None
        if whole is not None and whole.end > self._last_end():
            if told_soon(self.tokens, count.end, self.stop):
                return "", ""  # «22 مسلحاً، بينهم أربعة قادة، قتلوا»: told of both later
        if (
            is_subset
            and self.parent_kind
            and (not count.kind or count.kind in ("displaced", "detained"))
            and (trigger is None or trigger.end <= self.subset_at)
        ):
            kind, rule = self.parent_kind, "subset"
        if rule in ("verb", "verbal-noun") and trigger is not None:
            last = self.tokens[trigger.end - 1].text.lstrip("وبف")
            if count.bare and last in lexicon().needs_people:
                kind = ""
            if last in lexicon().only_beside and trigger.end != i:
                kind = ""  # «في حالة إيقاف في حين يوجد 25 آخرين»
            self.spent = count.end
        if is_subset and not kind:
            kind, rule = self.parent_kind, "subset"
        return kind, rule

    def _trigger(self, i: int, hit: Match[tuple[str, str]]) -> int:
        """Takes in a verb or noun of what befell people; returns the word to go on at."""
        kind, form = hit.values[0]
        tokens = self.tokens
        previous, self.spent, self.subset_at = self.trigger, None, FAR
        if form == "verb" or tokens[i].text.startswith("و"):
            self.verbs.append(i)
        prefix = tokens[i].text[: hit.clitic]
        before = tokens[i - 1].text.lstrip("وف") if i > self.first else ""
        led = before in lexicon().leads_to  # «أدى لقتل طفلين»
        if form == "verb" and (("ل" in prefix and not led) or not self._answered(i, hit.clitic)):
            self.trigger = None  # «لقتل», «لقي ترحيباً»
            return hit.end
        if of_families(tokens, hit.end):
            return hit.end
        if of_numbers(tokens[i].text) and not achieved(tokens, i):
            self.trigger = None
            return hit.end  # «يسعى إلى القضاء على 3000 مسلح»
        if threatened(tokens, self.first, i, prefix) or may_bring(tokens, self.first, i):
            self.unreal_at = i - 1
        if self.unreal_at >= 0 and i - self.unreal_at <= 2 and form == "noun":
            self.trigger = None
            return hit.end
        # «مقتل وإصابة العشرات», «مقتل أو إصابة 20 جندياً»
        either = tokens[i - 1].text == _OR
        both = (
            previous is not None
            and (previous.form == form or either)
            and previous.end == i - either
            and previous.start != self.told
            and (either or tokens[i].text.startswith("و"))
            and {previous.kind, kind} == {"killed", "wounded"}
        )
        if both and previous is not None:
            self.trigger = Governor("casualties", form, previous.start, hit.end)
            return hit.end
        self.trigger = Governor(kind, form, i, hit.end)
        after = hit.end
        while after in self.blocked and after < self.stop:
            after += 1  # «اغتيل صباح الأربعاء المعارض …»
        named = by_name(tokens, hit.end - 1, after, self.stop, self.first)
        if named is None:
            named = taken(tokens, hit.end - 1, hit.end, self.stop)
        if named is None and not unreal(i, self.unreal_at, None):
            named = some_hurt(tokens, self.first, i, self.stop, self._last_end())
        if named is None:
            return hit.end
        self.found.append((named, self.trigger, kind, form if form == "verb" else "verbal-noun"))
        return named.end

    def _answered(self, i: int, clitic: int) -> bool:
        lex = lexicon()
        if self.tokens[i].text[clitic:] not in lex.asks:
            return True
        reach = min(self.stop, i + VERB_REACH)
        return any(token.text in lex.answers for token in self.tokens[i + 1 : reach])
