"""Actors in English text: names by their capital, offices with their state, surnames after them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.ministers import several
from dashboard.extraction.english.people import ARTICLES, SON
from dashboard.extraction.english.posts import TOLD, Posts
from dashboard.extraction.english.surnames import THRONES
from dashboard.extraction.english.vocabulary import syntax_words
from dashboard.text import Folded, Word

_LOCATIVE = frozenset((
    "in", "near", "at", "outside", "across", "around", "inside", "throughout", "visit", "visits",
    "visited", "visiting", "toured", "reached", "left", "reach", "into", "leave", "leaving",
    "entered", "entering",
))  # fmt: skip
_NOT_ALONE = ("of", "for", "-", "s", "'", "’")
_DATELINE = 6  # words from the city to the dash, an agency and a day between
_GONE = 5  # words from «visit» to the land, «to the» between
_SHORTEST = 4  # letters of a surname that may stand alone
_CLOSED = frozenset(("of", "the", "for", "to", "and", "in", "on", "at", "a", "with", "from", "by"))


def find_english_actors(
    tokens: Sequence[Word], folded: Folded, blocked: Collection[int], published: date | None
) -> list[Found]:
    """The actors of an English document in text order; ``blocked`` tokens belong to dates."""
    reader = _Reader(tokens, folded, blocked, published)
    i = 0
    while i < len(tokens):
        begins = reader.capital(i) or tokens[i].text in reader.words.small_opening
        i = reader.step(i, small=not reader.capital(i)) if i not in blocked and begins else i + 1
    return reader.found


class _Reader(Posts):
    """The ways in which an actor is named at a token."""

    def step(self, i: int, *, small: bool) -> int:
        """Reads an actor at ``i``, if any, and returns the next token; ``small`` in lower case."""
        if small:
            return self._several(i) or self._told_of(i) or self._by_trade(i) or i + 1
        ways = (
            self._several,
            self._titled,
            self._by_trade,
            self._envoy,
            self._named,
            self._surname,
            self._land,
            self._capital,
        )
        return next(filter(None, (way(i) for way in ways)), i + 1)

    def _several(self, i: int) -> int | None:
        """«Foreign ministers of Russia, Turkey and Iran»: those who held the office."""
        if (end := self._at_war(i)) is not None:
            return end
        for start, end, actor, office in several(self.tokens, i, self.day):
            self._add(start, end, actor, "office", office)
        return self.found[-1].end if self.found and self.found[-1].start >= i else None

    def _told_of(self, i: int) -> int | None:
        """«the king», «the prime minister»: who was named before with that office."""
        title = self.reg.titles.at(self.tokens, i) if self.at(i - 1) == "the" else None
        if title is None or self.at(title.end) in _NOT_ALONE or self.more(title.end):
            return None
        for before in reversed(self.found[-TOLD:]):
            if before.actor.kind != "person":
                continue
            held = {before.office, *(t.office for t in self.reg.offices(before.actor.id, self.day))}
            if held & set(title.values):
                return self._add(i, title.end, before.actor, "title", title.values[0])
        return None

    def _titled(self, i: int) -> int | None:
        """«US Secretary of State John Kerry», «the Russian foreign minister», «UN chief»."""
        fixed = self.reg.fixed.at(self.tokens, i)
        if fixed is not None:
            office, of = fixed.values[0]
            return self._holder(i, fixed.end, office, of)
        state, k = self._of(i)
        body = self.words.offices.get(state) if k < len(self.tokens) else None
        office_ = body.at(self.tokens, k) if body is not None else None
        if office_ is not None:
            return self._holder(i, office_.end, office_.values[0], state)
        while state and self.at(k) in syntax_words("title_opens"):
            k += 1  # «Lebanon's caretaker prime minister»
        title = self.reg.titles.at(self.tokens, k) if k < len(self.tokens) else None
        if title is None or not self.tokens[k].text.isascii():
            if state and self._before_these(k, self.words.counterpart):
                return self._counterpart(i, k, state)
            if state and self._before_these(k, self.words.sent):
                land = self.reg.state(state)
                alone = self.tokens[k].text in self.words.sent
                return self._add(i, k + alone, land, "delegation") if land else None
            return self._led(i, k, state)
        if not state:
            name = self.name_at(title.end) or self.in_that_office(title.end, title.values[0])
            if name is not None:
                return self._add(i, name[1], name[0], "name", title.values[0])
            return self._unlisted(i, title.end, "", title.values[0])
        if k and self.tokens[k - 1].text in ("deputy", "former", "ex"):
            return None
        return self._holder(i, title.end, title.values[0], state)

    def _holder(self, i: int, end: int, office: str, of: str) -> int | None:
        end = self._posted(end)
        name = (self.in_that_office(end, office) if office in THRONES else None) or (
            self.name_at(end)
        )
        if name is not None:
            return self._add(i, name[1], name[0], "name", office)
        unlisted = self._unlisted(i, end, of, office)
        if unlisted is not None:
            return unlisted
        holder = self.reg.holder(office, of, self.day)
        return self._add(i, end, holder, "office", office) if holder else None

    def _led(self, i: int, k: int, state: str) -> int | None:
        """«UN envoy Staffan de Mistura», «Hezbollah leader Hassan Nasrallah»: titles in between."""
        end = k
        while state and end < min(len(self.tokens), k + 4) and not self.capital(end):
            if self.tokens[end].text not in self.words.titles | _CLOSED:
                return None
            end += 1
        name = self.name_at(end) if end > k else None
        return self._add(i, name[1], name[0], "name") if name else None

    def _before_these(self, k: int, these: frozenset[str]) -> bool:
        """«Russian counterpart», and «Turkish and Iranian counterparts» of the first too."""
        if k + 1 < len(self.tokens) and self.tokens[k].text == "and":
            _, k = self._of(k + 1)
        return k < len(self.tokens) and self.tokens[k].text in these

    def _counterpart(self, i: int, k: int, state: str) -> int | None:
        """«his Russian counterpart»: who held the office of the person named last."""
        alone = self.tokens[k].text in self.words.counterpart
        name = self.name_at(k + 1) if alone else None
        if name is not None:
            return self._add(i, name[1], name[0], "name")
        for before in reversed(self.found[-6:]):
            if before.actor.kind != "person" or before.via == "counterpart":
                continue
            held = [before.office] if before.office else []
            held += [t.office for t in self.reg.offices(before.actor.id, self.day)]
            for office in held:
                holder = self.reg.holder(office, state, self.day)
                if holder is not None and holder.id != before.actor.id:
                    return self._add(i, k + alone, holder, "counterpart", office)
            return None
        return None

    def _named(self, i: int) -> int | None:
        listed = self.listed(i) or self.respelt(i)
        if listed is None:
            return None
        actor, end = listed
        if self.at(end) in ("'", "’") and self.at(end + 1) == "a":
            return None  # «Sana'a» is no SANA
        if actor.kind == "state" and self._locative(i):
            return end
        return self._add(i, end, actor, "name")

    def _surname(self, i: int) -> int | None:
        """«Lavrov» once he was named, or where one man in office bears the name."""
        text = self.tokens[i].text
        if i and self.tokens[i - 1].text in SON:
            return None  # «Sheikh Mohammed bin Abdulrahman»: within another's name
        if text in self.known:
            follows = i + 1 < len(self.tokens) and self.capital(i + 1)
            if not (follows and self.tokens[i + 1].text.isalpha()) or self._titled_before(i):
                return self._add(i, i + 1, self.known[text], "name")
            return None
        name = self.name_at(i)
        if name is None or (name[1] - i > 1 and name[0].kind != "person"):
            return None
        actor, end = name
        article = 2 * (text in ARTICLES and self.at(i + 1) == "-")
        text = self.at(i + article)
        if end - i - article > 1:
            return self._add(i, end, actor, "name")
        j = i - 1
        while j > 0 and self.tokens[j].text in ("-", *ARTICLES):
            j -= 1
        before = self.capital(j) if i else False  # «Sabah al-Ahmad al-Jaber»
        after = self.capital(end) if end < len(self.tokens) else False
        if len(text) < _SHORTEST or (before and not self._titled_before(i)) or after:
            return None
        if self.at(i - 1) != "," and self._locative(i):
            return None  # «in Muscat»: no Joseph Muscat, but «In Muscat, Lavrov said»
        return self._add(i, end, actor, "name") if self.in_office(actor) else None

    def _titled_before(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].text in self.words.titles

    def _land(self, i: int) -> int | None:
        """«the United States», «Turkey»: a state that acts, not where something was."""
        match = self.words.states.at(self.tokens, i)
        if match is None:
            return None
        code = match.values[0]
        actor = self.reg.state(code)
        if actor is None or (actor.kind == "state" and self._locative(i)):
            return match.end
        owner = self.words.demonyms.at(self.tokens, i)
        follows = match.end < len(self.tokens) and self.capital(match.end)
        if follows and owner is not None and code in owner.values:
            return None  # «US Central Command»
        return self._add(i, match.end, actor, "name")

    def _capital(self, i: int) -> int | None:
        """«Moscow denied», where a verb follows: the government, not the city."""
        match = self.words.capitals.at(self.tokens, i)
        before = self.tokens[i - 1].text if i else ""
        struck = before in syntax_words("befalls_a_city")
        if match is None or struck or self._locative(i) or before in _CLOSED - {"and"}:
            return None
        if self._dateline(i, match.end) or not self._speaks(match.end):
            return match.end
        state = self.reg.state(match.values[0])
        return self._add(i, match.end, state, "capital") if state else None

    def _speaks(self, end: int) -> bool:
        """Whether a verb or «and» may follow: not the comma of «the Qatari capital, Doha, …»."""
        if self.at(end) in syntax_words("of_a_city"):
            return False  # «the Damascus suburb of Douma»
        return self.at(end).isalpha() or self.at(end) in ("'", "’", "-")

    def _dateline(self, i: int, end: int) -> bool:
        """«BEIRUT (AP) - Hariri …»: the city at the head of the text, before its dash or colon."""
        near = [token.text for token in self.tokens[end : end + _DATELINE]]
        return i == 0 and any(mark in near for mark in ("-", "–", "—", ":"))

    def _locative(self, i: int) -> bool:
        before = self.tokens[i - 1].text if i else ""
        if before in syntax_words("directions"):
            return True  # «a strike on southern Lebanon»
        if before == "the" and i > 1:
            before = self.tokens[i - 2].text
        if before == "to" and i > 1:
            gone = [t.text for t in self.tokens[max(0, i - _GONE) : i]]
            return any(word in syntax_words("goes") for word in gone)
        if before == "," and i > 2 and self.capital(i - 2):
            near = [token.text for token in self.tokens[max(0, i - _GONE) : i - 2]]
            there = _LOCATIVE | syntax_words("goes")
            return any(word in there for word in near)  # «in Geneva, Switzerland»
        return before in _LOCATIVE
