"""One document as the extractor sees it: tokens, sentences, and what is named where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from functools import cache, cached_property
from itertools import compress
from operator import attrgetter

from dashboard.dates import find_dates
from dashboard.extraction.actors.delegations import find_delegations
from dashboard.extraction.actors.mentions import Found, find_actors
from dashboard.extraction.actors.occupiers import OCCUPIER
from dashboard.extraction.begins import Begins
from dashboard.extraction.english.names import find_english_actors
from dashboard.extraction.furniture import furniture
from dashboard.extraction.kingdoms import kingdoms_meant
from dashboard.extraction.language import is_english
from dashboard.extraction.places.datelines import LINES, datelines
from dashboard.extraction.places.mentions import FoundPlace, find_places
from dashboard.extraction.quoted_names import without_quotes_of_names
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import TRIGGER_CLITICS, Trigger, lexicon
from dashboard.extraction.vocabulary.phrases import Match, PhraseTable
from dashboard.model import DateMention, Document
from dashboard.text import (
    Folded,
    Word,
    fold,
    indices_of,
    pieces,
    sentences,
    word_start,
    word_text,
    words,
)
from dashboard.values import dataclass

_LEAD = 80  # characters of space before a line that are looked through
_TANWIN = re.compile(r"\u064b(?=\u0627?(?!\w))")
# Words of a sentence: what has no end in so many is a list, and is cut at a comma. Of 60,000 in the
# press two are longer. So no rule that looks over its sentence grows faster than the text.
LONGEST = 300
_PARTS = (",", ";")


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger at tokens ``start``..``end`` of sentence ``sentence``."""

    start: int
    end: int
    prefix: str
    trigger: Trigger
    sentence: int


_CUE_CLITICS = ("", "و", "ف", "ب", "ل")


_PREPOSITIONS = word_set("reading", "prepositions")
_POSSIBLE, _POSSIBLY = word_set("reading", "possible"), 4  # words of «من غير المستبعد أن»
_PERHAPS, _HELD = word_set("reading", "perhaps"), 9  # words from «قد يجري» to what it holds
_UNWRITTEN = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_CLOCK, _OPENS = re.compile(r"\s*[-–|,،]?\s*\d{1,2}:\d{2}"), 2  # words before a stamp's date
_ARTICLES = ("al", "el")


@cache
def _cues(name: str) -> tuple[PhraseTable[str], frozenset[str]]:
    """A list of cue words, and the words that begin one of them."""
    cues = lexicon().cues[name]
    return cues, cues.opens(_CUE_CLITICS)


def _without_hashtags(tokens: list[Word], text: str) -> list[Word]:
    """The tokens but for «#» and «_»: «#كوريا_الشمالية» is a name of two words."""
    if "#" not in text and "_" not in text:
        return tokens
    return [token for token in tokens if token.text not in ("#", "_")]


