"""What the rules share while one text is read: tokens, lexicon, anchor and earlier matches."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date

from dashboard.dates.calendars import Interval
from dashboard.dates.edtf import edtf
from dashboard.dates.english_tense import english_tense
from dashboard.dates.lexicon import Lexicon, lexicon
from dashboard.dates.tense import clause_tense
from dashboard.dates.tokens import Tokens
from dashboard.model import DateKind, DateMention
from dashboard.values import dataclass

NO_DATE = "no-date"
# What tells a year: «العام نفسه» after any of these is of it.
YEAR_GRAINS: tuple[str, ...] = ("day", "month", "season", "quarter", "year")
_ANAPHORA_REACH = 60  # tokens: beyond, «اليوم نفسه» is about something else


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``start``..``end`` (exclusive) read as an interval; ``None`` for no days.

    ``relative`` says that the days were counted from the publication date. ``days`` are the
    members of a list («4 و9 أيلول»).
    """

    start: int
    end: int
    kind: DateKind
    interval: Interval | None
    rule: str
    relative: bool = False
    notes: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    written_year: bool = False
    precision: str = ""

    @property
    def is_none(self) -> bool:
        """Whether these tokens only look like a date: 31 February, the movement «6 أبريل»."""
        return NO_DATE in self.notes

    def spanning(self, start: int, end: int) -> Match:
        return replace(self, start=start, end=end)

    def shifted(self, by: int) -> Match:
        """The same reading of the same words, ``by`` tokens further on."""
        return Match(
            self.start + by,
            self.end + by,
            self.kind,
            self.interval,
            self.rule,
            self.relative,
            self.notes,
            self.days,
            self.written_year,
            self.precision,
        )


@dataclass(slots=True)
class Told:
    """What the matches read so far say of weekdays: by number the place and the day told last.

    ``named`` are days told with their weekday («غداً الاثنين»), ``ahead`` days to come told without
    it («غداً»); ``today`` is the day of writing where it is not that of publication.
    """

    upto: int = 0
    named: dict[int, tuple[int, date]] = field(default_factory=dict)
    ahead: dict[int, tuple[int, date]] = field(default_factory=dict)
    today: date | None = None


@dataclass(slots=True)
class Scan:
    """One pass over one text."""

    tokens: Tokens
    published: date | None
    lexicon: Lexicon = field(default_factory=lexicon)
    found: list[Match] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    text: list[str] = field(init=False)
    _solar: bool | None = None

    def __post_init__(self) -> None:
        self.text = self.tokens.text

    @property
    def counts_solar_years(self) -> bool:
        """Whether the text names the Iranian count («السنة الهجرية الشمسية»)."""
        if self._solar is None:
            words, hijri = (self.lexicon.sets[f"period.{n}_era"] for n in ("solar", "hijri"))
            text = self.text
            self._solar = any(
                text[k] in words and text[k - 1] in hijri for k in range(1, len(text))
            )
        return self._solar

    def tense(self, start: int, end: int) -> int | None:
        english = self.tokens.text[start].isascii() and self.tokens.text[start].isalpha()
        read = english_tense if english else clause_tense
        return read(self.tokens.text, start, end)

    def original(self, i: int) -> str:
        """Token ``i`` as the text spells it, vowel signs included."""
        return self.tokens.original(i)

    def is_in(self, i: int, family: str) -> bool:
        """Whether token ``i`` is a word of a set of the data («period.cues»)."""
        return self.tokens.text[i] in self.lexicon.sets[family]

    def role(self, i: int, role: str) -> bool:
        return role in self.lexicon.roles.get(self.tokens.text[i], ())

    def last_interval(
        self, i: int, precisions: tuple[str, ...], *, one_day: bool = False
    ) -> Interval | None:
        """The interval of the latest match at one of the grains, for «الشهر نفسه».

        ``one_day`` asks for one of a single day: «اليوم نفسه» is no «مطلع يناير».
        """
        for match in reversed(self.found[-12:]):
            if i - match.end > _ANAPHORA_REACH:
                return None
            found = match.interval
            if found is None or found.precision not in precisions:
                continue
            if not one_day or found.first == found.last:
                return found
        return None

    def mention(self, match: Match) -> DateMention:
        """The match with offsets of the original text."""
        tokens = self.tokens
        start, end = tokens.folded.span(tokens.start[match.start], tokens.end(match.end - 1))
        original = tokens.folded.original
        while end < len(original) and original[end] == "\u0640":  # the tatweel of «هـ»
            end += 1
        text = original[start:end]
        interval = match.interval
        anchor = self.published if match.relative else None
        if interval is None:
            return DateMention(
                start, end, text, match.kind, rule=match.rule, notes=match.notes, anchor=anchor
            )
        return DateMention(
            start,
            end,
            text,
            match.kind,
            edtf(interval, match.days),
            interval.first,
            interval.last,
            interval.precision,
            interval.approximate,
            anchor,
            match.rule,
            match.notes,
        )
