"""Bodies that a text names otherwise: by their summit, or once more by a common noun."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.encounters.parties import WHO
from dashboard.extraction.reading import Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.extraction.vocabulary.registry import registry
from dashboard.text import fold_word, indices_of

_NOUNS = word_set("bodies", "nouns")
_ARTICLES, _CLITICS = ("لل", "ال"), ("", "و", "ب", "ل")
_AGAIN = frozenset(article + noun for article in _ARTICLES for noun in _NOUNS)


def summit_bodies(reading: Reading) -> list[Found]:
    """«القمة العربية»: a meeting whose name tells the body."""
    out: list[Found] = []
    summits = lexicon().summits
    opens = summits.opens(_CLITICS)
    for k in () if reading.vocabulary.isdisjoint(opens) else indices_of(reading.tokens, opens):
        match = summits.at(reading.tokens, k, _CLITICS)
        if match is not None and k not in reading.actor_tokens:
            body = registry().actors[match.values[0]]
            prefix = reading.words[k][: match.clitic]
            out.append(Found(match.start, match.end, match.clitic, body, "name", "", prefix))
    return out


def bodies_again(reading: Reading) -> list[Found]:
    """«القمة الأربعين للمجلس», «جلسة اللجنة»: the body of that noun which was named last before."""
    bodies = [a for a in reading.actors if a.actor.id in lexicon().sitting_bodies]
    out: list[Found] = []
    named: dict[str, Found] = {}
    told = 0  # of the bodies
    for k in indices_of(reading.tokens if bodies else (), _AGAIN):
        if k in reading.actor_tokens:
            continue
        word = reading.words[k]
        article = next(c for c in _ARTICLES if word.startswith(c))
        noun = word[len(article) :]
        after = reading.words[k + 1] if k + 1 < len(reading.tokens) else ""
        other = after.startswith("ال") and after not in (*WHO, fold_word("إلى"))
        if other and k + 1 not in reading.dated:
            continue  # «المجلس الاستشاري»: another
        while told < len(bodies) and bodies[told].start < k:
            named[_noun(bodies[told])] = bodies[told]
            told += 1
        body = named.get(noun)
        if body is not None:
            prefix = "ل" if article == "لل" else ""
            out.append(Found(k, k + 1, 0, body.actor, "name", "", prefix))
    return out


def _noun(body: Found) -> str:
    """«مجلس» of the Council, «لجنة» of the Commission: the first word of its name."""
    return fold_word(body.actor.name_ar).split()[0].removeprefix("ال")
