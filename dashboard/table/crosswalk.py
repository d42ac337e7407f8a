"""What ACLED and UCDP GED would call an event, where they have such a thing.

Sources: ACLED Codebook (2023), sections "Event types" and "Fatalities"; UCDP GED Codebook 23.1,
variables ``date_prec``, ``where_prec``, ``low``, ``best`` and ``high``. Both count what happened,
never what is planned, demanded or denied, and a running total is no event's toll.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.model import CasualtyClaim, Event

_EXPLOSIONS = "Explosions/Remote violence"
_CIVILIANS = "Violence against civilians"
_STRATEGIC = "Strategic developments"

# (event type, mode) → ACLED event type, sub-event type. Where the mode does not say which kind of
# violence it was, ACLED's type is not guessed.
_ACLED: Mapping[tuple[str, str], tuple[str, str]] = {
    ("AGREE", ""): (_STRATEGIC, "Agreement"),
    ("PROTEST", ""): ("Protests", ""),
    ("PROTEST", "demo"): ("Protests", "Peaceful protest"),
    ("PROTEST", "riot"): ("Riots", "Violent demonstration"),
    ("ASSAULT", "aerial"): (_EXPLOSIONS, "Air/drone strike"),
    ("ASSAULT", "airstrike"): (_EXPLOSIONS, "Air/drone strike"),
    ("ASSAULT", "shelling"): (_EXPLOSIONS, "Shelling/artillery/missile attack"),
    ("ASSAULT", "missile"): (_EXPLOSIONS, "Shelling/artillery/missile attack"),
    ("ASSAULT", "explosives"): (_EXPLOSIONS, "Remote explosive/landmine/IED"),
    ("ASSAULT", "bombing"): (_EXPLOSIONS, "Remote explosive/landmine/IED"),
    ("ASSAULT", "suicide-attack"): (_EXPLOSIONS, "Suicide bomb"),
    ("ASSAULT", "chemical"): (_EXPLOSIONS, "Chemical weapon"),
    ("ASSAULT", "clash"): ("Battles", "Armed clash"),
    ("ASSAULT", "abduct"): (_CIVILIANS, "Abduction/forced disappearance"),
    ("COERCE", "abduct"): (_CIVILIANS, "Abduction/forced disappearance"),
    ("COERCE", "arrest"): (_STRATEGIC, "Arrests"),
}


def crosswalk(event: Event, claims: Sequence[CasualtyClaim]) -> dict[str, str | int | None]:
    """The ``acled_*`` and ``ucdp_*`` columns of an event; ``None`` where there is no such thing.

    Fatalities come from incident killed claims only. Several claims of one event are alternatives:
    the lowest low and the highest high bound them, ``ucdp_best`` stands only where they agree,
    and ``acled_fatalities`` is the lowest figure, as ACLED takes the most conservative.
    """
    columns: dict[str, str | int | None] = dict.fromkeys(CROSSWALK_COLUMNS)
    if event.modality not in ("actual", "historical"):
        return columns
    acled = _ACLED.get((event.event_type, event.mode)) or _ACLED.get((event.event_type, ""))
    if acled:
        columns["acled_event_type"] = acled[0]
        columns["acled_sub_event_type"] = acled[1] or None
    if event.event_type != "ASSAULT":
        return columns
    columns["ucdp_date_prec"] = _date_prec(event)
    columns["ucdp_where_prec"] = event.place.precision if event.place else None
    killed = [c for c in claims if (c.kind, c.scope, c.unit) == ("killed", "incident", "people")]
    lows = [low for c in killed if (low := c.low if c.low is not None else c.best) is not None]
    highs = [c.high for c in killed]
    bests = {c.best for c in killed}
    if lows:
        columns["acled_fatalities"] = columns["ucdp_low"] = min(lows)
    if killed and None not in highs:
        columns["ucdp_high"] = max(high for high in highs if high is not None)
    if len(bests) == 1:
        columns["ucdp_best"] = bests.pop()
    return columns


CROSSWALK_COLUMNS: Mapping[str, type] = {
    "acled_event_type": str,
    "acled_sub_event_type": str,
    "acled_fatalities": int,
    "ucdp_type_of_violence": int,
    "ucdp_date_prec": int,
    "ucdp_where_prec": int,
    "ucdp_low": int,
    "ucdp_best": int,
    "ucdp_high": int,
}


def _date_prec(event: Event) -> int | None:
    """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 up to a year."""
    first, last = event.date.first, event.date.last
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    for prec, longest in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)):
        if days <= longest:
            return prec
    return None
