"""The known actors: names, states' adjectives and capitals, offices and who held them when."""

from __future__ import annotations

import csv
import itertools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.extraction.vocabulary.phrases import DATA, PhraseTable, key, load, table
from dashboard.model import Actor
from dashboard.text import fold_word

# Lists of names in other scripts: what Levantine papers write with غ, Egyptian ones write with ج.
_FOREIGN = frozenset(
    ("people_world", "people_usa_russia", "people_europe_asia", "people_international")
)
_GHAIN, _JIM, _ALONE = "غ", "ج", 6  # letters of a single name that may be written either way


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held: of a state (alpha-3) or organisation (id), both ends inclusive."""

    actor: Actor
    office: str
    of: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Shared:
    """A name of several actors: the words that speak for each, and who is meant without them.

    ``since``: who is meant from a day on.
    """

    default: str
    context: dict[str, PhraseTable[str]]
    since: dict[str, date]

    def without_context(self, day: date | None) -> str:
        """The actor meant on a day where no word speaks for one."""
        begun = [(first, who) for who, first in self.since.items() if day and first <= day]
        return max(begun)[1] if begun else self.default


@dataclass(frozen=True, slots=True)
class Registry:
    """Look-ups from surface forms to actors; built once a process from ``data/actors``."""

    actors: dict[str, Actor]
    names: PhraseTable[str]
    titled: PhraseTable[str]  # short names that count only after a title
    adjectives: dict[str, str]  # folded adjective without article -> alpha-3
    attached: dict[str, str]  # the same with article, «و», «ب» or «ل»
    compound_adjectives: PhraseTable[str]
    capitals: PhraseTable[str]
    states: dict[str, str]  # alpha-3 -> actor id
    titles: PhraseTable[str]
    fixed: PhraseTable[tuple[str, str]]
    tenures: dict[tuple[str, str], list[Tenure]]  # (office, of) -> who held it
    held: dict[str, list[Tenure]]  # actor id -> the offices held
    many: frozenset[str]
    short: dict[str, frozenset[str]]  # actor id -> the words its short names begin with
    shared: dict[frozenset[str], Shared]  # the actors of one name -> which is meant
    later: dict[str, tuple[date, Actor]]  # actor id -> what it is called from a day on
    known_until: date  # after this day nobody is known to hold an office still

    def holder(self, office: str, of: str, day: date | None) -> Actor | None:
        """Who held an office on a day, where exactly one person did.

        A tenure without an end lasts as long as the list of offices is known to be true.
        """
        if day is None or office in self.many:
            return None
        found = {
            t.actor.id: t.actor
            for t in self.tenures.get((office, of), ())
            if t.first <= day <= (t.last if t.last < date.max else self.known_until)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def offices(self, actor_id: str, day: date | None) -> list[Tenure]:
        """The offices an actor held on a day (all, when the day is unknown)."""
        return [t for t in self.held.get(actor_id, ()) if day is None or t.first <= day <= t.last]

    def called(self, actor: Actor, day: date | None) -> Actor:
        """An actor under the name it has on a day: the Julani of 2016 is the Sharaa of 2025."""
        first, other = self.later.get(actor.id, (date.max, actor))
        return other if day is not None and day >= first else actor

    def adjective(self, word: str) -> str:
        """The alpha-3 of «الروسي», «والروسية», «روسي»; "" for any other word."""
        return self.attached.get(word, "")

    def state(self, alpha3: str) -> Actor | None:
        """The state of an alpha-3 code, or the organisation of an id."""
        return self.actors.get(self.states.get(alpha3, alpha3))


def _rows() -> Iterator[dict[str, Any]]:
    for path in sorted((DATA / "actors").glob("*.toml")):
        with path.open("rb") as file:
            try:
                raw = tomllib.load(file)
            except tomllib.TOMLDecodeError as error:
                raise ValueError(f"{path}: {error}; correct the line") from error
        for row in raw.get("actor", []):
            yield {**row, "foreign": path.stem in _FOREIGN}
    for path in sorted((DATA / "actors").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                try:
                    yield {**_from_csv(row), "foreign": path.stem in _FOREIGN}
                except (KeyError, ValueError) as error:
                    raise ValueError(f"{path}:{number}: {error!r}; correct the row") from error


def _from_csv(row: dict[str, str]) -> dict[str, Any]:
    """A row of the long lists, in the form of a TOML entry.

    Names are parted by «|», offices by «;», each ``office@of:first/last`` with open ends empty.
    """
    entry: dict[str, Any] = dict(row)
    for names in ("aliases", "aliases_titled"):
        entry[names] = row[names].split("|") if row[names] else []
    entry["offices"] = []
    for held in filter(None, row["offices"].split(";")):
        office, rest = held.split("@")
        of, days = rest.split(":")
        first, last = days.split("/")
        tenure: dict[str, Any] = {"office": office, "of": of}
        if first:
            tenure["from"] = date.fromisoformat(first)
        if last:
            tenure["to"] = date.fromisoformat(last)
        entry["offices"].append(tenure)
    return entry


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry of ``data/actors``."""
    actors: dict[str, Actor] = {}
    names: PhraseTable[str] = PhraseTable()
    titled: PhraseTable[str] = PhraseTable()
    adjectives: dict[str, str] = {}
    compounds: PhraseTable[str] = PhraseTable()
    capitals: PhraseTable[str] = PhraseTable()
    states: dict[str, str] = {}
    tenures: list[Tenure] = []
    short: dict[str, frozenset[str]] = {}
    later: dict[str, tuple[date, Actor]] = {}
    known: set[str] = set()
    respelt: list[tuple[str, str]] = []
    for row in _rows():
        actor = Actor(row["id"], row["name"], row["name_ar"], row["kind"], row.get("side", ""))
        actors[actor.id] = actor
        if (now := row.get("called")) is not None:
            new = {field: now[field] for field in ("name", "name_ar", "side")}
            later[actor.id] = now["from"], replace(actor, **new)
            names.add(now["name_ar"], actor.id)
            names.add(now["name"], actor.id)
        for alias in (actor.name_ar, actor.name, *row.get("aliases", ())):
            names.add(alias, actor.id)
            known.add(alias)
            if row["foreign"] and actor.kind == "person" and _GHAIN in alias:
                respelt.append((alias.replace(_GHAIN, _JIM), actor.id))
        for alias in row.get("aliases_titled", ()):
            titled.add(alias, actor.id)
            short[actor.id] = short.get(actor.id, frozenset()) | {key(alias)[0]}
        for capital in row.get("capital_ar", ()):
            capitals.add(capital, actor.id)
        if actor.kind == "state":
            states[actor.side] = actor.id
        for form in row.get("adjectives", ()):
            folded = fold_word(form)
            if " " in folded:
                compounds.add("ال" + folded.replace(" ", " ال"), actor.side)
                compounds.add(folded, actor.side)
            else:
                adjectives.setdefault(folded, actor.side)
        for office in row.get("offices", ()):
            tenures.append(
                Tenure(
                    actor, office["office"], office["of"],
                    office.get("from", date.min), office.get("to", date.max),
                )
            )  # fmt: skip
    for alias, actor_id in respelt:
        if alias not in known and (" " in alias or len(alias) >= _ALONE):
            names.add(alias, actor_id)
    held: dict[str, list[Tenure]] = {}
    holders: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures:
        held.setdefault(tenure.actor.id, []).append(tenure)
        holders.setdefault((tenure.office, tenure.of), []).append(tenure)
    titles: PhraseTable[str] = PhraseTable()
    fixed: PhraseTable[tuple[str, str]] = PhraseTable()
    many: set[str] = set()
    with (DATA / "actors" / "offices.toml").open("rb") as file:
        offices = tomllib.load(file)
    for office in offices["office"]:
        for title in office.get("titles", ()):
            titles.add(title, office["id"])
        for title in office.get("fixed", ()):
            fixed.add(title, (office["id"], office["of"]))
        if office.get("several_holders"):
            many.add(office["id"])
    return Registry(
        actors, names, titled, adjectives, _attached(adjectives), compounds, capitals, states,
        titles, fixed,
        holders, held, frozenset(many), short, _shared(), later, offices["known_until"],
    )  # fmt: skip


def _attached(adjectives: dict[str, str]) -> dict[str, str]:
    """Every form of the adjectives: with «و», «ب» or «ل» before it, and with the article."""
    forms: dict[str, str] = {}
    for before in itertools.product(("", "و", "ب", "ل"), ("", "ال", "ل")):
        for bare, state in adjectives.items():
            forms.setdefault("".join(before) + bare, state)
    return forms


def _shared() -> dict[frozenset[str], Shared]:
    entries = load("actors/ambiguous.toml")["ambiguous"]
    return {
        frozenset(entry["actors"]): Shared(
            entry["default"],
            {who: table({"word": words}) for who, words in entry["context"].items()},
            entry.get("since", {}),
        )
        for entry in entries
    }
