"""The words that make a number a claim about people, from ``data/language/casualties.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dashboard.extraction.vocabulary.count_words import BRACKETS, counted_words, kind_openers
from dashboard.extraction.vocabulary.phrases import PROCLITICS, PhraseTable, key, load, table
from dashboard.numerals import number_openers
from dashboard.text import fold_word

NOT, WITHOUT = ("لم", "ولم", "فلم"), ("دون", "بدون")
NEGATIONS = frozenset((*NOT, *WITHOUT))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and cue words of claims, folded, each list of the data file on its own."""

    triggers: PhraseTable[tuple[str, str]]  # (kind, "noun" or "verb")
    after: PhraseTable[str]
    heads: PhraseTable[str]
    links: PhraseTable[str]
    subset: PhraseTable[str]
    subset_of: PhraseTable[str]
    arrives: frozenset[str]
    namely: frozenset[str]
    none: PhraseTable[str]
    unreal: PhraseTable[str]
    fails: frozenset[str]
    forces: frozenset[str]
    threatens: frozenset[str]  # «هدد», «حكم»: what stands after their ب has not been done
    warns: frozenset[str]  # «حذر», «هربا»: nor what stands after their «من»
    crowds: PhraseTable[str]
    bystanders: PhraseTable[str]
    either: PhraseTable[str]
    asks: frozenset[str]
    answers: frozenset[str]
    of_family: frozenset[str]
    freed: frozenset[str]
    set_free: frozenset[str]
    took_in: frozenset[str]
    families_of: frozenset[str]  # «أسر ذوي الشهداء»: families, no capture
    headline_after: frozenset[str]
    needs_people: frozenset[str]
    prisoners: frozenset[str]
    livelihoods: frozenset[str]
    not_fleeing: frozenset[str]
    live_on: frozenset[str]
    of_whom: frozenset[str]
    leads_to: frozenset[str]
    numbered_only: frozenset[str]
    only_beside: frozenset[str]
    of_our_own: frozenset[str]  # «استشهد», «ارتقى»: said of one's own, whose name may follow
    of_anybody: frozenset[str]
    as_news: frozenset[str]
    befell: frozenset[str]
    common_names: frozenset[str]
    object_verbs: frozenset[str]
    relatives: frozenset[str]
    excepting: frozenset[str]
    lost: frozenset[str]
    finds: frozenset[str]  # «عثر على جثة»
    lives: frozenset[str]
    takes_lives: frozenset[str]
    of_one: frozenset[str]
    some_of_them: frozenset[str]
    no_people: frozenset[str]
    own_and: frozenset[str]
    adverbs: frozenset[str]
    spends: frozenset[str]
    hearts: frozenset[str]
    of_the_deed: frozenset[str]
    illnesses: frozenset[str]
    as_many: frozenset[str]
    things_before: frozenset[str]
    deeds_before: frozenset[str]
    any_harm: frozenset[str]
    brings: frozenset[str]
    wished: frozenset[str]
    totals: PhraseTable[str]
    least: frozenset[str]
    zero: PhraseTable[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of the data file; a missing list is a ``KeyError`` that names it."""
    raw: dict[str, Any] = load("language/casualties.toml")
    triggers: PhraseTable[tuple[str, str]] = PhraseTable()
    for part, name in (("verbal_nouns", "noun"), ("verbs", "verb")):
        for kind, forms in raw[part].items():
            for form in forms:
                triggers.add(form, (kind, name))
    scope, heads, negation = raw["scope"], raw["heads"], raw["negation"]

    def folded(name: str) -> frozenset[str]:
        return frozenset(fold_word(word) for word in negation[name])

    return Lexicon(
        triggers=triggers,
        after=table(raw["after"]),
        heads=table({"head": heads["words"]}),
        links=table({"link": heads["links"]}),
        totals=table({"total": heads["totals"]}),
        least=frozenset(fold_word(w) for w in heads["least"]),
        subset=table(
            {"subset": scope["subset"], "one": scope["subset_one"], "whole": scope["of_the_whole"]}
        ),
        arrives=frozenset(fold_word(w) for w in scope["arrives"]),
        subset_of=table(scope["subset_of"]),
        namely=frozenset(fold_word(w) for w in scope["namely"]),
        none=table({"none": negation["none"]}),
        zero=table(negation["zero"]),
        unreal=table({"unreal": negation["unreal"]}),
        fails=folded("fails"),
        forces=folded("forces"),
        threatens=_unreal_after("ب"),
        warns=_unreal_after("من"),
        crowds=table({"crowd": negation["crowds"]}),
        bystanders=table({"bystander": negation["bystanders"]}),
        either=table({"either": raw["either"]["words"]}),
        asks=folded("asks"),
        answers=folded("answers"),
        of_family=folded("of_family"),
        freed=folded("freed"),
        set_free=folded("set_free"),
        took_in=folded("took_in"),
        families_of=folded("families_of"),
        headline_after=folded("headline_after"),
        needs_people=folded("needs_people"),
        prisoners=folded("prisoners"),
        livelihoods=folded("livelihoods"),
        not_fleeing=folded("not_fleeing"),
        live_on=folded("live_on"),
        of_whom=folded("of_whom"),
        leads_to=folded("leads_to"),
        numbered_only=folded("numbered_only"),
        only_beside=folded("only_beside"),
        of_our_own=folded("of_our_own"),
        of_anybody=folded("of_anybody"),
        as_news=folded("as_news"),
        befell=folded("befell"),
        common_names=folded("common_names"),
        object_verbs=folded("object_verbs"),
        relatives=folded("relatives"),
        excepting=folded("except"),
        lost=folded("lost"),
        finds=folded("finds"),
        lives=folded("lives"),
        takes_lives=folded("takes_lives"),
        of_one=folded("of_one"),
        some_of_them=folded("some_of_them"),
        no_people=folded("no_people"),
        own_and=folded("own_and"),
        adverbs=folded("adverbs"),
        spends=folded("spends"),
        hearts=folded("hearts"),
        of_the_deed=folded("of_the_deed"),
        illnesses=folded("illnesses"),
        as_many=folded("as_many"),
        things_before=folded("things_before"),
        deeds_before=folded("deeds_before"),
        any_harm=folded("any_harm"),
        brings=folded("brings"),
        wished=_wished() - folded("not_wished"),
    )


def _wished() -> frozenset[str]:
    governors = load("language/modality.toml")["governors"]
    words = governors["ان"]["hypothetical"] + governors["ان"]["demanded"]
    words += governors["ب"]["hypothetical"]
    return frozenset(fold_word(word) for word in words if " " not in word)


def _unreal_after(link: str) -> frozenset[str]:
    governors = load("language/modality.toml")["governors"][link]
    words = governors["hypothetical"] + governors.get("demanded", [])
    return frozenset(fold_word(w) for w in words if "قلق" not in w)  # worry is about deaths told


@lru_cache(maxsize=1)
def cue_words() -> dict[str, frozenset[str]]:
    """The words that tell how to take the counts around them, with what they may be."""
    lex = lexicon()
    openers = {name: phrases.opens(clitics) for name, phrases, clitics in _cue_phrases()} | {
        "namely": lex.namely,
        "lost": frozenset(c + word for word in lex.lost for c in ("", "و", "ف")),
        "as_many": frozenset("و" + word for word in lex.as_many),
        "least": frozenset(c + word for word in lex.least for c in ("", "و", "ف")),
    }
    words = frozenset().union(*openers.values())
    return {w: frozenset(name for name, those in openers.items() if w in those) for w in words}


def _cue_phrases() -> tuple[tuple[str, PhraseTable[str], tuple[str, ...]], ...]:
    lex, joined = lexicon(), ("", "و", "ف")
    return (
        ("zero", lex.zero, ("", "و")),
        ("none", lex.none, ("", "و")),
        ("unreal", lex.unreal, joined),
        ("subset", lex.subset, joined),
        ("subset_of", lex.subset_of, joined),
        ("either", lex.either, ("",)),
        ("head", lex.heads, ("", "و", "ال", "ل", "ب")),
        ("after", lex.after, ("", "و")),
    )


@lru_cache(maxsize=1)
def only_before() -> dict[str, frozenset[str]]:
    """The cue words that only open a phrase, with what must follow: «من» before «بينهم».

    A quotation mark may stand between the two. What a negation denies need not follow it at once.
    """
    phrases, only = _cue_phrases(), {}
    names = {name for name, _, _ in phrases}
    for word, what in cue_words().items():
        if what <= names and word not in NEGATIONS:
            after = [table.going_on(word, clitics) for _, table, clitics in phrases]
            if None not in after:
                only[word] = frozenset('"').union(*filter(None, after))
    return only


@lru_cache(maxsize=1)
def words_counted() -> frozenset[str]:
    """The words that a count can begin with, figures apart."""
    return counted_words() | number_openers()


@lru_cache(maxsize=1)
def trigger_words() -> frozenset[str]:
    """The words that a verb or verbal noun of casualties can begin with."""
    return lexicon().triggers.opens(PROCLITICS)


@lru_cache(maxsize=1)
def words_telling() -> frozenset[str]:
    """The words one of which every sentence with a claim has: what became of people."""
    cues = cue_words()
    tell = {w for w, what in cues.items() if what & {"lost", "either", "as_many"}}
    raw: dict[str, Any] = load("language/casualties.toml")
    for phrases in (*raw["after"].values(), *raw["negation"]["zero"].values()):
        for phrase in phrases:
            tell.update(_rarest(key(phrase)))
    for phrase in (*raw["scope"]["of_the_whole"], *raw["heads"]["totals"]):
        tell.update(_rarest(key(phrase)))  # «وتضم الحصيلة 250 مدنياً», «ارتفع العدد إلى 20»
    return trigger_words() | kind_openers() | tell


def _rarest(words: tuple[str, ...]) -> set[str]:
    """The longest word of a phrase («النزوح» of «إلى النزوح»), with what may be attached to it."""
    longest = max(words, key=len)
    return {longest} if longest != words[0] else {c + longest for c in ("", "و", "ف")}


@lru_cache(maxsize=1)
def words_of_harm() -> frozenset[str]:
    """The words one of which a sentence has that tells of people, with what may be attached.

    Of a phrase its rarest word: «ما», «قد» and «المنطقة» only open or end some. What heads a total
    tells of people where the sentences before did.
    """
    raw: dict[str, Any] = load("language/casualties.toml")
    lists = [*raw["after"].values(), *raw["negation"]["zero"].values(), raw["either"]["words"]]
    lists += [*raw["verbal_nouns"].values(), *raw["verbs"].values()]
    lists += [forms for numbers in raw["nouns"].values() for forms in numbers.values()]
    lists += [*raw["nouns_after_number"].values(), *raw["scope"]["subset_of"].values()]
    lists += [raw["scope"]["of_the_whole"], raw["heads"]["totals"]]
    lex = lexicon()
    words = {_longest(key(phrase)) for phrases in lists for phrase in phrases}
    return table({"": words | lex.lost | lex.as_many}).opens(PROCLITICS)


def _longest(words: tuple[str, ...]) -> str:
    """The longest word of a phrase, articles not counted."""
    return max(words, key=lambda word: (len(word.removeprefix("ال")), len(word)))


@lru_cache(maxsize=1)
def calling() -> frozenset[str]:
    """The words at which anything of a claim can begin; at most words nothing does."""
    return frozenset(cue_words()) | trigger_words() | words_counted() | BRACKETS.keys()
