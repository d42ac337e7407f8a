"""Actors told in English by a post of theirs: «the US ambassador to Iraq», «the French diplomat»,
«Washington's top diplomat», «Sudan's warring parties»."""

from __future__ import annotations

from datetime import date

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.ministers import state_at
from dashboard.extraction.english.people import ARTICLES, People
from dashboard.extraction.english.vocabulary import syntax_words
from dashboard.extraction.vocabulary.lexicon import lexicon
from dashboard.model import Actor
from dashboard.text import fold_word

TOLD = 12  # actors back to him who is called by his office alone
_PARTICLES = (*ARTICLES, "bin", "abu", "de")
_UN = "united-nations"
_POSTED = ("to", "for", "in")  # the land where an envoy or ambassador is


class Posts(People):
    """The ways in which an actor is told by a post and a land."""

    def _add(self, start: int, end: int, actor: Actor, via: str, office: str = "") -> int:
        if actor.kind == "person":
            parts = [fold_word(part) for part in actor.name.replace("-", " ").split()]
            royal = parts[0] in self.words.royal and len(parts) > 1
            self.known[parts[1] if royal else parts[-1]] = actor
            if self.tokens[end - 1].text not in self.words.lands and not royal:
                self.known[self.tokens[end - 1].text] = actor
        self.found.append(Found(start, end, 0, actor, via, office))
        return end

    def _of(self, i: int) -> tuple[str, int]:
        """The state or body of a demonym at ``i`` and the next token; "" for none."""
        match = self.words.demonyms.at(self.tokens, i)
        if match is None and self.capital(i):
            land, end = state_at(self.tokens, i)  # «Ethiopia's prime minister»
            owns = self.at(end) in ("'", "’") and self.at(end + 1) == "s"
            if owns and land is not None and land.kind == "state":
                return land.side, end + 2
        if match is None or not self.capital(i):
            return "", i
        end = match.end
        if end + 1 < len(self.tokens) and self.tokens[end].text in ("'", "’"):
            end += 2  # «Russia's»
        return match.values[0], end

    def _at_war(self, i: int) -> int | None:
        """«Yemen's warring parties», «the warring parties in Sudan»: both sides of the war."""
        state, k = self._of(i)
        if self.at(k) != "warring" or self.at(k + 1) not in syntax_words("parties_to_a_war"):
            return None
        end = k + 2
        if not state and self.at(end) in ("in", "of", "from"):
            land, end = state_at(self.tokens, end + 1)
            state = land.side if land is not None else ""
        since, sides = lexicon().at_war.get(state, (date.max, ()))
        if self.day is None or self.day < since:
            return None
        for n, side in enumerate(sides):
            self._add(k + n, k + n + 1, self.reg.actors[side], "delegation")
        return end

    def _by_trade(self, i: int) -> int | None:
        """«the French diplomat», «the Sudanese leader»: who of that land was named before.

        «the top Iranian diplomat», «Washington's top diplomat» is the foreign minister.
        """
        k, top = i, False
        city = self.words.capitals.at(self.tokens, i)
        state = ""
        if city is not None and self.at(city.end) in ("'", "’") and self.at(city.end + 1) == "s":
            state, k = city.values[0], city.end + 2
        while self.at(k) == "top" or (not state and self._of(k)[0]):
            top = top or self.at(k) == "top"
            state, k = (state, k + 1) if self.at(k) == "top" else self._of(k)
        offices = self.words.trades.get(self.at(k))
        owned = self.at(k + 1) in ("'", "’", "-") or self.more(k + 1)
        if not state or offices is None or owned or self.at(k + 1) in ("of", "for", "to"):
            return None
        chief = self.reg.holder("foreign-minister", state, self.day)
        if top and self.at(k) == "diplomat" and chief is not None:
            return self._add(i, k + 1, chief, "title", "foreign-minister")
        for sides in ((state,), (_UN,)):  # «the Lebanese diplomat», an envoy of the UN
            for before in reversed(self.found[-TOLD:]):
                who, own = before.actor, self.reg.offices(before.actor.id, self.day)
                held = {before.office, *(t.office for t in own)} - {""}
                held = {office for office in held if any(part in office for part in offices)}
                if who.kind == "person" and who.side in sides and held:
                    return self._add(i, k + 1, who, "title", before.office)
        return None

    def _envoy(self, i: int) -> int | None:
        """«the US ambassador to Iraq, Matthew Tueller»; without a name his state."""
        state, k = self._of(i)
        if not state:
            return None
        while self.at(k) in syntax_words("envoy_opens"):
            k += 1
        if self.at(k) not in syntax_words("envoy"):
            return None
        k += 1
        end = self._posted(k, named=False)
        for begin in (
            end,
            end + self.more(end),
        ):  # «Special Representative for Syria Engagement James Jeffrey»
            if (name := self.name_at(begin)) is not None:
                return self._add(i, name[1], name[0], "name", "ambassador")
        if (unlisted := self._unlisted(i, end, state, "ambassador")) is not None:
            return unlisted
        land = self.reg.state(state) if end > k else None
        return self._add(i, end, land, "delegation") if land is not None else None

    def _posted(self, end: int, *, named: bool = True) -> int:
        """The token after «to Iraq» of «the ambassador to Iraq Matthew Tueller», or ``end``."""
        if self.at(end) not in _POSTED:
            return end
        k = end + 1 + (self.at(end + 1) == "the")
        land, stop = state_at(self.tokens, k)
        if land is None and (city := self.words.capitals.at(self.tokens, k)) is not None:
            stop = city.end
        if stop == k or not self.capital(k):
            return end
        return stop if not named or self.name_at(stop) is not None else end

    def _unlisted(self, i: int, end: int, of: str, office: str) -> int | None:
        """A titled person who is not in the list, by the name the text gives."""
        begin = end + 1 if end < len(self.tokens) and self.tokens[end].text == "," else end
        k = begin
        while (
            k < len(self.tokens)
            and k - begin < 4
            and self.tokens[k].text.isalpha()
            and (self.capital(k) or (k > begin and self.tokens[k].text in _PARTICLES))
        ):
            k += 1
            if k + 1 < len(self.tokens) and self.tokens[k].text == "-":
                k += 1
        if k > begin and self.tokens[k - 1].text == "-":
            return None
        if self.at(begin) in ARTICLES and k - begin <= 3:
            return None
        if not 2 <= k - begin <= 5 or any(b in self.blocked for b in range(begin, k)):
            return None
        if any(self.tokens[b].text in self.words.titles for b in range(begin, k)):
            return None
        first, last = self.folded.span(self.tokens[begin].start, self.tokens[k - 1].end)
        name = " ".join(self.folded.original[first:last].split())
        slug = "-".join(self.tokens[b].text for b in range(begin, k) if self.tokens[b].text != "-")
        return self._add(i, k, Actor(f"unlinked:{slug}", name, name, "person", of), "title", office)
