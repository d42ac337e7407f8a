"""What the lists of actors know of one: its kind, its side, the offices it held and when."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.model import Actor
from dashboard.ui import address, wording
from dashboard.ui.i18n import Catalogue

_UNESTABLISHED = date(2011, 1, 1)
"""The lists give this day where an office began before 2011 on a day not established."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office held of a state or organisation; ``None`` for an end the lists leave open."""

    office: str
    office_ar: str
    of: Actor | None
    first: date | None
    last: date | None


def known(actor_id: str) -> Actor | None:
    """The actor of the lists, ``None`` for one that only a document names."""
    # Loads much: only where it is needed.
    from dashboard.extraction.vocabulary.registry import registry

    return registry().actors.get(actor_id)


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Actor]:
    from dashboard.extraction.vocabulary.registry import registry

    return {actor.name: actor for actor in registry().actors.values()}


def named(name: str) -> Actor | None:
    """The actor of the lists with this English name."""
    return _by_name().get(name)


def side(code: str) -> Actor | None:
    """The state or organisation that a side's code stands for."""
    from dashboard.extraction.vocabulary.registry import registry

    return registry().state(code) if code else None


def offices(actor_id: str) -> list[Held]:
    """The offices an actor held, in order of time."""
    from dashboard.extraction.vocabulary.registry import registry

    found = []
    for tenure in sorted(registry().offices(actor_id, None), key=lambda t: (t.first, t.last)):
        english, arabic = _titles().get(tenure.office, (tenure.office, tenure.office))
        first = None if tenure.first == date.min else tenure.first
        last = None if tenure.last == date.max else tenure.last
        found.append(Held(english, arabic, registry().state(tenure.of), first, last))
    return found


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, tuple[str, str]]:
    path = address.root() / "data" / "actors" / "offices.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["office"]
    return {row["id"]: (row["name"], row["name_ar"]) for row in rows}


def in_words(held: Held, words: Catalogue) -> str:
    """One office as a line: the title, whose it is, its days; an uncertain first day is said."""
    arabic = words.language == "ar"
    title = held.office_ar if arabic else held.office
    if held.of is not None:
        of = held.of.name_ar if arabic else held.of.name
        title = words.text("actors.office", office=title, of=of)
    if held.first is None and held.last is None:
        return title
    days = wording.interval(held.first, held.last, words=words)
    if held.first == _UNESTABLISHED:
        days = words.text("actors.or_earlier", days=days)
    return words.text("actors.held", office=title, days=days)


def kind_and_side(actor_id: str, code: str, words: Catalogue) -> str:
    """What an actor is and to whom it belongs: «شخص · روسيا»; "" where nothing is known."""
    actor = known(actor_id)
    parts = [words.text(f"actors.kind.{actor.kind}")] if actor else []
    of = side(code or (actor.side if actor else ""))
    if of is not None and of.id != actor_id:
        parts.append(of.name_ar if words.language == "ar" else of.name)
    return " · ".join(parts)