class Reading:
    """The annotated text of one document; offsets of ``Found`` values are token indices."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.folded: Folded = fold(document.text)
        parts = pieces(self.folded)
        self.tokens: list[Word] = without_quotes_of_names(
            _without_hashtags(words(self.folded, parts), document.text)
        )
        self.words: list[str] = list(map(word_text, self.tokens))
        self._token_starts = list(map(word_start, self.tokens))
        self.dates: list[DateMention] = find_dates(
            document.text, document.published, folded=self.folded, parts=parts
        )
        self.sentences = self._token_sentences()
        self._starts = [s[0] for s in self.sentences]
        self.aside = self._aside()
        self.date_tokens = self._date_tokens()
        dated = frozenset(
            i for k, span in self.date_tokens.items() if self.dates[k].kind != "reference"
            for i in range(*span)
        )  # fmt: skip
        self.dateline = datelines(self.tokens, self._lines())
        dated |= self.dateline
        self.english = is_english(document.text)
        lower: frozenset[int] = frozenset()
        self.begins = Begins(self.words)
        if self.english:
            self.actors: list[Found] = find_english_actors(
                self.tokens, self.folded, dated, document.published
            )
            lower = self._lower()
        else:
            self.actors = find_actors(
                self.tokens, self.words, self.begins.actors, dated, document.published, self._spelt
            )
        named = frozenset(
            i for a in self.actors
            if a.actor.kind != "state" or a.via == "capital" or a.end - a.start > 1
            for i in range(a.start, a.end)
        )  # fmt: skip
        self.places: list[FoundPlace] = find_places(
            self.tokens,
            self.begins.places,
            dated | named | lower | self._accusative(),
            [
                (a.start, a.actor.name) for a in self.actors
                if a.actor.kind == "state" and a.via != OCCUPIER
            ],
        )  # fmt: skip
        self.places = kingdoms_meant(self.tokens, self.places, self.actors)
        self.dated = dated
        self._actor_starts = [actor.start for actor in self.actors]
        self._place_starts = [place.start for place in self.places]
        self._date_starts = [self.date_tokens[k][0] for k in range(len(self.dates))]

    def _spelt(self, first: int, stop: int) -> str:
        """The words of tokens ``first``..``stop`` as written, without vowel signs and tatweel."""
        spans = (self.folded.span(token.start, token.end) for token in self.tokens[first:stop])
        return " ".join(_UNWRITTEN.sub("", self.document.text[a:b]) for a, b in spans)

    def _lower(self) -> frozenset[int]:
        """The tokens that begin in lower case: no English name does."""
        text = self.document.text
        return frozenset(
            k for k, token in enumerate(self.tokens)
            if not text[self.folded.origin(token.start)].isupper()
            and not (token.text in _ARTICLES and self._before_a_name(k, text))
        )  # fmt: skip

    def _before_a_name(self, k: int, text: str) -> bool:
        """«al-Bab», «el Fasher»: an article in lower case before a name."""
        name = k + 1 + (k + 1 < len(self.tokens) and self.words[k + 1] == "-")
        at = self.tokens[name].start if name < len(self.tokens) else -1
        return at >= 0 and text[self.folded.origin(at)].isupper()

    def _accusative(self) -> frozenset[int]:
        """The tokens written with a final tanwin: «دوماً» is the adverb, the town never has one."""
        return frozenset(
            bisect_right(self._token_starts, self.folded.position(mark.start())) - 1
            for mark in _TANWIN.finditer(self.document.text)
        )

    def _lines(self) -> list[int]:
        """The first tokens of the sentences that begin a line."""
        text = self.document.text
        out: list[int] = []
        for (first, _), (begin, _) in zip(self.sentences, self.sentence_spans, strict=True):
            before = text[max(0, begin - _LEAD) : begin].rstrip(" \t\u00a0")
            if begin == 0 or not before or before.endswith("\n"):
                out.append(first)
            if len(out) == LINES:
                break
        return out

    def _token_sentences(self) -> list[tuple[int, int]]:
        out: list[tuple[int, int]] = []
        starts = self._token_starts
        self.sentence_spans: list[tuple[int, int]] = []  # original offsets, side by side
        for begin, end in sentences(self.document.text):
            first = bisect_left(starts, self.folded.position(begin))
            stop = bisect_left(starts, self.folded.position(end), first)
            while stop - first > LONGEST:
                cut = self._comma_before(first + LONGEST, first + LONGEST // 2)
                middle = self.span(cut - 1, cut)[1]
                out.append((first, cut))
                self.sentence_spans.append((begin, middle))
                first, begin = cut, middle
            if stop > first:
                out.append((first, stop))
                self.sentence_spans.append((begin, end))
        return out

    def _comma_before(self, stop: int, first: int) -> int:
        """The token after the last comma among ``first``..``stop``, else ``stop``."""
        return next((k for k in range(stop, first, -1) if self.words[k - 1] in _PARTS), stop)

    def _aside(self) -> frozenset[int]:
        """The sentences that stand around the article on its page."""
        around = furniture(self.document.text)
        begins = [begin for begin, _ in around]
        out = []
        for number, (at, _) in enumerate(self.sentence_spans if around else ()):
            k = bisect_right(begins, at) - 1
            if k >= 0 and at < around[k][1]:
                out.append(number)
        return frozenset(out)

    def _date_tokens(self) -> dict[int, tuple[int, int]]:
        """Date mention index -> token range."""
        out: dict[int, tuple[int, int]] = {}
        starts = self._token_starts
        for index, mention in enumerate(self.dates):
            first, last = self.folded.position(mention.start), self.folded.position(mention.end)
            start = bisect_left(starts, first)
            if start and self.tokens[start - 1].end > first:
                start -= 1  # «وأمس»: the date begins inside a word
            out[index] = (start, max(start, bisect_left(starts, last)))
        return out

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the document: a rule of rare words is done where none of them is here."""
        return frozenset(self.words)

    def where(self, known: Container[str], first: int, stop: int) -> Iterator[int]:
        """The tokens among ``first``..``stop`` that are one of some words, in order."""
        return compress(range(first, stop), map(known.__contains__, self.words[first:stop]))

    def sentence_of(self, token: int) -> int:
        """The index of the sentence that holds a token."""
        return max(0, bisect_right(self._starts, token) - 1)

    def token_at(self, offset: int) -> int:
        """The index of the token that holds or follows an offset of the text."""
        at = self.folded.position(offset)
        return min(bisect_left(self._token_starts, at), len(self.tokens) - 1)

    def span(self, start: int, end: int, clitic: int = 0) -> tuple[int, int]:
        """The original offsets of tokens ``start``..``end``, attached letters left out."""
        return self.folded.span(self.tokens[start].start + clitic, self.tokens[end - 1].end)

    @cached_property
    def hits(self) -> list[Hit]:
        """The triggers of the document in text order, the longest at each word."""
        lex = lexicon()
        out: list[Hit] = []
        i = 0
        for k in self.begins.triggers:
            if k < i or k in self.actor_tokens or k in self.dated:
                continue
            i = k
            match = lex.triggers.at(self.tokens, i, TRIGGER_CLITICS)
            if match is None:
                i += 1
                continue
            prefix = self.words[i][: match.clitic]
            chosen = _choose(match, prefix, noun=i > 0 and self.words[i - 1] in _PREPOSITIONS)
            if chosen is not None and chosen.type == "NONE":
                chosen = None
            sentence = self.sentence_of(i)
            if chosen is not None and sentence not in self.aside:
                out.append(Hit(i, match.end, prefix, chosen, sentence))
            i = match.end
        return out

    @cached_property
    def _hit_index(self) -> dict[int, Hit]:
        return {h.start: h for h in self.hits}

    def hit_at(self, token: int) -> Hit | None:
        """The trigger that begins at a token, if any."""
        return self._hit_index.get(token)

    def cue(self, name: str, first: int, stop: int) -> bool:
        """Whether a word of a cue list stands among tokens ``first``..``stop``."""
        (cues, openers), tokens = _cues(name), self.tokens
        first = max(0, first)
        near = tokens[first : max(first, stop)]
        if openers.isdisjoint(map(word_text, near)):
            return False
        for k in indices_of(near, openers):
            found = cues.at(tokens, first + k, _CUE_CLITICS)
            if found is not None and lexicon().cues["still"].at(tokens, found.end) is None:
                return True
        return False

    def may(self, hit: Hit) -> bool:
        """«قد يلتقي»: a present verb after قد may come true; a past one («وقد التقى») did.

        So may one after «من الممكن أن».
        """
        near = self.words[max(0, hit.start - _POSSIBLY) : hit.start]
        if hit.trigger.form == "verb" and near[-1:] == ["ان"] and not _POSSIBLE.isdisjoint(near):
            return True
        before = self.words[hit.start - 1].lstrip("وف") if hit.start else ""
        if hit.trigger.form == "noun" and self._may_be_held(hit):
            return True
        return (
            before == "قد"
            and lexicon().past.at(self.tokens, hit.start, ("", "و")) is None
            and self.words[hit.start][:1] in "يت"
            and (hit.trigger.form == "verb" and not self.words[hit.start].endswith("ت"))
        )

    def _may_be_held(self, hit: Hit) -> bool:
        """«قد يجري محادثات مع …», «قد يقوم المبعوث بزيارة»: the verb that would hold it."""
        lex, first = lexicon(), self.sentences[hit.sentence][0]
        for k in range(hit.start - 1, max(first, hit.start - _HELD) - 1, -1):
            word = self.words[k]
            if word in lex.holding or word in lex.performing:
                return word[:1] in "يت" and self.words[k - 1].lstrip("وف") in _PERHAPS
            if k not in self.actor_tokens and k not in self.dated and not word.isalpha():
                return False
        return False

    def actors_in(self, first: int, stop: int) -> list[Found]:
        """The actors that begin among tokens ``first``..``stop``."""
        starts = self._actor_starts
        return self.actors[bisect_left(starts, first) : bisect_left(starts, stop)]

    @cached_property
    def _parties(self) -> list[Found]:
        """The actors and, between them, the states whose people are told of without a name."""
        taken = self.actor_tokens | self.dated
        states = find_delegations(self.tokens, taken)
        return sorted([*self.actors, *states], key=attrgetter("start")) if states else self.actors

    @cached_property
    def _party_starts(self) -> list[int]:
        others = self._parties is not self.actors
        return [party.start for party in self._parties] if others else self._actor_starts

    def parties_in(self, first: int, stop: int) -> list[Found]:
        """The actors and the delegations without a name that begin in ``first``..``stop``."""
        starts = self._party_starts
        return self._parties[bisect_left(starts, first) : bisect_left(starts, stop)]

    def places_in(self, first: int, stop: int) -> list[FoundPlace]:
        """The places that begin among tokens ``first``..``stop``."""
        starts = self._place_starts
        return self.places[bisect_left(starts, first) : bisect_left(starts, stop)]

    def hits_in(self, first: int, stop: int) -> list[Hit]:
        """The triggers that begin among tokens ``first``..``stop``."""
        starts = self._hit_starts
        return self.hits[bisect_left(starts, first) : bisect_left(starts, stop)]

    def dates_in(self, first: int, stop: int) -> Iterator[tuple[DateMention, tuple[int, int]]]:
        """The dates that begin among tokens ``first``..``stop``, with their tokens."""
        starts = self._date_starts
        for index in range(bisect_left(starts, first), bisect_left(starts, stop)):
            if index not in self._stamps:
                yield self.dates[index], self.date_tokens[index]

    @cached_property
    def _stamps(self) -> frozenset[int]:
        """The dates by which a page says when it was put there: «14 أكتوبر, 2017 - 08:15:00»."""
        text = self.document.text
        return frozenset(
            k for k, mention in enumerate(self.dates)
            if _CLOCK.match(text, mention.end)
            and len(text[text.rfind("\n", 0, mention.start) + 1 : mention.start].split()) <= _OPENS
        )  # fmt: skip

    @cached_property
    def actor_tokens(self) -> frozenset[int]:
        """The tokens inside names of actors."""
        return frozenset(k for a in self.actors for k in range(a.start, a.end))

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [hit.start for hit in self.hits]


def _choose(match: Match[Trigger], prefix: str, *, noun: bool) -> Trigger | None:
    """The reading of a trigger that its attached letters allow; after a preposition a noun.

    «فشل مجلس الأمن في تبني قرار» has a verbal noun spelt like the verb: no event where the noun
    is no trigger. «لقصف» is a noun too: no past verb has ل before it.
    """
    noun = noun or (prefix.endswith("ل") and any(t.form == "noun" for t in match.values))
    for trigger in match.values:
        if trigger.form == "verb" and not noun and prefix in ("", "و", "ف", "س", "وس", "ل"):
            return trigger
        if trigger.form == "noun" and "س" not in prefix:
            return trigger
    return None
