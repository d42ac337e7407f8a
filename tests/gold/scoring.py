"""Extractions against labels: what is right, wrong and missed, by the project's conventions.

A claim is right when kind and bounds agree and the spans share words; a meeting when place and
days agree and two of its participants (the one, where there is one) are named. Labels marked
uncertain are neither missed nor wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.model import CasualtyClaim, DateMention, Event, Extraction

Label = Mapping[str, Any]


@dataclass(frozen=True)
class Score:
    """How many are right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 1 where there was nothing to find."""
        all_of_it = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / all_of_it if all_of_it else 1.0


def _match(
    found: Iterable[Any], labels: Sequence[Label], same: Callable[[Any, Label], bool]
) -> Score:
    free = list(labels)
    right = wrong = 0
    for item in found:
        label = next((known for known in free if same(item, known)), None)
        if label is None:
            wrong += 1
            continue
        free.remove(label)
        right += not label.get("uncertain")
    return Score(right, wrong, sum(not known.get("uncertain") for known in free))


def _shares_words(text: str, label: Label) -> bool:
    return text in label["text"] or label["text"] in text


def _days(item: Any) -> tuple[str | None, str | None]:
    return tuple(day.isoformat() if day else None for day in (item.first, item.last))  # type: ignore[return-value]


def _same_date(mention: DateMention, label: Label) -> bool:
    return _shares_words(mention.text, label) and _days(mention) == (label["first"], label["last"])


def _same_figure(claim: CasualtyClaim, label: Label) -> bool:
    figures = ("kind", "low", "high")
    return all(getattr(claim, name) == label[name] for name in figures)


def _same_claim(claim: CasualtyClaim, label: Label) -> bool:
    return _same_figure(claim, label) and _shares_words(claim.text, label)


def _same_meeting(event: Event, label: Label) -> bool:
    names, wanted = {p.name for p in event.participants}, set(label["participants"])
    return (
        len(names & wanted) >= min(2, len(wanted))
        and (event.place.name if event.place else None) == label["place"]
        and _happened(event, label)
    )


def _happened(event: Event, label: Label) -> bool:
    """The same days, as ``extract`` gives them: none where only the report has a day."""
    days = (None, None) if event.date.basis == "published" else _days(event.date)
    return days == (label["first"], label["last"])


def dates(found: Extraction, labels: Sequence[Label]) -> Score:
    """Dates with days; durations and references have none and are not scored."""
    return _match(
        [d for d in found.dates if d.first], [x for x in labels if x["first"]], _same_date
    )


def casualties(found: Extraction, labels: Sequence[Label]) -> Score:
    """Claims; one that a document repeats counts once."""
    kept: list[CasualtyClaim] = []
    for claim in found.claims:
        exact = any(_same_claim(claim, label) for label in labels)
        again = any(_same_figure(claim, label) for label in labels)
        if exact or not again:
            kept.append(claim)
    return _match(kept, labels, _same_claim)


def meetings(found: Extraction, labels: Sequence[Label]) -> Score:
    """Encounters (CONSULT events)."""
    return _match([e for e in found.events if e.event_type == "CONSULT"], labels, _same_meeting)


def attack_told(found: Extraction, label: Label) -> Event | None:
    """The attack that the events tell of where a label has its word, one that happened if any.

    An event covers its sentence: one told as made beside one that is not counts as told here.
    """
    here = [
        e for e in found.events
        if e.event_type == "ASSAULT" and e.start < label["end"] and label["start"] < e.end
    ]  # fmt: skip
    made = [e for e in here if e.modality == "actual"]
    return (made or here or [None])[0]


def day_of_attack(event: Event, label: Label) -> str:
    """Whether our day is "right" (within the label's) or "wrong"; "open" where it is uncertain."""
    sure = event.date.basis not in ("published", "none") and event.date.edtf[-1:].isdigit()
    if not sure or "first" not in label:
        return "open"
    first, last = _days(event.date)
    within = label["first"] and first and last and label["first"] <= first <= last <= label["last"]
    return "right" if within else "wrong"
