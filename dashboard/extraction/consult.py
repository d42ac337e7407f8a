"""Encounters: who met or called whom, where and when (PLOVER CONSULT).

One event an encounter: a list of places and dates («آخرها في … في 4 و5 أيلول وفي … في 26 آب») is
several, and the same encounter told twice is one.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.extraction.accords import agreed_before, read_accords
from dashboard.extraction.actors import Found
from dashboard.extraction.encounters import Encounter, once_each
from dashboard.extraction.frames import chained, settled_in_visits, told_again
from dashboard.extraction.lexicon import lexicon
from dashboard.extraction.moments import (
    modality_of,
    places_and_dates,
    when_ahead,
)
from dashboard.extraction.nations import nations
from dashboard.extraction.parties import (
    distinct,
    gathers,
    is_joint,
    joins_first,
    left_start,
    named_otherwise,
    parties_after,
    people_first,
    right_end,
    subjects,
    with_him,
)
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.referents import (
    elided,
    held_by,
    last_two,
    named_last,
    next_two,
    pronouns,
    teller,
)
from dashboard.extraction.sessions import read_sessions
from dashboard.extraction.visits import Visit, read_visits
from dashboard.extraction.wanted import during, only_wanted
from dashboard.model import DateMention
from dashboard.text import fold_word

# What the date's place in the text adds to the confidence; measured on labelled articles.
_DATED = {"clause": 0.12, "sentence": 0.05, "narrative": -0.1, "published": 0.0, "none": -0.12}
# Nouns that end as a suffix does once folded.
_FEMININE = frozenset(fold_word(w) for w in ("زيارة", "قمة", "محادثة", "مكالمة", "جولة"))
_AT = frozenset(fold_word(w) for w in ("في", "خلال"))
_SAME_STORY = 8  # sentences
_HIS = 3
_OPENING = 3  # words before «محادثاتهما» where those meant are named after it
_BOTH = 5  # words from «المباحثات» to «بينهما»
_EACH = frozenset(fold_word(w) for w in ("كلا", "كل"))
_EACH_REACH = 8
_THERE = 4  # words from «بمشاركة» to who takes part
_TALKS = 18  # words from «بحث» to «خلال اتصال هاتفي»


def find_encounters(
    reading: Reading, speakers: dict[int, Found], narrative: dict[int, DateMention]
) -> list[Encounter]:
    """The encounters of a document, each once, in text order.

    ``speakers`` maps a sentence to who speaks at its start («وأوضح أنه …»); ``narrative`` to the
    date the story has reached.
    """
    found: list[Encounter] = []
    visits: list[Visit] = []
    for hit in reading.hits:
        if hit.trigger.type != "CONSULT" or only_wanted(reading, hit):
            continue
        if hit.trigger.mode == "visit":
            visits.extend(read_visits(reading, hit, speakers, narrative))
            continue
        if found and _attended(reading, hit):
            found[-1] = _joined_by(reading, hit, found[-1])
            continue
        read = _read(reading, hit, speakers, narrative, visits)
        if not read and hit.trigger.form == "noun":
            told_again(reading, hit, found)
        found.extend(read)
    found.extend(read_accords(reading, found, narrative, only_wanted))
    found.extend(read_sessions(reading, speakers, narrative, only_wanted))
    made = [visit.encounter for visit in visits if visit.told]
    settled = settled_in_visits(reading, once_each([*found, *made]), visits)
    return chained(reading, settled)


def _attended(reading: Reading, hit: Hit) -> bool:
    """«وترأس الاجتماع الوزير …», «حضر اللقاء …»: more of those who met, as told before."""
    before = reading.tokens[hit.start - 1].text if hit.start else ""
    definite = hit.trigger.form == "noun" and hit.prefix.endswith("ال")
    return definite and before.lstrip("وف") in lexicon().attending


def _joined_by(reading: Reading, hit: Hit, item: Encounter) -> Encounter:
    """The encounter told before with those who attended it."""
    if hit.sentence - item.sentence > _SAME_STORY:
        return item
    sentence = reading.sentences[hit.sentence]
    right = right_end(reading, hit, sentence)
    more = parties_after(reading, hit.end, right, phone=False, verb=True)
    return replace(item, parties=tuple(distinct([*item.parties, *more])))


def _read(
    reading: Reading,
    hit: Hit,
    speakers: dict[int, Found],
    narrative: dict[int, DateMention],
    visits: list[Visit],
) -> list[Encounter]:
    sentence = reading.sentences[hit.sentence]
    right = right_end(reading, hit, sentence)
    left = left_start(reading, hit, sentence)
    mode = hit.trigger.mode
    verb = hit.trigger.form == "verb"
    after = parties_after(reading, hit.end, right, phone=mode == "phone", verb=verb)
    definite = hit.trigger.form == "noun" and hit.prefix.endswith(("ال", "لل"))
    before = [] if definite else subjects(reading, left, hit.start, phone=mode == "phone")
    if verb and not before and reading.tokens[min(hit.end, right - 1)].text in lexicon().latter:
        before = named_last(reading, hit)
    if not verb and not after and len(before) < 2 and during(reading, hit):
        before = agreed_before(reading, hit) or before
    if not verb and after and _told_at(reading, hit):
        before = teller(reading, hit) or before
    if definite and not after:
        held = held_by(reading, hit)  # «استأنف وفدا الحكومة والمعارضة … المفاوضات»
        before = held if len(held) > 1 else before
    rule = f"consult.{mode}"
    joint = is_joint(reading, hit, after)
    both = pronouns(reading, hit, speakers)
    if not both and not after and _of_both(reading, hit, right):
        both = next_two(reading, hit) if hit.start - sentence[0] <= _OPENING else []
        both = both or (before if len(before) == 2 else last_two(reading, hit.start))
        if not both:
            return []
    states = nations(reading, hit) if not both else []
    if states and not any(a.actor.kind == "person" for a in after):
        both = states
        rule += ".nations"
    if both:
        before, after, joint, rule = both, [], True, rule if states else rule + ".pronoun"
    if hit.trigger.needs == "مع" and not joint:
        return []
    if mode == "phone" and not any(
        a.actor.kind == "person" or a.via in ("capital", "name") for a in [*before, *after]
    ):
        return []
    if mode == "talks" and not verb and not (after and with_him(reading, hit, after)):
        return []  # «توجه إلى أنقرة لبحث الوضع مع نظيره», not «لبحث القمة بين …»
    if mode == "conference":
        after = [a for a in after if _takes_part(reading, a)]
        before = []
        if len(after) < 2:
            return []
    if mode == "phone" and hit.trigger.form == "verb" and not joint:
        return []
    between = hit.trigger.form == "noun" and _opens_with(reading, hit.end, "بين")
    before = before if both else _of_the_pronoun(reading, hit, before)
    purpose = _purpose(reading, hit)
    if purpose:
        guests = [v.encounter for v in visits if v.encounter.sentence == hit.sentence]
        people = [a for a in before if a.actor.kind == "person"]
        before = list(guests[-1].parties) if guests and "لل" not in hit.prefix else people
    if _possessive(reading, hit) and not both:
        before = [a for a in before if a.actor.kind == "person"]
    elif hit.trigger.form == "noun" and not (definite or both or during(reading, hit)):
        before = held_by(reading, hit) or before
    his = hit.trigger.form == "noun" and _his(reading, hit) and not both
    if his:
        speaker = speakers.get(hit.sentence)
        if speaker is None or speaker.actor.kind != "person":
            speaker = elided(reading, hit, speakers)
        before = [speaker] if speaker is not None and speaker.actor.kind == "person" else before
    several = len(after) > 1 and not before and _has(reading, hit, lexicon().several)
    if not after and not both and mode != "phone" and _of_one(reading, hit):
        return []  # «زيارته تأتي في إطار مشاوراته»: with whom is not told
    parties = list(after) if between else [*before, *after]
    if verb and not before and not after:
        return []
    parties = people_first(distinct(parties))
    alone = (
        len(parties) == 1
        or several
        or (
            not before
            and joins_first(reading, hit, after)
            and (verb or (_held_by_him(reading, hit) and with_him(reading, hit, after)))
        )
    )
    his_own = not verb and not before and not definite and _opens_with(reading, hit.end, "مع")
    if his_own and after and with_him(reading, hit, after) and not between:
        teller_ = elided(reading, hit, speakers)
        people = [a for a in reading.actors_in(sentence[0], hit.start) if a.actor.kind == "person"]
        alone = alone or (teller_ is not None and people == [teller_])
    else:
        his_own = False
    own = _possessive(reading, hit) or _adverb(reading, hit)
    body = verb and len(after) == 1 and after[0].actor.kind != "person"
    lone_subject = (before and not after and not own) or (
        body and not before and after[0].start == hit.end
    )  # «استقبل الأردن لاجئين»
    if verb and len(after) == 1 and not before and _with_unknown(reading, hit, after[0]):
        return []
    if alone and (between or lone_subject or named_otherwise(reading, hit, after)):
        return []  # somebody met somebody who is not known
    if alone and (
        verb
        or _possessive(reading, hit)
        or _adverb(reading, hit)
        or (joint and during(reading, hit))
        or purpose
        or several
        or (joint and (_held_by_him(reading, hit) or his_own))
        or (definite and joint and gathers(reading, hit, hit.end))
    ):
        speaker = elided(reading, hit, speakers)
        if (
            speaker is not None
            and speaker.actor.kind in ("person", "state")
            and all(speaker.actor.id != p.actor.id for p in parties)
            and speaker.actor.side not in {p.actor.side for p in parties if p.actor.kind == "state"}
        ):
            parties.insert(0, speaker)
            rule += ".speaker"
    if len(parties) < 2:
        return []
    if mode in ("talks", "press", "conference"):
        mode = "meeting"
    if mode == "meeting" and _near_phone(reading, hit):
        mode = "phone"
    if mode == "meeting" and len(parties) > 2:
        mode = "multilateral"
    if mode == "meeting" and any(p.actor.id == "un-security-council" for p in parties):
        mode = "multilateral"
    sure = 0.5 + 0.08 * all(p.actor.kind == "person" for p in parties) + 0.04 * joint
    sure -= 0.05 * rule.endswith(".speaker")  # who is meant by a verb without a subject
    end = max([hit.end, *[p.end for p in after]])
    whens = places_and_dates(reading, hit, end, sentence, narrative)
    begin = min([hit.start, *[p.start for p in before]])
    found: list[Encounter] = []
    for place, when in whens:
        if states and definite and place is None and when.basis in ("none", "published"):
            continue  # «المباحثات السعودية الروسية» of which nothing is told here
        modality = modality_of(reading, hit, when, sentence)
        for those in _apart(reading, hit, parties, after):
            found.append(
                Encounter(
                    "meeting" if len(those) == 2 and mode == "multilateral" else mode,
                    modality, when_ahead(reading, when) if modality == "future" else when,
                    None if mode == "phone" else place, tuple(those), begin, end, hit.sentence,
                    rule, min(0.95, sure + _DATED[when.basis] + 0.08 * (place is not None)),
                )
            )  # fmt: skip
    return found


def _told_at(reading: Reading, hit: Hit) -> bool:
    """«قال الجبير في المؤتمر الصحفي المشترك مع …»: where somebody speaks."""
    before = reading.tokens[hit.start - 1].text if hit.start else ""
    return before in _AT or during(reading, hit)


def _takes_part(reading: Reading, actor: Found) -> bool:
    """«مؤتمر … بمشاركة وفود من النظام والمعارضة وحضور دي ميستورا»: who is said to be there."""
    if actor.via == "pair" or "و" in actor.prefix:
        return True
    near = reading.tokens[max(0, actor.start - _THERE) : actor.start]
    return any(token.text.lstrip("و") in lexicon().there for token in near)


def _with_unknown(reading: Reading, hit: Hit, subject: Found) -> bool:
    """«التقى الرئيس الفرنسي بالمجموعات الكردية»: with somebody who is no known actor."""
    if subject.start != hit.end or subject.prefix or subject.via == "counterpart":
        return False
    k = subject.end
    if k >= len(reading.tokens) or k in reading.dated or reading.places_in(k, k + 1):
        return False
    return reading.tokens[k].text.startswith("بال") or reading.tokens[k].text == "مع"


def _his(reading: Reading, hit: Hit) -> bool:
    """«لقاء جمعه مع كيري»: of him who speaks."""
    near = reading.tokens[hit.end : hit.end + _HIS]
    return any(token.text in lexicon().his for token in near)


def _purpose(reading: Reading, hit: Hit) -> bool:
    """«توجه إلى موسكو للقاء بوتين»: who goes is who meets."""
    return (
        hit.trigger.form == "noun"
        and hit.prefix in ("ل", "ول", "لل", "ولل")
        and reading.tokens[hit.start].text[len(hit.prefix) :].startswith(("لقا", "اجتماع"))
    )


def _of_both(reading: Reading, hit: Hit, right: int) -> bool:
    """Whether the encounter is of two people named before: «التقيا», «جرت بينهما»."""
    if hit.trigger.mode == "talks" and any(
        h.trigger.type == "CONSULT" and h.start < hit.start
        for h in reading.hits_in(reading.sentences[hit.sentence][0], hit.start)
    ):
        return False  # «اتصل كيري بلافروف وبحثا …»: what the call was about
    near = range(hit.start, min(right, hit.end + _BOTH))
    return any(
        reading.tokens[k].text.lstrip("وفس") in lexicon().both
        or reading.tokens[k].text in lexicon().both
        for k in near
    )


def _has(reading: Reading, hit: Hit, words: frozenset[str]) -> bool:
    return reading.tokens[hit.start].text[len(hit.prefix) :] in words


def _apart(
    reading: Reading, hit: Hit, parties: list[Found], after: list[Found]
) -> list[list[Found]]:
    """The parties of each encounter: «لقاءات مع المستشارة والرئيس» are two of one host."""
    each = _has(reading, hit, lexicon().several) or (
        hit.trigger.form == "verb"
        and any(t.text in _EACH for t in reading.tokens[hit.end : hit.end + _EACH_REACH])
    )
    partners = [p for p in parties if any(p.start == a.start for a in after)]
    hosts = [p for p in parties if p not in partners]
    if not each or len(hosts) != 1 or len(partners) < 2:
        return [parties]
    return [[hosts[0], partner] for partner in partners]


def _opens_with(reading: Reading, k: int, word: str) -> bool:
    return any(reading.tokens[j].text == word for j in range(k, min(k + 6, len(reading.tokens))))


def _possessive(reading: Reading, hit: Hit) -> bool:
    """«لقائه», «اجتماعه», «محادثاتهما»: the noun carries its subject."""
    text = reading.tokens[hit.end - 1].text
    if hit.prefix.endswith(("ال", "لل")):
        return False
    return (
        text.endswith(("ه", "ها", "هما"))
        and hit.trigger.form == "noun"
        and text.removeprefix(hit.prefix) not in _FEMININE
    )


def _of_one(reading: Reading, hit: Hit) -> bool:
    """Whether a noun is one person's: «مشاوراته», not «محادثاتهما»."""
    text = reading.tokens[hit.end - 1].text
    return _possessive(reading, hit) and not text.endswith(("هما", "هم"))


