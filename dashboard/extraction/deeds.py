"""Events other than encounters and statements: attacks, protests, deals, aid, demands …"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.extraction.actors import Found
from dashboard.extraction.dating import HISTORICAL, event_date
from dashboard.extraction.reading import Hit, Reading, lexicon
from dashboard.extraction.speech import subject_of
from dashboard.extraction.whereabouts import deed_place
from dashboard.model import CasualtyClaim, DateMention, EventDate, Modality, Place

_NEAR = 200  # deeds within which one may be told again
VIOLENT = ("ASSAULT", "COERCE", "PROTEST")


@dataclass(frozen=True, slots=True)
class Deed:
    """An event before it is given an id; ``claims`` are indices."""

    type: str
    mode: str
    modality: Modality
    date: EventDate
    place: Place | None
    source: Found | None
    others: tuple[Found, ...]
    claims: tuple[int, ...]
    start: int
    end: int
    sentence: int
    rule: str
    sure: float


def find_deeds(
    reading: Reading,
    claims: list[CasualtyClaim],
    narrative: dict[int, DateMention],
    skip: set[int],
) -> list[Deed]:
    """The deeds of a document in text order; ``skip`` are trigger words already used."""
    out: list[Deed] = []
    used: set[int] = set()
    for hit in reading.hits:
        if hit.trigger.type in ("CONSULT", "STATEMENT") or hit.start in skip:
            continue
        deed = _read(reading, hit, claims, narrative, used)
        if deed is None:
            continue
        same = next((d for d in out[-_NEAR:] if _same(d, deed)), None)
        if same is None:
            out.append(deed)
            used.update(deed.claims)
    return out


def _same(one: Deed, other: Deed) -> bool:
    """Told twice: same type and modality, same sentence or same place on overlapping days."""
    if one.type != other.type or one.modality != other.modality:
        return False
    if one.sentence == other.sentence:
        return one.type in ("ASSAULT", "PROTEST") or one.mode == other.mode
    if other.claims:
        return False
    if one.place is None or other.place is None or one.place.id != other.place.id:
        return False
    return (
        one.date.first is not None and other.date.last is not None and one.date.last is not None
        and other.date.first is not None and one.date.first <= other.date.last
        and other.date.first <= one.date.last
    )  # fmt: skip


def _read(
    reading: Reading,
    hit: Hit,
    claims: list[CasualtyClaim],
    narrative: dict[int, DateMention],
    used: set[int],
) -> Deed | None:
    sentence = reading.sentences[hit.sentence]
    needs = hit.trigger.needs
    modality = _modality(reading, hit, sentence)
    kind = hit.trigger.type
    source = subject_of(reading, hit) if hit.trigger.form == "verb" else _agent(reading, hit)
    if source is not None and kind in VIOLENT and not _acts(reading, hit, source):
        source = None
    place = deed_place(reading, hit, sentence)
    begin, end = reading.sentence_spans[hit.sentence]
    mine = tuple(
        k for k, c in enumerate(claims)
        if kind in VIOLENT and modality == "actual" and k not in used and c.scope != "cumulative"
        and begin <= c.start < end and _fits(kind, hit.trigger.mode, c)
    )  # fmt: skip
    if needs == "actor" and source is None:
        return None
    if source is not None and hit.trigger.form == "verb" and _passive(reading, source):
        return None
    if needs == "place" and place is None and not mine and source is None:
        return None
    if needs == "any" and place is None and not mine and source is None:
        return None
    if kind == "ASSAULT" and hit.trigger.mode == "attack" and not (place or mine):
        return None
    if modality == "hypothetical":
        return None
    when = event_date(reading, hit.start, hit.end, narrative.get(hit.sentence))
    published = reading.document.published
    if (
        modality == "actual" and published is not None and when.last is not None
        and when.first is not None
    ):  # fmt: skip
        if when.first > published:
            modality = "future"
        elif when.last < published - HISTORICAL:
            modality = "historical"
    others = _others(reading, hit, source, sentence)
    sure = 0.45 + 0.1 * (source is not None) + 0.1 * (place is not None)
    sure += 0.15 * (when.basis == "clause") + 0.1 * bool(mine)
    if when.basis in ("published", "narrative"):
        sure -= 0.1
    return Deed(
        kind, hit.trigger.mode, modality, when, place, source, others, mine, hit.start,
        max(hit.end, source.end if source else 0), hit.sentence,
        f"{kind.lower()}.{hit.trigger.mode or hit.trigger.form}", round(min(sure, 0.9), 2),
    )  # fmt: skip


def _acts(reading: Reading, hit: Hit, source: Found) -> bool:
    """«قصفت طائرات التحالف مواقع الحوثيين»: who stands after an unknown subject suffers it."""
    if reading.english or hit.trigger.form != "verb" or source.start < hit.end:
        return True
    between = (reading.tokens[k].text for k in range(hit.end, source.start))
    return all(word in lexicon().forces or not word.isalnum() for word in between)


def _passive(reading: Reading, source: Found) -> bool:
    """«يُتهم كيري من جانب معارضيه»: the actor after the verb suffers it."""
    after = reading.tokens[source.end : source.end + 2]
    return len(after) == 2 and after[0].text == "من" and after[1].text in ("جانب", "قبل", "طرف")


def _fits(kind: str, mode: str, claim: CasualtyClaim) -> bool:
    if kind == "COERCE":
        return claim.kind == "detained" and mode == "arrest"
    return claim.kind in ("killed", "wounded", "casualties", "missing")


def _modality(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> Modality:
    """What is said of the event: that it happened, or that it is asked for, denied, possible."""
    near = max(sentence[0], hit.start - 3)
    if reading.english and reading.cue("hypothetical", hit.end, hit.end + 2):
        return "hypothetical"  # «airstrikes could hit»
    if reading.english and reading.cue("denied", hit.end, min(sentence[1], hit.end + 4)):
        return "denied"  # «aid had still not made it»
    if hit.trigger.type in VIOLENT and (
        reading.cue("demanded", max(sentence[0], hit.start - 2), hit.start)
        or _coordinated_demand(reading, hit, sentence)
    ):
        return "demanded"
    if hit.trigger.form == "noun":
        if reading.cue("demanded", near, hit.start):
            return "demanded"
        if reading.cue("denied", near, hit.start):
            return "denied"
        if reading.cue("hypothetical", max(sentence[0], hit.start - 4), hit.start):
            return "hypothetical"
    else:
        if reading.cue("denied", max(sentence[0], hit.start - 1), hit.start):
            return "denied"
        if reading.cue("hypothetical", max(sentence[0], hit.start - 2), hit.start):
            return "hypothetical"
        if "ل" in hit.prefix or reading.may(hit):
            return "hypothetical"
    if "س" in hit.prefix or reading.cue("future", near, hit.start):
        return "future"
    return "actual"


def _coordinated_demand(reading: Reading, hit: Hit, sentence: tuple[int, int]) -> bool:
    """«على وقف قصف السكان وإنهاء حصار حلب»: demanding verbs earlier in the clause."""
    verbs = lexicon().triggers
    for k in range(max(sentence[0], hit.start - 8), hit.start):
        match = verbs.at(reading.tokens, k, ("", "و", "ف"))
        if match and any(t.type == "DEMAND" and t.form == "verb" for t in match.values):
            return True
    return False


def _agent(reading: Reading, hit: Hit) -> Found | None:
    """The doer after a trigger noun: «قصف القوات الروسية», «غارات للتحالف»."""
    for actor in reading.actors_in(hit.end, hit.end + 3):
        if actor.start == hit.end or "ل" in actor.prefix:
            return actor
    return None


def _others(
    reading: Reading, hit: Hit, source: Found | None, sentence: tuple[int, int]
) -> tuple[Found, ...]:
    first = source.end if source is not None and source.start >= hit.end else hit.end
    out: list[Found] = []
    for actor in reading.actors_in(first, min(sentence[1], first + 12)):
        if (source is None or actor.actor.id != source.actor.id) and all(
            actor.actor.id != o.actor.id for o in out
        ):
            out.append(actor)
    return tuple(out[:4])
