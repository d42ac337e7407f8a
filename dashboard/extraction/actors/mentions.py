"""Actors in the text: by name, by title and state, as a counterpart, as one of a pair."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache

from dashboard.extraction.actors.capitals import locative
from dashboard.extraction.actors.envoys import bare, envoy
from dashboard.extraction.actors.given import is_given, name_follows, of_a_nation
from dashboard.extraction.actors.groups import (
    addressed,
    counterpart,
    counterparts,
    delegates,
    group,
    members,
    pair,
    triple,
)
from dashboard.extraction.actors.occupiers import named_by_occupation, of_another_regime
from dashboard.extraction.actors.offices import honoured, titled
from dashboard.extraction.actors.possessed import their_council, their_minister
from dashboard.extraction.actors.posts import POSTS, by_post
from dashboard.extraction.actors.short_bodies import openers, short_body
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.extraction.vocabulary.registry import Registry, registry
from dashboard.extraction.vocabulary.titles import CLITICS, titles
from dashboard.model import Actor
from dashboard.text import Word, fold_word
from dashboard.values import dataclass

NATION = ("ون", "ين", "روس", "تراك")


@dataclass(frozen=True, slots=True)
class Found:
    """An actor at tokens ``start``..``end``; ``clitic`` letters of its first token are outside.

    ``prefix`` is the attached letters (ب, ل, و); ``office`` the title read, if any.
    """

    start: int
    end: int
    clitic: int
    actor: Actor
    via: str
    office: str = ""
    prefix: str = ""


def find_actors(
    tokens: Sequence[Word],
    words: Sequence[str],
    begins: Iterable[int],
    blocked: Collection[int],
    published: date | None,
    spelt: Callable[[int, int], str],
) -> list[Found]:
    """The actors of a document in text order; offices are read at the publication date.

    ``words`` are the texts of the tokens; ``begins`` those at which one may be named; ``blocked``
    those inside dates, where none is looked for; ``spelt`` gives the words from one token to
    another as the document spells them.
    """
    reader, calling = ActorReader(tokens, blocked, published, spelt), _calling()
    again, floor = reader.again, 0
    called: list[tuple[_Way, ...] | None] = [None] * len(tokens)
    for i in begins:
        called[i] = calling[words[i]]
    for i, ways in enumerate(called):
        if again and words[i] in again:
            ways = (*(ways or ()), ActorReader.named_again)
        if ways and i >= floor and i not in blocked:
            floor = reader.step(i, ways)
    return reader.found


_SURNAME = 3  # letters
_SURNAME_CLITICS = ("", "و", "ب", "ل", "ف")
_CAPITAL = ("", "و", "ل", "ب")  # what may be attached to a capital
_COMPELLING, _COMPELLED = fold_word("القاهرة"), word_set("shared", "compelled")
_Way = Callable[["ActorReader", int], int | None]


@lru_cache(maxsize=1)
def _calling() -> dict[str, tuple[_Way, ...]]:
    """The ways to read an actor at a word, in their order; most words have none."""
    reg, lists = registry(), titles()
    nations = (bare for bare in reg.adjectives if bare.endswith(NATION))
    return _table_of_ways(
        (group, lists.groups.opens(CLITICS)),
        (delegates, lists.delegates),
        (counterpart, [c + word for c in CLITICS for word in lists.counterparts]),
        (their_minister, lists.theirs.opens(CLITICS)),
        (their_council, lists.councils.opens(CLITICS)),
        (pair, lists.pairs.opens(CLITICS)),
        (triple, lists.triples.opens(CLITICS)),
        (members, lists.members.opens(CLITICS)),
        (addressed, lists.address.opens(CLITICS)),
        (counterparts, [c + word for c in CLITICS for word in lists.counterparts_many]),
        (bare, lists.bare.opens(CLITICS)),
        (titled, reg.fixed.opens(CLITICS) | reg.titles.opens(CLITICS)),
        (honoured, [c + w for c in CLITICS for w in lists.honorifics]),
        (envoy, lists.envoys.opens(CLITICS)),
        (short_body, openers()),
        (ActorReader.named, reg.names.opens(CLITICS) | reg.capitals.opens(_CAPITAL)),
        (ActorReader.listed, reg.titled.opens(("و",))),
        (by_post, [c + w for c in CLITICS for w in POSTS]),
        (ActorReader.institution, lists.institutions.opens(CLITICS)),
        (ActorReader.nation, [f"{c}ال{bare}" for bare in nations for c in ("", "و", "ب", "ل")]),
    )


def words_of_actors() -> Iterable[str]:
    """The words at which an actor may be named."""
    return _calling().keys()


def _table_of_ways(*openers: tuple[_Way, Iterable[str]]) -> dict[str, tuple[_Way, ...]]:
    ways: dict[str, tuple[_Way, ...]] = {}
    for way, words in openers:
        again = {word: (*ways[word], way) for word in ways.keys() & words}
        ways |= dict.fromkeys(words, (way,)) | again
    return ways


class ActorReader:
    """One pass over the tokens; remembers who was named for counterparts and pairs."""

    def __init__(
        self,
        tokens: Sequence[Word],
        blocked: Collection[int],
        published: date | None,
        spelt: Callable[[int, int], str],
    ) -> None:
        self.tokens = tokens
        self.spelt = spelt
        self.blocked = blocked
        self.published = published
        self.reg: Registry = registry()
        self.capitals = self.reg.capitals.opens(_CAPITAL)
        self.words = titles()
        self.found: list[Found] = []
        self.ids: set[str] = set()
        self.in_full: set[str] = set()
        self.unlinked: dict[str, Actor] = {}
        self.meant: dict[frozenset[str], str] = {}  # which of the actors of one name
        self.land = ""  # the envoy's office of the land that the text speaks of most
        self.surnames: dict[str, tuple[tuple[str, ...], Actor | None]] = {}
        self.again: set[str] = set()  # the words that name an actor without a list once more

    def step(self, i: int, ways: Sequence[_Way]) -> int:
        """Reads at word ``i`` in the first way that finds an actor; returns the next word."""
        for way in ways:
            end = way(self, i)
            if end is not None:
                return end
        return i + 1

    def add(
        self, start: int, end: int, clitic: int, actor: Actor, via: str, office: str = ""
    ) -> int:
        if actor.kind == "person" and start and not clitic:
            before = self.tokens[start - 1].text
            if before.lstrip("وبل") in self.words.namesakes or before in self.words.kin:
                return end  # «مركز الملك سلمان», «شقيق الرئيس حسن روحاني»
        prefix = self.tokens[start].text[:clitic] or self._before_quotes(start)
        for word in self.reg.short.get(actor.id, ()):
            self.again.update(before + word for before in CLITICS)
            if word.startswith("ال"):
                self.again.update(("ل" + word[1:], "ول" + word[1:]))
        if actor.kind == "person" and via != "office" and end - start > 1:
            self.in_full.add(actor.id)
            self._remember(actor, start, end)
        self.ids.add(actor.id)
        actor = self.reg.called(actor, self.published)
        self.found.append(Found(start, end, clitic, actor, via, office, prefix))
        return end

    def _before_quotes(self, start: int) -> str:
        """«ممثلين لـ«الائتلاف»», «بـ«حماس»»: what is attached to the quotation mark of a name."""
        quoted = start > 1 and self.tokens[start - 1].text == '"'
        attached = self.tokens[start - 2].text if quoted else ""
        return attached if attached in CLITICS else ""

    def adjective(self, i: int) -> tuple[str, int]:
        """The state of the adjective at ``i`` («الروسي», «الكوري الجنوبي») and the next word."""
        if i >= len(self.tokens):
            return "", i
        compound = self.reg.compound_adjectives.at(self.tokens, i, ("", "و"))
        if compound is not None:
            return compound.values[0], compound.end
        state = self.reg.adjective(self.tokens[i].text)
        return state, i + 1 if state else i

    def skip_comma(self, i: int) -> int:
        """The word after a comma, quotation mark or dash at ``i``, else ``i``."""
        return i + 1 if i < len(self.tokens) and self.tokens[i].text in (",", '"', "-") else i

    def known_name(self, i: int) -> tuple[Actor, int] | None:
        """A person of the list named at ``i``, after an optional comma."""
        i = self.skip_comma(i)
        while i < len(self.tokens) and (
            self.tokens[i].text in self.words.between
            or self.tokens[i].text in self.words.by_given_name
        ):
            i += 1  # «نظيره القطري الشيخ محمد بن عبدالرحمن»
        if i >= len(self.tokens):
            return None
        for names in (self.reg.names, self.reg.titled):
            match = names.at(self.tokens, i)
            if match is not None:
                actor = self.choose(match.values)
                if actor is not None and actor.kind == "person":
                    return actor, match.end
        return None

    def choose(self, ids: Sequence[str]) -> Actor | None:
        """The actor of these ids, the one that the text speaks of where a name has several."""
        if len(ids) == 1:
            return self.reg.actors[ids[0]]
        among = frozenset(ids)
        if among not in self.meant:
            self.meant[among] = self._meant(among)
        return self.reg.actors.get(self.meant[among])

    def _meant(self, ids: frozenset[str]) -> str:
        shared = self.reg.shared.get(ids)
        if shared is None:
            return ""
        context = shared.context.items()
        named = {who: words.count(self.tokens, CLITICS) for who, words in context}
        most = max(named.values(), default=0)
        best = [who for who, count in named.items() if count == most and most]
        return best[0] if len(best) == 1 else shared.without_context(self.published)

    def named(self, i: int) -> int | None:
        match = self.reg.names.at(self.tokens, i, CLITICS)
        capital = None
        if match is None and self.tokens[i].text in self.capitals:
            capital = self.reg.capitals.at(self.tokens, i, _CAPITAL)
        if capital is not None and self._compelling(i):
            return capital.end
        if match is None and capital is not None and not locative(self, i, capital.clitic):
            return self.add(
                i, capital.end, capital.clitic, self.reg.actors[capital.values[0]], "capital"
            )
        if match is None:
            return None
        actor = self.choose(match.values)
        if actor is None or of_another_regime(self.tokens, match.end, self.reg, actor.side):
            return None
        via = named_by_occupation(self.tokens, i, match.end, self.reg)
        elsewhere = via == "name" and actor.kind == "state" and locative(self, i, match.clitic)
        if via is None or elsewhere:
            return match.end
        if actor.kind == "person" and match.end - i == 1 and actor.id not in self.in_full:
            actor = self._namesake(self.tokens[i].text[match.clitic :]) or actor
        if actor.id in self.words.seats and self._seat(i, match.clitic):
            return match.end
        if actor.id in self.words.national and self._of_one_state(match.end):
            return match.end
        return self.add(i, match.end, match.clitic, actor, via)

    def _compelling(self, i: int) -> bool:
        """«الظروف القاهرة»: compelling ones, not the government of Egypt."""
        before = self.tokens[i - 1].text.lstrip("ول") if i else ""
        return self.tokens[i].text == _COMPELLING and before in _COMPELLED

    def listed(self, i: int) -> int | None:
        """«بين لافروف وظريف وأوغلو»: a short name joined to a name, with no other beside it."""
        last = self.found[-1] if self.found else None
        if last is None or last.end != i or last.actor.kind != "person":
            return None
        match = self.reg.titled.at(self.tokens, i, ("و",))
        if match is None or not match.clitic or len(match.values) != 1:
            return None
        after = self.tokens[match.end].text if match.end < len(self.tokens) else "."
        if name_follows(self, match.end) and not after.startswith("و"):
            return None
        actor = self.reg.actors[match.values[0]]
        ordinary = self.tokens[i].text[1:] in self.words.ordinary and actor.id not in self.ids
        parted = match.end in self.blocked or not after.isalpha() or after.startswith("و")
        if ordinary and not parted:
            return None
        return self.add(i, match.end, match.clitic, actor, "name")

    def _seat(self, i: int, clitic: int) -> bool:
        """«في البيت الأبيض», «بالكرملين»: the house, not who sits there."""
        before = self.tokens[i - 1].text if i else ""
        return "ب" in self.tokens[i].text[:clitic] or before.lstrip("و") in self.words.inside

    def _of_one_state(self, end: int) -> bool:
        """«مجلس الأمن القومي», «مجلس الأمن البريطاني»: not the world's body of that name."""
        word = self.tokens[end].text if end < len(self.tokens) else ""
        if word in self.words.of_one_state:
            return True
        return word.startswith("ال") and bool(self.reg.adjective(word))

    def named_again(self, i: int) -> int | None:
        """A short name or an unlisted one of somebody named in full before."""
        return self._again(i) or self._unlinked_again(i) or self._surname(i)

    def _namesake(self, word: str) -> Actor | None:
        """«بارزاني» where the text has named Nechirvan Barzani: him, not the better known one."""
        name, actor = self.surnames.get(word, ((), None))
        alone = len(name) == 1 and word not in self.words.surname_of_one
        return actor if alone else None

    def _remember(self, actor: Actor, start: int, end: int) -> None:
        """Keeps the last word of a full name: «خالد مشعل» is «مشعل» from here on."""
        last = self.tokens[end - 1].text
        if len(last) < _SURNAME or last in self.words.ordinary:
            return
        before = self.tokens[end - 2].text
        name = (before, last) if before in self.words.name_with else (last,)
        _, other = self.surnames.get(name[0], (name, actor))
        same = other is not None and other.id == actor.id
        self.surnames[name[0]] = (name, actor if same else None)
        self.again.update(clitic + name[0] for clitic in _SURNAME_CLITICS)

    def _surname(self, i: int) -> int | None:
        """«مشعل» after «خالد مشعل»: alone, not within another's name («مشعل السلمي»)."""
        word = self.tokens[i].text
        for clitic in _SURNAME_CLITICS:
            name, actor = self.surnames.get(word[len(clitic) :], ((), None))
            if not word.startswith(clitic) or actor is None or of_a_nation(self, i, len(clitic)):
                continue
            end = i + len(name)
            if any(
                k >= len(self.tokens) or self.tokens[k].text != part
                for k, part in enumerate(name[1:], i + 1)
            ):
                continue
            before = self.tokens[i - 1].text if i else ""
            if (not clitic and is_given(before)) or name_follows(self, end):
                return None
            return self.add(i, end, len(clitic), actor, "name")
        return None

    def _again(self, i: int) -> int | None:
        """«أنان» after «كوفي أنان»: a surname too common to stand alone, its bearer once named."""
        match = self.reg.titled.at(self.tokens, i, CLITICS)
        if match is None:
            return None
        known = [self.reg.actors[a] for a in match.values if a in self.ids]
        if len(known) != 1:
            return None
        return self.add(i, match.end, match.clitic, known[0], "name")

    def _unlinked_again(self, i: int) -> int | None:
        word = self.tokens[i].text
        for clitic in ("", "و", "ب", "ل"):
            if word.startswith(clitic) and word[len(clitic) :] in self.unlinked:
                return self.add(i, i + 1, len(clitic), self.unlinked[word[len(clitic) :]], "name")
        return None

    def nation(self, i: int) -> int | None:
        """«الأميركيون», «الروس»: a nation's plural stands for its state."""
        word = self.tokens[i].text
        for clitic in ("", "و", "ب", "ل"):
            rest = word[len(clitic) :]
            if not word.startswith(clitic) or not rest.startswith("ال"):
                continue
            bare = rest[2:]
            if bare.endswith(NATION) and bare in self.reg.adjectives:
                actor = self.reg.state(self.reg.adjectives[bare])
                return self.add(i, i + 1, len(clitic), actor, "nation") if actor else None
        return None

    def institution(self, i: int) -> int | None:
        head = self.words.institutions.at(self.tokens, i, CLITICS)
        if head is None:
            return None
        state, end = self.adjective(head.end)
        if not state:
            return None
        actor = self.reg.state(state)
        if actor is None:
            return None
        self.add(i, end, head.clitic, actor, "name")
        while end < len(self.tokens) and self.tokens[end].text.startswith("وال"):
            state, after = self.adjective(end)  # «الاستخبارات الأميركية والروسية»
            actor = self.reg.state(state) if state else None
            if actor is None:
                break
            self.add(end, after, 1, actor, "name")
            end = after
        return end
