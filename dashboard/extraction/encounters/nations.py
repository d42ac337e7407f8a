"""The states of «محادثات روسية تركية»: who meets, told by adjectives after the noun."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import fold_word

_BETWEEN = 2  # words such as «ثلاثي» before the first adjective
_SPONSORS = word_set("nations", "sponsors")
_TALKS, _PEACE = word_set("nations", "talks"), fold_word("السلام")
_JOINTS = ("-", "–", "/")


def nations(reading: Reading, hit: Hit) -> list[Found]:
    """The states named by two or more adjectives in a row after a noun of meeting, else none.

    «قمة ثلاثية روسية إيرانية تركية», «لقاء سعودي - أميركي»; one adjective tells whose it was,
    and is given where «مع» follows.
    """
    if hit.trigger.form != "noun":
        return []
    tokens = reading.tokens
    first = next(
        (
            k for k in range(hit.end, min(hit.end + _BETWEEN + 1, len(tokens)))
            if _state(reading, k)[0]
        ), None,
    )  # fmt: skip
    if first is None or any(not tokens[k].text.isalpha() for k in range(hit.end, first)):
        return []
    if any(token.text in _SPONSORS for token in tokens[hit.end : first]):
        return []  # «محادثات برعاية سعودية أميركية»: of others
    out: list[Found] = []
    k = first
    while k < len(tokens):
        if out and tokens[k].text in _JOINTS:
            k += 1
            continue
        state, end = _state(reading, k)
        body = lexicon().body_adjectives.get(state)
        actor = registry().actors[body] if body else registry().state(state) if state else None
        if actor is None:
            break
        if all(actor.id != other.actor.id for other in out):
            out.append(Found(k, end, 0, actor, "pair"))
        k = end
    if len(out) == 1 and k < len(tokens) and tokens[k].text == "مع":
        return out  # «المفاوضات الروسية مع جيش الإسلام»
    if len(out) == 1 and known(reading, hit):
        return _at_war(reading, out[0])
    return out if len(out) > 1 else []


def known(reading: Reading, hit: Hit) -> bool:
    """«المشاورات», «محادثات السلام»: talks of which a reader knows whose they are."""
    word = reading.words[hit.start][len(hit.prefix) :]
    after = reading.words[hit.end] if hit.end < len(reading.tokens) else ""
    return word in _TALKS and (hit.prefix.endswith(("ال", "لل")) or after == _PEACE)


def _at_war(reading: Reading, state: Found) -> list[Found]:
    """«المشاورات اليمنية» of these years: the two sides of the war in that land."""
    since, sides = lexicon().at_war.get(state.actor.side, (date.max, ()))
    published = reading.document.published
    if published is None or published < since:
        return []
    return [replace(state, actor=registry().actors[side]) for side in sides]


def _state(reading: Reading, k: int) -> tuple[str, int]:
    """The state of an adjective and the next word; a country or a nation's people is none."""
    if k >= len(reading.tokens):
        return "", k
    compound = registry().compound_adjectives.at(reading.tokens, k, ("", "و"))
    if compound is not None:
        return compound.values[0], compound.end
    word = reading.words[k]
    if word.startswith(("ب", "ل")) and not registry().adjectives.get(word):
        return "", k
    of_body = word.removeprefix("و").removeprefix("ال")
    return (of_body if of_body in lexicon().body_adjectives else registry().adjective(word)), k + 1
