"""Words of attack that tell of none: quarrels, campaigns, accidents, films, drills, trials."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dashboard.extraction.circumstances.dating import HISTORICAL
from dashboard.extraction.deeds.dates import only_words
from dashboard.extraction.deeds.irrealis import stops_reach
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.phrases import load
from dashboard.text import Word, fold_word

_OBJECT = 2  # words from a verb to what it is done to
_LAUNCHED = 4  # words from «شن» to what is launched
_STIRRED = 3  # words from «فجر» to «مفاجأة»
_SPEAKER = 4  # words from a person to «يهاجم»
_CAUSE = 10  # words from an explosion to what it came from
_TEAM = 10  # words from a team to its fights
_WORK = 14  # words from a film to what it is about
_TRIED = 6  # words from «محاكمة» to the attack
_MEANS = 12  # words from «باستهداف» to «بهجمات»
_OF_GROUP = 5  # words from «زار الوزير» over «جرحى» to the attack
_DATED = 8  # words from an attack to its day
_BOMBED = fold_word("قصف")  # a verb and a noun
_WHO = ("الذي", "التي", "الذين", "مع")
_ENDS = frozenset((",", ";", ":", '"', "."))


@cache
def _words(part: str, name: str) -> frozenset[str]:
    """A list of ``data/language/figurative.toml``, folded."""
    return frozenset(fold_word(word) for word in load("language/figurative.toml")[part][name])


def so_called(reading: Reading, hit: Hit) -> bool:
    """Whether a word of attack stands for something else: «استهدفت العقوبات», «انفجر بركان»."""
    if only_words(reading, hit):
        return True
    if hit.trigger.type != "ASSAULT" or reading.english:
        return False
    word = reading.words[hit.start][len(hit.prefix) :]
    return (
        _without_arms(reading, hit, word) or _burst(reading, hit, word) or _of_words(reading, hit)
        or in_a_work(reading.tokens, hit.start, reading.sentences[hit.sentence][0])
        or _known_by_what_it_left(reading, hit)
    )  # fmt: skip


def _next(reading: Reading, hit: Hit, many: int) -> list[str]:
    stop = min(reading.sentences[hit.sentence][1], hit.end + many)
    return reading.words[hit.end : stop]


def _before(reading: Reading, hit: Hit, many: int) -> list[str]:
    first = max(reading.sentences[hit.sentence][0], hit.start - many)
    return reading.words[first : hit.start]


def _without_arms(reading: Reading, hit: Hit, word: str) -> bool:
    """«استهدفت العقوبات مصارف», «حملة استهدفت السياح», «شن ناشطون حملة», «هاجم الرئيس نظيره»."""
    if word not in _words("unarmed", "verbs") or hit.end - hit.start > 1:
        return False
    after = _next(reading, hit, _LAUNCHED)
    doers, armed = _words("unarmed", "doers"), _words("unarmed", "armed")
    if after and (after[0] in doers or after[0] in _words("unarmed", "objects")):
        return armed.isdisjoint(after[:_OBJECT])
    if word in _words("unarmed", "attacks"):
        spoken = reading.actors_in(hit.start - _SPEAKER, hit.start)
        himself = bool(spoken) and spoken[-1].actor.kind == "person" and not spoken[-1].prefix
        if himself and not word.endswith(("وا", "ون")):
            return True  # «أمضى الرئيس سنوات يهاجم إيران»
        return after[:1] != [] and after[0] in _words("unarmed", "officials")
    if word in _words("unarmed", "launches"):
        what = next((k for k, w in enumerate(after) if w in _words("unarmed", "campaigns")), -1)
        return what >= 0 and armed.isdisjoint(_next(reading, hit, _LAUNCHED + 2)[what:])
    if hit.trigger.form != "verb":
        return False
    before = _before(reading, hit, _OBJECT)
    if word == _BOMBED and before[-1:] != [] and before[-1] in _words("unarmed", "waves"):
        return False  # «حملة قصف»
    return (
        not hit.prefix
        and before[-1:] != [","]
        and any(w in doers and armed.isdisjoint(before) for w in before)
    )


def _burst(reading: Reading, hit: Hit, word: str) -> bool:
    """«انفجر بركان», «انفجار سكاني», «انفجار ناجم عن تسرب الغاز», «فجر نائب مفاجأة»."""
    if word.removeprefix("ال") in _words("bursts", "sets_off"):
        safe = not _words("bursts", "safely").isdisjoint(_next(reading, hit, 2 * _STIRRED))
        return safe or not _words("bursts", "stirred").isdisjoint(_next(reading, hit, _STIRRED))
    if word.removeprefix("ال") not in _words("bursts", "verbs") or hit.trigger.mode != "bombing":
        return False
    after = _next(reading, hit, _CAUSE)
    if any(w in _words("bursts", "what") for w in after[:_OBJECT]):
        return True
    clause = next((k for k, w in enumerate(after) if w in _ENDS), len(after))
    return not _words("bursts", "causes").isdisjoint(after[:clause])


def _of_words(reading: Reading, hit: Hit) -> bool:
    """«معركة كلامية بين النواب», «خاض الفريق مواجهات صعبة», «شن المدرب هجوماً»."""
    if hit.trigger.form == "noun":
        near = _next(reading, hit, _OBJECT)
        if set(near) & _words("unarmed", "abstract") or (
            "علي" in near and (set(_next(reading, hit, _OBJECT + 1)) & _words("unarmed", "stars"))
        ):
            return True
    word = reading.words[hit.end - 1].lstrip("وبل")
    if hit.trigger.form != "noun" or word not in _words("unarmed", "fights"):
        return False
    after = _next(reading, hit, 1)
    near = _before(reading, hit, _TEAM)
    if len(near) > 1 and near[-2].lstrip("وف") in _words("unarmed", "launches"):
        return near[-1] in _words("unarmed", "doers")
    if not _words("unarmed", "of_a_game").isdisjoint(after):
        return not _words("unarmed", "teams").isdisjoint(near)
    return not _words("unarmed", "kinds").isdisjoint(after)


def in_a_work(tokens: Sequence[Word], at: int, first: int) -> bool:
    """«يروي الفيلم قصة قصف حلب», «مناورات تحاكي هجوماً»: nothing between but what tells it."""
    told = False
    drills, works, tells = (_words("works", name) for name in ("drills", "works", "tells"))
    for k in range(at - 1, max(first, at - _WORK) - 1, -1):
        word = tokens[k].text
        if word in _ENDS or (stops_reach(word) and word not in _WHO):
            return False
        bare = word.lstrip("وف")
        if bare in drills:
            return True
        told = told or bare in tells
        if word in works:
            return told or (k > first and tokens[k - 1].text.lstrip("وف") in tells)
    return False


def _known_by_what_it_left(reading: Reading, hit: Hit) -> bool:
    """«إعادة بناء ما دمره القصف», «يعيش الأطفال تحت القصف», «زار جرحى القصف»: of no one day."""
    if hit.trigger.form != "noun":
        return False
    before = _before(reading, hit, _OF_GROUP)
    if before[-1:] == ["من"]:
        before.pop()  # «الناجين من القصف»
    group = before[-1].lstrip("وبل") if before else ""
    kin = any(word.lstrip("وفبل") in _words("left", "families") for word in before[:-1])
    if group in _words("left", "survivors") or (kin and group in _words("left", "groups")):
        return True
    if not reading.words[hit.start].startswith("ال"):
        return False
    known = _words("left", "left") | _words("left", "under")
    fought = group in _words("left", "grounds") and hit.trigger.mode == "clash"
    if fought or (before[-1:] != [] and before[-1] in known):
        return not any(reading.dates_in(hit.end, hit.end + _CAUSE))
    return False


def of_a_trial(reading: Reading, at: int, end: int, sentence: tuple[int, int]) -> bool:
    """«محاكمة المتهمين في هجمات», «حكم على مدان بتفجير»: done before, and told for the trial."""
    if reading.english:
        return False
    for other in reading.hits_in(max(sentence[0], at - _MEANS), at):
        tried = other.trigger.type == "ASSAULT" and other.prefix.endswith("ب")
        if tried and _ENDS.isdisjoint(reading.words[other.end : at]):
            at = other.start  # «أدينوا باستهداف ثلاث كنائس بهجمات أوقعت عشرات القتلى»
            break
    words = [word.lstrip("وفب") for word in reading.words[max(sentence[0], at - _TRIED) : at]]
    since = _words("trials", "since")
    last = max((k for k, w in enumerate(words) if w in _ENDS or w in since), default=-1)
    near = words[last + 1 :]
    if _lately(reading, end):
        return False
    if not _words("trials", "cases").isdisjoint(near):
        return True
    of_it = any(word.startswith("ب") for word in reading.words[max(0, at - 1) : at + 1])
    if of_it and not _words("trials", "convicted").isdisjoint(near):
        return True  # «لإدانتهما بقتل»
    if any(word in _words("trials", "sentenced") for word in reading.words[at - len(near) : at]):
        return True
    told_by = _words("trials", "courts")
    if _words("trials", "accused").isdisjoint(near):
        if not near or near[-1] not in _words("trials", "files"):
            return False
        told_by |= _words("trials", "inquiries")
    return any(word.lstrip("وفب") in told_by for word in reading.words[slice(*sentence)])


def _lately(reading: Reading, end: int) -> bool:
    """«متهم بهجوم وقع أمس»: told for the trial, and news as well."""
    published = reading.document.published
    return any(
        mention.last is not None and published and mention.last >= published - HISTORICAL
        for mention, _ in reading.dates_in(end, end + _DATED)
    )
