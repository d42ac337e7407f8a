"""Who is named at a token of an English text: in full, by surname, in another spelling."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.english.spellings import middles_agree, spelt_otherwise
from dashboard.extraction.english.surnames import given_names, surnames
from dashboard.extraction.english.vocabulary import vocabulary
from dashboard.extraction.vocabulary.registry import registry
from dashboard.model import Actor
from dashboard.text import Folded, Word, fold_word

_HELD = timedelta(days=730)  # a surname alone is of somebody in office about then
ARTICLES = ("al", "el")
SON = ("bin", "ben", "ibn", "bint")
_HEADS = ("president", "king", "emir")
_PARTS, _SPELT = 7, 4  # tokens of a name, hyphens counted, and those that may be spelt else


class People:
    """The words of a document with whom it has named so far."""

    def __init__(
        self, tokens: Sequence[Word], folded: Folded, blocked: Collection[int], day: date | None
    ) -> None:
        self.tokens, self.folded, self.blocked, self.day = tokens, folded, blocked, day
        self.reg, self.words = registry(), vocabulary()
        self.found: list[Found] = []
        self.known: dict[str, Actor] = {}  # surname of somebody named before

    def capital(self, i: int) -> bool:
        """Whether the token at ``i`` begins with a capital."""
        if i >= len(self.tokens):
            return False
        begin, _ = self.folded.span(self.tokens[i].start, self.tokens[i].end)
        return self.folded.original[begin].isupper()

    def name_at(self, i: int) -> tuple[Actor, int] | None:
        """The person named in full or by surname at ``i``, a comma read over."""
        if i < len(self.tokens) and self.tokens[i].text == ",":
            i += 1
        listed = self.listed(i) if self.capital(i) else None
        if listed is not None and listed[0].kind == "person":
            return listed
        if self.at(i) in ARTICLES and self.at(i + 1) == "-":
            i += 2  # «President al-Sisi»
        if not self.capital(i):
            return None
        for end in range(min(len(self.tokens), i + _PARTS), i, -1):
            if not all(self.capital(k) or self.tokens[k].text == "-" for k in range(i, end)):
                continue
            if end - i == 1 and (self.at(end) in (*SON, *ARTICLES) or self.more(end)):
                continue  # «Bashar» of «Bashar Assad», «Ashraf» of «Ashraf al-Qudra»
            actor_ = self._bearer(i, end)
            if actor_ is not None:
                return actor_, end
        return self.respelt(i)

    def at(self, k: int) -> str:
        """The token at ``k``, "" behind the last."""
        return self.tokens[k].text if 0 <= k < len(self.tokens) else ""

    def more(self, k: int) -> bool:
        """Whether a name goes on at ``k``: another word with a capital, no title and no date."""
        if k >= len(self.tokens) or k in self.blocked or not self.capital(k):
            return False
        word = self.tokens[k].text
        return word.isalpha() and word not in self.words.titles | self.words.lands

    def respelt(self, i: int) -> tuple[Actor, int] | None:
        """«Fayez Al-Serraj»: all of a run of capitals, a name of the list in another spelling."""
        end = i
        while end < min(len(self.tokens), i + _PARTS) and (
            self.capital(end) or self.tokens[end].text in ("-", "al", "el")
        ):
            end += 1
        if i < len(self.tokens) and self.tokens[i].text in self.words.honorifics:
            i += 1  # «Sayyed Hasan Nasrallah»
        known = self._known(i, end) if end - i > 1 else None
        if known is not None:
            return known, end
        for stop in range(end, i + 1, -1):
            if not self.capital(stop - 1) or self.at(stop - 1) in ARTICLES:
                continue
            if stop < end and self.tokens[stop].text.isalpha() and stop not in self.blocked:
                break  # «Sayyed Hasan» within a longer name
            a, b = self.folded.span(self.tokens[i].start, self.tokens[stop - 1].end)
            who = spelt_otherwise(self.folded.original[a:b])
            if who:
                return self.reg.actors[who], stop
        return None

    def listed(self, i: int) -> tuple[Actor, int] | None:
        """Whom the list names so at ``i``, in this spelling or another, and the next token."""
        tables = (self.reg.names, self.words.also_named)
        found = [m for names in tables if (m := names.at(self.tokens, i)) and len(m.values) == 1]
        if found:
            longest = max(found, key=lambda m: m.end)
            return self.reg.actors[longest.values[0]], longest.end
        near = list(self.tokens[i : i + _PARTS])
        if self.at(i + 2) == "." and len(self.at(i + 1)) == 1:  # «Matthew H. Tueller»
            match = self.reg.names.at([near[0], *near[3:]], 0)
            if match is not None and len(match.values) == 1 and match.end > 1:
                return self.reg.actors[match.values[0]], i + match.end + 2
        for k, token in enumerate(near[:_SPELT]):
            for spelling in self.words.spellings.get(token.text, ()):
                respelt = [*near[:k], token._replace(text=spelling), *near[k + 1 :]]
                match = self.reg.names.at(respelt, 0)
                if match is not None and len(match.values) == 1 and match.end > k:
                    return self.reg.actors[match.values[0]], i + match.end
        return None

    def _known(self, i: int, end: int) -> Actor | None:
        """«Abdul Mahdi» once Adil Abdul-Mahdi was named."""
        named = self.known.get(self.tokens[end - 1].text)
        if end - i == 1:
            return named
        texts = {token.text for token in self.tokens[i:end]} - {"-"}
        for actor in (named, *self.known.values()) if len(texts) > 1 else (named,):
            if actor is not None and texts <= set(fold_word(actor.name).replace("-", " ").split()):
                return actor  # «Ould Cheikh» once Ismail Ould Cheikh Ahmed was named
        return None

    def _bearer(self, i: int, end: int) -> Actor | None:
        """Who is meant by «Sergei Lavrov» or «Lavrov» where the list spells the first name else."""
        last = self.tokens[end - 1].text
        if (known := self._known(i, end)) is not None:
            return known
        ids = surnames().get(last, ())
        if len(ids) > 1 and end - i == 1 and last not in self.words.lands:
            ids = tuple(w for w in ids if self.in_office(self.reg.actors[w]))
            heads = [w for w in ids if self._leads(w)]
            ids = (heads[0],) if len(heads) == 1 else ids  # «Abbas», the president
        if len(ids) > 1 and end - i > 1:
            ids = tuple(w for w in ids if self.reg.actors[w].name[:3].lower() == self.at(i)[:3])
        if len(ids) != 1:
            return None
        actor = self.reg.actors[ids[0]]
        if end - i > 1:
            parts = fold_word(actor.name).replace("-", " ").split()
            within = {token.text for token in self.tokens[i:end]} - {"-"} <= set(parts)
            alike = parts[0][:3] == self.tokens[i].text[:3] and middles_agree(
                " ".join(token.text for token in self.tokens[i:end] if token.text != "-"),
                actor.name,
            )
            return actor if alike or within else None  # «Javad Zarif»
        return actor

    def in_that_office(self, i: int, office: str) -> tuple[Actor, int] | None:
        """«President Hadi»: of those of one surname the one who held the office then."""
        if i >= len(self.tokens) or not self.capital(i) or self.day is None:
            return None
        ids: Collection[str] = surnames().get(self.tokens[i].text, ())
        if self.tokens[i - 1].text in self.words.royal:
            ids = given_names().get(self.tokens[i].text, ())
        held = [
            who for who in ids
            if any(t.office == office for t in self.reg.offices(who, self.day))
        ]  # fmt: skip
        if len(held) > 1:  # «King Abdullah», not the Sultan
            title = self.tokens[i - 1].text
            held = [w for w in held if fold_word(self.reg.actors[w].name).startswith(title)]
        return (self.reg.actors[held[0]], i + 1) if len(held) == 1 else None

    def _leads(self, who: str) -> bool:
        """Whether somebody is the head of a state on the day of the text."""
        held = self.reg.offices(who, self.day) if self.day is not None else ()
        return any(t.office in _HEADS for t in held)

    def in_office(self, actor: Actor) -> bool:
        """Whether somebody held an office about the day of the text."""
        if self.day is None:
            return True
        return any(
            t.first - _HELD <= self.day <= (t.last if t.last.year > 9990 else t.last + _HELD)
            for t in self.reg.offices(actor.id, None)
        )
