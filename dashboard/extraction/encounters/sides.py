"""Who are the sides of an encounter: named before and after its trigger, or meant by its words."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.circumstances.teams import sent_by
from dashboard.extraction.encounters.accords import agreed_before
from dashboard.extraction.encounters.clauses import (
    conference_end,
    gathers,
    left_start,
    right_end,
    told_ahead,
)
from dashboard.extraction.encounters.lasting import counted_from
from dashboard.extraction.encounters.meant import (
    IN_IT,
    adverb,
    attended,
    attended_by_comers,
    calls_him,
    discussed_there,
    guest_meant,
    held_by_him,
    his,
    hosts_of_one_side,
    in_which,
    named_last,
    of_both,
    of_his_own,
    of_one,
    of_others_told,
    of_somebody_unnamed,
    of_the_pronoun,
    of_them,
    of_who_tells,
    opens_with,
    possessive,
    purpose,
    receiving,
    speaks_to_the_press,
    takes_part,
    their_delegation,
    told_at,
    who_set_out,
    with_them,
    with_unknown,
)
from dashboard.extraction.encounters.nations import known, nations
from dashboard.extraction.encounters.parties import (
    distinct,
    is_joint,
    joins_first,
    named_otherwise,
    parties_after,
    people_first,
    subjects,
    with_him,
)
from dashboard.extraction.encounters.presided import presided
from dashboard.extraction.encounters.pronouns import pronouns
from dashboard.extraction.encounters.referents import (
    elided,
    held_by,
    last_two,
    next_two,
    opening_one,
    opening_two,
    teller,
    told_of,
)
from dashboard.extraction.encounters.told_to import (
    known_by_what_follows,
    spoken_with,
    teller_and_told,
)
from dashboard.extraction.encounters.visits import Visit
from dashboard.extraction.encounters.wanted import during
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.lexicon import lexicon

_NEXT_TO = 1  # words from who holds talks to the talks
_OPENING = 6  # words before «محادثاتهما» where those meant are named after it


@dataclass(slots=True)
class Sides:
    """The parties of an encounter, those named before its trigger and after it.

    ``joint`` is whether words of company join them; ``only_states`` whether they are told by
    adjectives of a definite noun («المباحثات السعودية الروسية»).
    """

    before: list[Found]
    after: list[Found]
    parties: list[Found]
    rule: str
    joint: bool
    only_states: bool


def read_sides(
    reading: Reading, hit: Hit, speakers: dict[int, Found], visits: list[Visit]
) -> Sides | None:
    """The sides of the encounter of a trigger; ``None`` where fewer than two are told."""
    return _SidesReader(reading, hit, speakers, visits).read()


class _SidesReader:
    """One trigger with what stands around it, and the steps from the named to the meant."""

    def __init__(
        self, reading: Reading, hit: Hit, speakers: dict[int, Found], visits: list[Visit]
    ) -> None:
        self.reading, self.hit, self.speakers, self.visits = reading, hit, speakers, visits
        self.sentence = reading.sentences[hit.sentence]
        self.right = right_end(reading, hit, self.sentence)
        if hit.trigger.mode == "conference":
            self.right = conference_end(reading, hit, self.sentence[1])
        self.mode = hit.trigger.mode
        self.verb = hit.trigger.form == "verb"
        self.definite = not self.verb and hit.prefix.endswith(("ال", "لل"))
        ahead = self.right < self.sentence[1] and told_ahead(reading, hit, self.right)
        reach = self.right if ahead else None
        self.between = not self.verb and opens_with(reading, hit.end, "بين", reach)
        self.purpose = purpose(reading, hit)
        self.rule = f"consult.{self.mode}"
        self.states: list[Found] = []
        phone = self.mode == "phone" or hit.trigger.needs == "beside"  # «تحدث إلى ترامب»
        self.after = parties_after(reading, hit.end, self.right, phone=phone, verb=self.verb)
        if self.verb and hit.trigger.mode == "talks":
            self.after = discussed_there(reading, hit, self.right) or self.after
        self.after = self.after or presided(reading, hit)
        self.before = self._named_before()
        self.joint = is_joint(reading, hit, self.after)

    def read(self) -> Sides | None:
        """The sides, each step giving up where the words name nobody to meet."""
        both = self._meant_by_both()
        if both is None or self._names_nobody():
            return None
        if not both:
            self._hosts()
        if not self.after and not both and self.mode != "phone" and of_one(self.reading, self.hit):
            return None  # «زيارته تأتي في إطار مشاوراته»: with whom is not told
        if self.verb and not self.before and not self.after:
            return None
        if self.verb and not self.before and self._official_unnamed():
            return None  # «والتقى المسؤول الأممي فريقاً ضم المحافظ والمدير»: they are his guests
        if self.verb and self.before and not self.after:
            self.after = guest_meant(self.reading, self.hit, self.before[-1])
        named = self.after if self.between else [*self.before, *self.after]
        parties = people_first(distinct(named))
        if not self._with_elided(parties) or len(parties) < 2:
            return None
        only_states = bool(self.states) and (self.definite or known(self.reading, self.hit))
        return Sides(self.before, self.after, parties, self.rule, self.joint, only_states)

    def _named_before(self) -> list[Found]:
        """Who acts in the clause of the trigger, or tells of it, or holds it."""
        reading, hit = self.reading, self.hit
        before: list[Found] = of_them(reading, hit, company=bool(self.after))
        if before:
            return before
        if not self.definite:
            left = left_start(reading, hit, self.sentence)
            before = subjects(reading, left, hit.start, phone=self.mode == "phone")
            of_others = before and of_others_told(reading, hit, before[0], self.after)
            if not self.verb and of_others:
                before = []  # «رحبت الرياض وواشنطن ببدء المحادثات بين الطرفين»
            if self.verb and not before:
                before = their_delegation(reading, hit)
        following = reading.words[min(hit.end, self.right - 1)]
        if self.verb:
            before = self._who_goes_on(before)
            latter = reading.words[hit.start - 1] if hit.start else ""  # «إن الأخير استقبل»
            return before or named_last(reading, hit, following) or named_last(reading, hit, latter)
        if not (before or self.after) and following in lexicon().held_by_them:
            # «أعلن كيري ولافروف، بعد اجتماع عقداه في موسكو، …»
            before = subjects(reading, self.sentence[0], hit.start, phone=False)
        if not self.after and len(before) < 2 and (during(reading, hit) or in_which(reading, hit)):
            before = agreed_before(reading, hit) or before
        if self.after and told_at(reading, hit):
            before = teller(reading, hit) or before
        if not self.after and len(before) < 2:
            before = teller_and_told(reading, hit) or before
        if self.definite and not self.after:
            held = held_by(reading, hit)  # «استأنف وفدا الحكومة والمعارضة … المفاوضات»
            before = held if len(held) > 1 else before
        return before

    def _who_goes_on(self, before: list[Found]) -> list[Found]:
        """«يلتقي كيري لافروف ثم يتوجه إلى الرياض ليلتقي الجبير»: he, not whom he met first."""
        if len(before) < 2 or "و" in before[1].prefix:
            return before
        met = (
            h.end for h in self.reading.hits_in(self.sentence[0], before[0].start)
            if h.trigger.type == "CONSULT" and h.trigger.form == "verb"
        )  # fmt: skip
        return before[:1] if any(end == before[0].start for end in met) else before

    def _meant_by_both(self) -> list[Found] | None:
        """The two meant by «محادثاتهما» or «اجتماعه معه», or the states of «قمة روسية تركية».

        ``None`` where two are meant whom nothing names.
        """
        reading, hit = self.reading, self.hit
        both = pronouns(reading, hit, self.speakers)
        if not both and not self.after and of_both(reading, hit, self.right):
            opens = hit.start - self.sentence[0] <= _OPENING
            both = next_two(reading, hit) if opens else []
            both = both or last_two(reading, hit.start, self.before)
            if not both:
                return None
        if not both and not self.after and not self.before:
            both = opening_two(reading, hit)
        told = self.between and len(self.after) > 1  # «محادثات بين الروس والأتراك»
        self.states = nations(reading, hit) if not (both or told) else []
        if len(self.states) == 1:
            return self._one_with(self.states.pop())
        if any(a.actor.kind == "person" for a in self.after):
            self.states = self.states if both else []
        if both or self.states:
            self.rule += ".nations" if self.states else ".pronoun"
            both = both or [*self.states, *with_them(reading, hit, self.after)]
            self.before, self.after, self.joint = both, [], True
        return both

    def _one_with(self, state: Found) -> list[Found]:
        """«المفاوضات الروسية مع جيش الإسلام»: a state, and who is named after «مع»."""
        others = [a for a in self.after if a.actor.side != state.actor.side]
        if others and not self.before and all(a.actor.kind != "person" for a in others):
            self.rule += ".nations"
            self.before, self.joint = [state], True
        return []

    def _names_nobody(self) -> bool:
        """Whether the trigger needs a partner, a person or those who take part, and has none."""
        reading, hit = self.reading, self.hit
        there = self.verb and reading.words[min(hit.end, self.right - 1)] in IN_IT
        if hit.trigger.needs == "مع" and not self.joint and not (there and len(self.after) > 1):
            return True
        told_between = self.between or self.rule.endswith(".pronoun")
        in_a_call = self.mode == "phone" and told_at(reading, hit)  # «أبلغ بوتين، خلال اتصال، أن»
        if hit.trigger.needs == "بين" and not (told_between or in_a_call):
            return True
        if hit.trigger.needs == "beside" and not spoken_with(reading, hit, self.after):
            return True
        if self.mode == "phone":
            named = [*self.before, *self.after]
            callers = any(a.actor.kind == "person" or a.via in ("capital", "name") for a in named)
            if hit.trigger.needs == "بين":  # not «قناة اتصال بين إيران وحزب الله»
                callers = all(a.actor.kind == "person" for a in named)
            return not callers or (self.verb and not (self.joint or calls_him(reading, hit, named)))
        if self.mode == "talks" and not self.verb:
            # «توجه إلى أنقرة لبحث الوضع مع نظيره», not «لبحث القمة بين …»
            return not (self.after and with_him(reading, hit, self.after))
        if self.mode == "conference":
            first = self.after[:1] if attended(reading, hit) else []  # «حضر المؤتمر الرئيس …»
            self.after = [a for a in self.after if a in first or takes_part(reading, a)]
            self.before = []
            return len(self.after) < 2
        return False

    def _hosts(self) -> None:
        """Who meets where the noun tells it: by its suffix, its verb, or who came for it."""
        reading, hit = self.reading, self.hit
        if of_them(reading, hit, company=bool(self.after)):
            return
        self.before = of_the_pronoun(reading, hit, self.before)
        people = [a for a in self.before if a.actor.kind == "person"]
        if self.purpose:
            guests = [v.encounter for v in self.visits if v.encounter.sentence == hit.sentence]
            self.before = list(guests[-1].parties) if guests and "لل" not in hit.prefix else people
        if not self.verb and len(self.before) > 1:
            self.before = who_set_out(reading, hit, self.before)
        if self.definite and self.joint and not self.before and attended_by_comers(reading, hit):
            comers = [v.encounter for v in self.visits if v.encounter.sentence == hit.sentence]
            self.before = list(comers[-1].parties[:1]) if comers else []
        if possessive(reading, hit):
            sent = [a for a in self.before if sent_by(reading, a)]
            people = [a for a in self.before if a.actor.kind == "person"]
            near = [a for a in held_by(reading, hit)[:1] if hit.start - a.end <= _NEXT_TO]
            self.before = people or sent[:1] or near  # «تواصل روسيا مفاوضاتها مع»
        elif counted_from(reading, hit):
            self.before = []
        elif not self.verb and not (self.definite or during(reading, hit)):
            held = held_by(reading, hit)
            if not (held or self.after) and known_by_what_follows(
                self.reading, self.hit, self.right
            ):
                self.before = []
            self.before = held or self.before
        if not self.verb and his(reading, hit):
            speaker = told_of(reading, hit, self.sentence[0]) or self.speakers.get(hit.sentence)
            if speaker is None or speaker.actor.kind != "person":
                speaker = elided(reading, hit, self.speakers)
            if speaker is not None and speaker.actor.kind == "person":
                self.before = [speaker]

    def _with_elided(self, parties: list[Found]) -> bool:
        """Adds to the parties him who is not named beside them; false where none can be known."""
        reading, hit, before, after = self.reading, self.hit, self.before, self.after
        follows = reading.words[min(hit.end, self.right - 1)]
        theirs = possessive(reading, hit) and (follows == "مع" or follows.startswith("ب"))
        several = len(after) > 1 and not (before or self.between)
        hosts = several and hosts_of_one_side(reading, hit, after)
        # «لقاءه بسمو ولي العهد، و…»
        several = several and (theirs or self._of_several() or hosts)
        company = bool(after) and with_him(reading, hit, after)
        held = held_by_him(reading, hit)
        joined = not before and joins_first(reading, hit, after)
        his_own = company and self._only_person_before()
        press = company and not before and speaks_to_the_press(reading, hit)
        alone = (
            len(parties) == 1 or several or his_own or press
            or (receiving(reading, hit) and not before)
            or (joined and (self.verb or adverb(reading, hit) or (held and company)))
        )  # fmt: skip
        if self.verb and len(after) == 1 and not before and with_unknown(reading, hit, after[0]):
            return False
        if not alone or self._of_a_body():
            return True
        if held and of_somebody_unnamed(reading, hit):
            return False
        following = reading.words[min(hit.end, self.right - 1)]
        if not self.verb and len(parties) == 1 and following in lexicon().members:
            return False  # «اجتماع وزراء خارجية الخليج مع كيري»: of those, not of who speaks
        before_it = reading.words[hit.start - 1] if hit.start else ""
        if not self.verb and before_it != "," and before_it in lexicon().then:
            return False  # «بلقاء الرئيس، ثم لقاء مع رئيس البرلمان»: whose is told before
        if self.between or self._lone_subject() or named_otherwise(reading, hit, after):
            return False  # somebody met somebody who is not known
        own = of_his_own(reading, hit)
        whose = during(reading, hit) or held or self._his_own() or press
        whose = whose or of_who_tells(reading, hit, after)
        gathered = self.definite and gathers(reading, hit, hit.end)
        if not (
            self.verb or own or self.purpose or several or (self.joint and (whose or gathered))
        ):
            return True
        last = after[-1].end if after else hit.end
        speaker = opening_one(reading, hit, last) or elided(reading, hit, self.speakers)
        of_state = speaker is not None and speaker.actor.kind == "state"
        states = {p.actor.side for p in parties if p.actor.kind == "state" or of_state}
        if (
            speaker is not None and speaker.actor.kind in ("person", "state")
            and all(speaker.actor.id != p.actor.id for p in parties)
            and speaker.actor.side not in states
            and not (hosts and speaker.actor.side == after[0].actor.side)
        ):  # fmt: skip
            parties.insert(0, speaker)
            self.rule += ".speaker"
        return True

    def _of_a_body(self) -> bool:
        """«اجتماعات اللجنة الدستورية بمشاركة وفدين»: the body's own, not of who tells of them."""
        near = self.reading.actors_in(self.hit.end, self.hit.end + 1)
        return not self.verb and any(a.actor.id in lexicon().sitting_bodies for a in near)

    def _official_unnamed(self) -> bool:
        """Whether the subject of the verb is an official of whom nobody was named."""
        k = self.hit.end
        word = self.reading.words[min(k, self.right - 1)]
        if word not in lexicon().officials or k in self.reading.actor_tokens or not self.after:
            return False
        return len(self.after) > 1 and elided(self.reading, self.hit, self.speakers) is None

    def _of_several(self) -> bool:
        """«لقاءات مع المستشارة والرئيس»: more than one encounter."""
        word = self.reading.words[self.hit.start][len(self.hit.prefix) :]
        return word in lexicon().several

    def _his_own(self) -> bool:
        """«أن تفضي قمة مع زعيمي روسيا وإيران»: a noun with partners and nobody before it."""
        indefinite = not (self.verb or self.before or self.definite or self.between)
        opens = indefinite and opens_with(self.reading, self.hit.end, "مع")
        return opens and bool(self.after) and with_him(self.reading, self.hit, self.after)

    def _only_person_before(self) -> bool:
        """Whether that is of the one person whom its sentence names before it."""
        if not self._his_own():
            return False
        first = self.sentence[0]
        people = [
            a for a in self.reading.actors_in(first, self.hit.start) if a.actor.kind == "person"
        ]
        who = elided(self.reading, self.hit, self.speakers)
        return who is not None and people == [who]

    def _lone_subject(self) -> bool:
        """«استقبل الأردن لاجئين»: one who acts, and nobody known with him."""
        before, after = self.before, self.after
        own = of_his_own(self.reading, self.hit)
        body = self.verb and len(after) == 1 and after[0].actor.kind != "person"
        return bool(
            (before and not after and not own)
            or (body and not before and after[0].start == self.hit.end)
        )
