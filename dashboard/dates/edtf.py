"""The few EDTF forms (ISO 8601-2:2019, level 2) that date mentions need."""

from __future__ import annotations

from datetime import date

from dashboard.dates.calendars import Interval, month_end

_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}


def edtf(interval: Interval, days: tuple[date, ...] = ()) -> str:
    """The EDTF string of an interval; ``days`` are the members where single days are listed.

    Approximate values carry «~» on each end. Weeks have no form of their own in EDTF and are
    written as the interval of their days.
    """
    first, last, mark = interval.first, interval.last, "~" if interval.approximate else ""
    if len(days) > 2 or (len(days) == 2 and (days[1] - days[0]).days > 1):
        return "{" + ",".join(day.isoformat() for day in days) + "}"
    if first == last:
        return first.isoformat() + mark
    whole_months = (
        interval.precision != "day" and first.day == 1 and last == month_end(last.year, last.month)
    )
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole_months:
        if interval.precision == "season" and months == 3:
            year = first.year + 1 if first.month == 12 else first.year
            return f"{year:04d}-{_SEASONS.get(first.month, 20)}{mark}"
        if interval.precision == "quarter" and months == 3 and first.month % 3 == 1:
            return f"{first.year:04d}-{33 + first.month // 3}{mark}"
        if months == 1:
            return f"{first.year:04d}-{first.month:02d}{mark}"
        if first.month == 1 and last.month == 12:
            years = last.year - first.year + 1
            if years == 1:
                return f"{first.year:04d}{mark}"
            if years == 10 and first.year % 10 == 0:
                return f"{first.year // 10:03d}X{mark}"
            if years == 100 and first.year % 100 == 0:
                return f"{first.year // 100:02d}XX{mark}"
            return f"{first.year:04d}{mark}/{last.year:04d}{mark}"
        return f"{first.isoformat()[:7]}{mark}/{last.isoformat()[:7]}{mark}"
    return f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"
