"""Deeds that a document tells more than once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extraction.deeds.deed import Deed

NEAR = 200  # deeds within which one may be told again
_COUNTRY, _GOVERNORATE = 6, 4  # UCDP where_prec
_ONCE = ("attack", "bombing", "chemical")  # what a town does not suffer every day


def same_deed(one: Deed, other: Deed) -> bool:
    """Told twice: same type and modality, same sentence or same place on overlapping days."""
    if one.type != other.type or one.modality != other.modality:
        return False
    if one.sentence == other.sentence:
        if one.type == "ASSAULT" and _of_another_day(one, other):
            return False
        return one.type in ("ASSAULT", "PROTEST") or one.mode == other.mode
    if other.claims:
        return False
    if one.place is None or other.place is None or one.place.id != other.place.id:
        return False
    return (
        one.date.first is not None and other.date.last is not None and one.date.last is not None
        and other.date.first is not None and one.date.first <= other.date.last
        and other.date.first <= one.date.last
    )  # fmt: skip


def _of_another_day(one: Deed, other: Deed) -> bool:
    """«قصفت القوات دوما أمس، وشن الطيران غارات على حرستا فجر اليوم»: two towns on two days."""
    if one.place is None or other.place is None or one.place.id == other.place.id:
        return False
    towns = max(one.place.precision, other.place.precision) < _GOVERNORATE
    sure = all(
        deed.date.basis == "clause" and deed.date.edtf[-1:].isdigit() for deed in (one, other)
    )
    apart = one.date.first is not None and one.date.start != other.date.start
    return towns and sure and apart and one.date.first != other.date.first


def undated(one: Deed, other: Deed) -> bool:
    """«منذ هجوم سروج»: an attack of no day told, where one there was told of before."""
    return _there(one, other) and other.date.basis == "none" and not other.claims


def without_repeats(deeds: Sequence[Deed]) -> list[Deed]:
    """The deeds but for what only speaks again, without a day, of an attack told with its day.

    Before this they say where the story is; a town is shelled every day, but not bombed so.
    """
    out: list[Deed] = []
    for deed in deeds:
        silent = deed.date.basis == "published" and deed.mode in _ONCE and not deed.claims
        near = range(max(0, len(out) - NEAR), len(out)) if silent else ()
        told = next((k for k in near if _with_its_day(out[k]) and _there(out[k], deed)), None)
        if told is None:
            out.append(deed)
        elif out[told].source is None:
            out[told] = replace(out[told], source=deed.source)
    return out


def _with_its_day(deed: Deed) -> bool:
    return deed.mode in _ONCE and deed.date.basis not in ("none", "published")


def _there(one: Deed, other: Deed) -> bool:
    """Whether both are attacks told alike at one place smaller than a country."""
    if one.type != "ASSAULT" or other.type != "ASSAULT" or one.modality != other.modality:
        return False
    place = other.place
    return (
        place is not None
        and one.place is not None
        and (one.place.id == place.id and place.precision < _COUNTRY)
    )