def _held_by_him(reading: Reading, hit: Hit) -> bool:
    """«وصل كارتر إلى أربيل، فيما عقد اجتماعاً مع …»: a verb of one man, without its subject."""
    before = reading.tokens[hit.start - 1].text.lstrip("وفس") if hit.start else ""
    return hit.trigger.form == "noun" and before in lexicon().holding


def _of_the_pronoun(reading: Reading, hit: Hit, before: list[Found]) -> list[Found]:
    """«حث كوربن ماي على استغلال لقائها بولي العهد»: a suffix is one person."""
    text = reading.tokens[hit.end - 1].text
    if len(before) < 2 or not _possessive(reading, hit) or text.endswith("هما"):
        return before
    return before[-1:] if text.endswith("ها") else before[:1]


def _adverb(reading: Reading, hit: Hit) -> bool:
    """«أطلع نظيره هاتفياً»: the caller is the subject of another verb."""
    return reading.tokens[hit.start].text in ("هاتفيا", "هاتفيه")


def _near_phone(reading: Reading, hit: Hit) -> bool:
    reach = _TALKS if hit.trigger.mode == "talks" else 4
    stop = min(reading.sentences[hit.sentence][1], hit.end + reach)
    return any(t.text.startswith(("هاتفي", "الهاتفي")) for t in reading.tokens[hit.start : stop])
