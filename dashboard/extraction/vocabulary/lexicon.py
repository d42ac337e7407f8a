"""The trigger words and the words that change what they say, from ``data/language``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.extraction.vocabulary.phrases import PhraseTable, key, load, table
from dashboard.text import fold_word


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger word stands for."""

    type: str
    mode: str
    form: str  # "verb" or "noun"
    needs: str


ASSEMBLY = Trigger("CONSULT", "multilateral", "noun", "assembly")  # of a body that meets
TRIGGER_CLITICS = ("", "و", "ف", "س", "وس", "ال", "ب", "ل", "وال", "لل", "بال")
VIOLENT = ("ASSAULT", "COERCE", "PROTEST")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The trigger words and the words that change what they say."""

    triggers: PhraseTable[Trigger]
    cues: dict[str, PhraseTable[str]]
    right: PhraseTable[str]
    left: PhraseTable[str]
    outside: PhraseTable[str]
    partner: PhraseTable[str]
    accident: PhraseTable[str]
    past: PhraseTable[str]
    held: PhraseTable[str]
    assemblies: frozenset[str]
    shared: frozenset[str]
    forces: frozenset[str]
    openers: frozenset[str]
    adverbial: frozenset[str]
    objects: frozenset[str]
    members: frozenset[str]
    delegation: frozenset[str]
    several: frozenset[str]
    both: frozenset[str]
    holding: frozenset[str]
    gathers: frozenset[str]
    then: frozenset[str]  # «…، ثم لقاء مع …»: another encounter begins
    leaving: frozenset[str]
    accusations: frozenset[str]
    reported: frozenset[str]
    rumoured: frozenset[str]
    to_hold: frozenset[str]
    comers: frozenset[str]
    whence: frozenset[str]
    saying: frozenset[str]
    set_for: frozenset[str]
    around: frozenset[str]  # «بعد لقاء»: what is told with it was before or after
    led_by: frozenset[str]  # «محادثات قادتها الأمم المتحدة»
    performing: frozenset[str]
    attending: frozenset[str]
    his: frozenset[str]
    spoken_of: frozenset[str]
    there: frozenset[str]
    lasting: PhraseTable[str]  # «تستغرق» will, «استمرت» did
    ended: frozenset[str]
    days: dict[str, int]  # «ثلاثة أيام», folded
    too: frozenset[str]
    called_off: frozenset[str]
    agreed_on: frozenset[str]
    matters: frozenset[str]
    epithets: frozenset[str]
    owned: frozenset[str]
    leading: frozenset[str]
    latter: frozenset[str]
    before_assembly: frozenset[str]
    hearing: frozenset[str]
    at_it: frozenset[str]
    listening: frozenset[str]
    briefing: frozenset[str]
    sitting_bodies: frozenset[str]
    gatherings: frozenset[str]
    sitting: frozenset[str]
    officials: frozenset[str]
    of_bodies: dict[str, str]  # «الأممي»: an adjective of a body, and its side
    body_adjectives: dict[str, str]  # «القمة الخليجية الأميركية»: to the body's id
    at_war: dict[str, tuple[date, tuple[str, ...]]]  # «المشاورات اليمنية»: whose, and since when
    held_in: dict[str, str]  # «مؤتمر ميونيخ للأمن»: an actor and its place, by id
    sources: frozenset[str]
    own_bodies: frozenset[str]  # by id; who belongs to them meets them
    showing: frozenset[str]  # «شهد», «أعمال» before a gathering by its name
    pacts: frozenset[str]
    no_pact: frozenset[str]
    held_by_them: frozenset[str]  # «اجتماع عقدته»: its subject is told before
    plans: frozenset[str]  # «يبدأ بمفاوضات»: what a plan provides for
    papers: frozenset[str]  # «البيان الختامي للقمة»: what a meeting gave out
    bodied: frozenset[str]
    partaking: frozenset[str]
    asides: frozenset[str]
    going_on: frozenset[str]
    sent: frozenset[str]
    arriving: frozenset[str]
    summits: PhraseTable[str]
    governments: dict[str, str]  # id to that of its state


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of ``data/language/triggers.toml``, with the words of ``english.toml``."""
    raw: dict[str, Any] = load("language/triggers.toml")
    english: dict[str, Any] = load("language/english.toml")
    triggers: PhraseTable[Trigger] = PhraseTable()
    for row in (*raw["trigger"], *english["trigger"]):
        for form in ("verbs", "nouns"):
            trigger = Trigger(row["type"], row.get("mode", ""), form[:-1], row["needs"])
            for phrase in row.get(form, ()):
                triggers.add(phrase, trigger)
    stops, context = raw["stops"], raw["context"]

    def folded(name: str) -> frozenset[str]:
        return frozenset(fold_word(word) for word in context[name])

    return Lexicon(
        triggers=triggers,
        cues={
            name: table({name: [*phrases, *english["cues"].get(name, ())]})
            for name, phrases in raw["cues"].items()
        },
        right=table({"stop": stops["right"]}),
        left=table({"stop": stops["left"]}),
        outside=table({"outside": stops["outside"]}),
        partner=table({"with": stops["with"]}),
        accident=table({"accident": [*context["accident"], *english["context"]["accident"]]}),
        past=table({"past": context["past"]}),
        held=table({"held": context["held"]}),
        assemblies=frozenset(context["assemblies"]),
        shared=folded("shared"),
        forces=folded("forces"),
        openers=folded("openers"),
        adverbial=folded("adverbial"),
        objects=folded("objects"),
        members=folded("members"),
        delegation=folded("delegation"),
        several=folded("several"),
        both=folded("both"),
        holding=folded("holding"),
        gathers=folded("gathers"),
        then=folded("then") | {","},
        leaving=folded("leaving"),
        accusations=folded("accusations"),
        reported=folded("reported"),
        rumoured=folded("rumoured"),
        to_hold=folded("to_hold"),
        comers=folded("comers"),
        whence=folded("whence"),
        saying=folded("saying"),
        set_for=folded("set_for"),
        around=folded("around"),
        led_by=folded("led_by"),
        performing=folded("performing"),
        attending=folded("attending"),
        his=folded("his"),
        spoken_of=folded("spoken_of"),
        there=folded("there"),
        lasting=table({name: raw["lasting"][name] for name in ("will", "did")}),
        ended=frozenset(map(fold_word, raw["lasting"]["ended"])),
        days={" ".join(key(text)): count for text, count in raw["lasting"]["days"].items()},
        too=folded("too"),
        called_off=folded("called_off"),
        agreed_on=folded("agreed_on"),
        matters=folded("matters"),
        epithets=folded("epithets"),
        owned=folded("owned"),
        leading=folded("leading"),
        latter=folded("latter"),
        before_assembly=folded("before_assembly"),
        hearing=frozenset(context["hearing"]),
        at_it=folded("at_it"),
        listening=folded("listening"),
        briefing=folded("briefing"),
        sitting_bodies=frozenset(context["sitting_bodies"]),
        gatherings=folded("gatherings"),
        sitting=folded("sitting"),
        officials=folded("officials"),
        of_bodies={fold_word(w): side for w, side in raw["of_bodies"].items()},
        body_adjectives={fold_word(w): body for w, body in raw["body_adjectives"].items()},
        at_war={land: (war["since"], tuple(war["sides"])) for land, war in raw["at_war"].items()},
        held_in=raw["held_in"],
        sources=folded("sources"),
        own_bodies=frozenset(context["own_bodies"]),
        showing=folded("showing"),
        pacts=folded("pacts"),
        no_pact=folded("no_pact"),
        held_by_them=folded("held_by_them"),
        plans=folded("plans"),
        papers=folded("papers"),
        bodied=folded("bodied"),
        partaking=folded("partaking"),
        asides=folded("asides"),
        going_on=folded("going_on"),
        sent=folded("sent"),
        arriving=folded("arriving"),
        summits=table(raw["summits"]),
        governments=dict(raw["governments"]),
    )
