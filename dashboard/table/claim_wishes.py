"""What an analyst wishes of an event's casualty claims: changed, taken away, or added.

A claim is known by its span and kind. An added claim has its words from the event's sentence, found
there letter by letter, so that it stands on evidence as every other does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from dashboard.model import ClaimKind, ClaimScope, ClaimUnit
from dashboard.table.wishes import CorrectionError, Value, actor

Row = Mapping[str, Any]

FIGURES = ("low", "best", "high")
DETAILS = ("scope", "victims", "asserted_by", "asserted_by_ar")
CLAIM = ("start", "end", "kind", "text", "unit", "approximate", *FIGURES, *DETAILS)
"""What the log keeps of a claim: enough to find it again, to change it and to say it."""
CHANGED = ("kind", "unit", "approximate", *FIGURES, *DETAILS)
"""What of a claim a correction changes, where it says it."""
KINDS: tuple[str, ...] = get_args(ClaimKind)
SCOPES: tuple[str, ...] = get_args(ClaimScope)

_THOUSANDS = re.compile(r"[,٬\s]")
_MOST = 10**9
_VALUES: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS, "scope": SCOPES, "unit": get_args(ClaimUnit)
}  # fmt: skip


def claims(wish: Sequence[Row], event: Row) -> Value:
    """What is to become of the claims that ``wish`` changes, takes away or adds.

    A wish names a claim by ``start``, ``end`` and ``kind`` and says ``removed``, or some of
    ``low``/``best``/``high`` (whole numbers or their digits, ``None`` or "" for an open bound),
    ``as_kind``, ``scope``, ``victims``, ``asserted_by`` and ``approximate``. One with ``added``
    gives the claim's words as ``text``. In what is returned ``of`` is the kind by which a changed
    claim is found.
    """
    changed = [_changed(w, event) for w in wish if not w.get("added")]
    added = [_added(w, event) for w in wish if w.get("added")]
    return [claim for claim in [*changed, *added] if claim is not None]


def present(event: Row, now: Value) -> Value:
    """What stands against the claims of ``claims``: the claim as it is, ``None`` for an added."""
    return [None if claim.get("added") else _kept(_of(claim, event)) for claim in now]


def same_claim(one: Row, other: Row) -> bool:
    """Whether two rows are the claim of one span and kind."""
    return all(one[name] == other[name] for name in ("start", "end", "kind"))


def meant(there: Sequence[Any], changed: Row) -> Any:
    """The claim that a change is about; after a new reading its words find it again, else nothing
    does (``None``)."""
    known = {**changed, "kind": changed.get("of", changed["kind"])}
    words = (known["kind"], known["text"])
    alike = (c for c in there if (c["kind"], c["text"]) == words)
    return next((c for c in there if same_claim(c, known)), None) or next(alike, None)


def spot(text: str, event: Row) -> tuple[int, int] | None:
    """Where words stand in the event's sentence, as offsets of its document."""
    at = str(event["quote"]).find(text)
    if not text or at < 0:
        return None
    start = int(event["char_start"]) + at
    return start, start + len(text)


def _kept(claim: Row) -> Value:
    return {name: claim.get(name, "") for name in CLAIM}


def _of(wished: Row, event: Row) -> Row:
    known = {**wished, "kind": wished.get("of", wished["kind"])}
    claim = next((c for c in event["claims"] or () if same_claim(c, known)), None)
    if claim is None:
        raise CorrectionError(
            "claim", "this figure is no longer part of the event; open the event again"
        )
    found: Row = claim
    return found


def _changed(wished: Row, event: Row) -> Value | None:
    claim = _of(wished, event)
    was = _kept(claim) | {"of": claim["kind"]}
    if wished.get("removed"):
        return was | {"removed": True}
    text = str(claim["text"])
    now = was | {n: count(wished[n], text) for n in FIGURES if n in wished}
    now |= _details(wished, claim)
    if now == was:
        return None
    _checked(now, text)
    return now


def _added(wished: Row, event: Row) -> Value | None:
    text = str(wished.get("text") or "").strip()
    figures = {n: count(wished.get(n), text) for n in FIGURES}
    if not text and all(n is None for n in figures.values()):
        return None  # a form left alone
    where = spot(text, event)
    if where is None:
        raise CorrectionError(
            "words",
            f"«{text}» is not in the event's sentence; copy the words of the figure from it, "
            "letter by letter",
            value=text,
        )
    if figures["best"] is not None and figures["low"] is None and figures["high"] is None:
        # One number and no bound is an exact count, as a text that says «14 قتيلاً» is read.
        figures = dict.fromkeys(FIGURES, figures["best"])
    _checked(figures, text)
    plain = {"kind": KINDS[0], "scope": SCOPES[0], "unit": "people", "approximate": False}
    plain |= dict.fromkeys(("victims", "asserted_by", "asserted_by_ar"), "")
    made = {"start": where[0], "end": where[1], "text": text, **plain, **figures}
    made |= _details(wished, plain)
    if any(same_claim(c, made) for c in event["claims"] or ()):
        raise CorrectionError(
            "there",
            f"«{text}» is counted as {made['kind']} already; correct that figure instead",
            value=text,
        )
    return _kept(made) | {"added": True}


def _details(wished: Row, claim: Row) -> dict[str, Value]:
    """Kind, scope, victims, who says it and «about», where the wish has them."""
    out: dict[str, Value] = {}
    for name, asked in (("kind", "as_kind"), ("scope", "scope"), ("unit", "unit")):
        if asked in wished:
            out[name] = _one_of(name, str(wished[asked]))
    if "victims" in wished:
        out["victims"] = " ".join(str(wished["victims"] or "").split())
    if "approximate" in wished:
        out["approximate"] = bool(wished["approximate"])
    if "asserted_by" in wished:
        said = " ".join(str(wished["asserted_by"] or "").split())
        if not said:
            out |= {"asserted_by": "", "asserted_by_ar": ""}
        elif said not in (claim["asserted_by"], claim["asserted_by_ar"]):
            found = actor(said)
            out |= {"asserted_by": found.name, "asserted_by_ar": found.name_ar}
    return out


def _one_of(name: str, value: str) -> str:
    if value not in _VALUES[name]:
        known = ", ".join(_VALUES[name])
        raise CorrectionError(
            "value", f"«{value}» is no {name} of a claim; choose one of {known}",
            value=value, known=known,
        )  # fmt: skip
    return value


def count(given: object, text: str) -> int | None:
    """A whole number of people from what was typed, ``None`` for an empty field."""
    said = str(given if given is not None else "").strip()
    digits = _THOUSANDS.sub("", said)
    if not said:
        return None
    if not digits.isdecimal() or int(digits) > _MOST:
        raise CorrectionError(
            "figure",
            f"«{text}»: «{said}» is no count of people; give whole numbers from 0, "
            "or leave the field empty for an open bound",
            text=text, value=said,
        )  # fmt: skip
    return int(digits)


def _checked(figures: Mapping[str, Any], text: str) -> None:
    given = [n for name in FIGURES if (n := figures[name]) is not None]
    if not given:
        raise CorrectionError(
            "no_figure", f"«{text}» has no figure left: give one, or reject the event", text=text
        )
    if given != sorted(given):
        said = " / ".join("…" if figures[n] is None else str(figures[n]) for n in FIGURES)
        raise CorrectionError(
            "order",
            f"«{text}»: {said} do not rise; the low figure is at most the best, "
            "the best at most the high",
            text=text, value=said,
        )  # fmt: skip
