"""Days named from the publication day or by their weekday: «أمس», «مساء الجمعة», «اليوم الأحد»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dashboard.dates.calendars import FUTURE, PAST, Interval, moved, weekday_near
from dashboard.dates.dated import date_after
from dashboard.dates.elements import read_modifier
from dashboard.dates.english import day_of_week
from dashboard.dates.explicit import day_month
from dashboard.dates.nowadays import today_is_meant, tomorrow_is_meant
from dashboard.dates.numeric import numeric
from dashboard.dates.resolve import is_deadline, tense_of_shift
from dashboard.dates.same import told_unit
from dashboard.dates.scan import Match, Scan, Told
from dashboard.dates.tense import is_of_the_nearest, tells, was_planned, word_tense
from dashboard.dates.wide import unit_with_modifier

_CLOSES = {"(": ")", "[": "]", '"': '"', "'": "'"}
_LATE = timedelta(days=2)  # from the day of writing to that of the page
_WEEK, _HALF_A_WEEK = timedelta(weeks=1), 3  # days
_BESIDE, _FURTHER = 3, 7  # words
_APART = ("منذ", "بعد", "قبل", "حتي", "عقب", "من")


def part_of_day(scan: Scan, i: int) -> Match | None:
    """«صباح الجمعة», «مساء أمس», «ليل الخميس - الجمعة»: the part keeps the date of its day."""
    lexicon, text = scan.lexicon, scan.text
    found = lexicon.part_of_day.match(text, i)
    if found is None or scan.tokens.before(i) in lexicon.sets["part_of_day.recurring"]:
        return None
    j = found[1]
    while scan.is_in(j, "part_of_day.words") or text[j] == "يوم":
        following = lexicon.part_of_day.match(text, j)
        j = following[1] if following else j + 1
        if j > i + 6:
            return None
    told = told_unit(scan, j)
    if told is not None:
        return replace(told, start=i)
    day = (
        deictic(scan, j, after_part=True)
        or weekday(scan, j)
        or day_month(scan, j)
        or numeric(scan, j)
    )
    if day is None:
        return None
    if day.interval is not None and day.interval.precision != "day":
        return None
    night = not {"ليل", "ليله"}.isdisjoint(text[i:j])  # «منتصف ليل الجمعة السبت» as well
    if night and day.kind == "date" and day.interval is not None:
        k = day.end + 1 if text[day.end] in ("-", "/", "الي") else day.end
        second = lexicon.weekdays.get(text[k])
        if second is not None and second == (day.interval.first.weekday() + 1) % 7:
            last = day.interval.first + timedelta(days=1)
            dates = date_after(scan, k + 1, None)
            if dates is not None and dates.interval is not None:
                return replace(dates, start=i, rule="night")
            if scan.published == last - _WEEK:
                last -= _WEEK  # «تبدأ ليل الأحد – الاثنين», read on that Monday
            night_of = Interval(last - timedelta(days=1), last, "day")
            return Match(i, k + 1, "interval", night_of, "night", True)
    return replace(day, start=i)


def deictic(scan: Scan, i: int, after_part: bool = False) -> Match | None:
    """«أمس», «أول من أمس», «اليوم», «غداً», with the weekday or date that repeats it."""
    lexicon, text = scan.lexicon, scan.text
    found = lexicon.deictic.match(text, i)
    if found is None:
        return None
    offset, end = found
    if end == i + 1 and scan.is_in(end, "deictic_other.after"):
        return None
    before = i - 2 if i > 1 and text[i - 1] == "هذا" else i - 1
    if before >= 0 and scan.is_in(before, "deictic_names.like"):
        return None  # «في مثل هذا اليوم من عام 2011»
    named = _weekday_and_date(scan, end)
    if offset == 0 and named is None and not after_part and not today_is_meant(scan, i, end):
        return None
    if offset == 1 and end == i + 1 and scan.is_in(i, "deictic_weak.words"):
        if named is None and not after_part and not tomorrow_is_meant(scan, i):
            return None
    if scan.published is None:
        if named is not None and named[0] is not None and named[0].written_year:
            return replace(named[0], start=i, rule="deictic")
        return Match(
            i, named[1] if named else _after_part(scan, end), "date", None, "deictic", True
        )
    try:
        day = (_writers_today(scan) or scan.published) + timedelta(days=offset)
    except OverflowError:
        return None
    if named is None:
        return Match(i, _after_part(scan, end), "date", Interval(day, day, "day"), "deictic", True)
    full, stop, number = named
    if full is not None:
        notes = full.notes
        if (
            full.interval is not None
            and full.interval.first != day
            and "weekday-mismatch" not in notes
        ):
            notes += ("day-mismatch",)
        return replace(full, start=i, rule="deictic", notes=notes)
    if number == day.weekday():
        return Match(i, stop, "date", Interval(day, day, "day"), "deictic-weekday", True)
    near = weekday_near(scan.published, number, FUTURE if offset > 0 else PAST)
    if near is None:
        return None
    return Match(
        i, stop, "date", Interval(near, near, "day"), "deictic-weekday", True, ("weekday-mismatch",)
    )


def _writers_today(scan: Scan) -> date | None:
    """«مساء اليوم الاثنين» on a page of Tuesday: «اليوم» further down is that Monday too."""
    return _told(scan).today


def _told(scan: Scan) -> Told:
    """What was told of weekdays, with the matches since the last question."""
    told, published = scan.told, scan.published
    for match in scan.found[told.upto :] if published is not None else ():
        interval = match.interval
        if interval is None or interval.first != interval.last:
            continue
        day, at = interval.first, match.start
        if match.rule == "deictic-weekday":
            told.named[day.weekday()] = at, day
            late = abs(published - day) <= _LATE if published is not None else False
            today = "weekday-mismatch" in match.notes and "اليوم" in scan.text[at : match.end]
            if told.today is None and late and today:
                told.today = day
        elif match.rule == "deictic" and published is not None and day > published:
            told.ahead[day.weekday()] = at, day
    told.upto = len(scan.found)
    return told


def _after_part(scan: Scan, end: int) -> int:
    found = scan.lexicon.part_of_day_after.match(scan.text, end)
    return found[1] if found is not None else end


def _weekday_and_date(scan: Scan, i: int) -> tuple[Match | None, int, int] | None:
    """What repeats a deictic day: a weekday, a weekday with its date, or a date alone."""
    text = scan.text
    opened = text[i] in _CLOSES  # «أمس (الجمعة)», «بعد غد «الثلاثاء»»
    j = i + 1 if opened or text[i] == "," or text[i] == "-" else i
    if text[j] in ("يوم", "نهار"):
        j += 1
    number = scan.lexicon.weekdays.get(text[j])
    if number is None:
        full = date_after(scan, i, None)
        if full is None or full.interval is None or full.interval.precision != "day":
            return None
        if scan.published is not None and abs((full.interval.first - scan.published).days) > 3:
            return None
        return full, full.end, full.interval.first.weekday()
    if text[i] in (",", "-") and scan.text[j + 1] not in (",", "("):
        # «أمس، الخميس قال»: a new clause unless it is set off on both sides.
        return None
    end = j + 1
    full = date_after(scan, end, number)
    if full is not None:
        return full, full.end, number
    if opened:
        if text[end] != _CLOSES[text[i]]:
            return None
        end += 1
    return None, _after_part(scan, end), number


def weekday(scan: Scan, i: int) -> Match | None:
    """«الجمعة», «يوم الثلاثاء الماضي», «الجمعة 4 مارس 2016», «يومي السبت والأحد»."""
    text, lexicon = scan.text, scan.lexicon
    j, led = i, False
    if text[j] in lexicon.sets["part_of_day.day_words"]:
        if text[j] == "ايام":
            return None
        j, led = j + 1, True
        if text[j] in ("غد", "امس", "اليوم"):
            return None
    number = lexicon.weekdays.get(text[j])
    if number is None and led:
        number = lexicon.bare_weekdays.get(text[j])
        if number is not None and text[i] not in ("يوم", "نهار"):
            return None
    if number is None or scan.tokens.before(i) in lexicon.sets["part_of_day.recurring"]:
        return None
    end = j + 1
    if scan.is_in(end, "named_weekdays.after"):
        return None  # «الجمعة العظيمة»
    k = end + (text[end] == ",")
    if text[k] == "من" and scan.is_in(k + 1, "every.words"):
        return None  # «يوم الثلاثاء من كل أسبوع»
    if not led and _is_no_weekday(scan, j):
        return None
    if (told := _after_another(scan, end)) is not None:
        return Match(i, told, "reference", None, "same-unknown")
    if text[i] == "يومي" or (text[end] == "-" and text[i] in ("ليل", "ليله")):
        pair = _pair(scan, i, j, number)
        if pair is not None:
            return pair
    if (of_week := day_of_week(scan, end, number)) is not None:
        return of_week
    modifier = read_modifier(scan, end)
    if modifier is not None and text[end] not in ("هذا", "هذه"):
        after = date_after(scan, modifier[1], number)
        if after is not None and after.interval is not None:
            return replace(after, start=i, rule="weekday-date")
        return _moved_weekday(scan, i, number, modifier)
    full = date_after(scan, _after_part(scan, end), number) or _two_dated(scan, end, number)
    if full is not None:
        return replace(full, start=i, rule="weekday-date")
    end = _after_part(scan, end)
    if text[end] == "من":
        week = unit_with_modifier(scan, end + 1)  # «الاثنين من الأسبوع الماضي»
        if week is not None and week.interval is not None and week.interval.precision == "week":
            day = week.interval.first + timedelta(days=number)
            return Match(i, week.end, "date", Interval(day, day, "day"), "weekday-of-week", True)
    if scan.published is None:
        return Match(i, end, "date", None, "weekday", True)
    ahead = scan.tense(i, end) == FUTURE or is_deadline(scan, i)
    if (ahead and was_planned(text, i)) or (i and is_of_the_nearest(text[i - 1])):
        ahead = (number - scan.published.weekday()) % 7 <= _HALF_A_WEEK
    near = _as_told_before(scan, i, number) or weekday_near(
        scan.published, number, FUTURE if ahead else PAST
    )
    near = _dated_further_on(scan, end, number) or _after_first(scan, i, number) or near
    if near is None:
        return None
    return Match(i, end, "date", Interval(near, near, "day"), "weekday", True)


def _two_dated(scan: Scan, end: int, number: int) -> Match | None:
    """«السبت 3 والأحد 4 أيلول»: two weekdays, each with its day of one month."""
    text = scan.text
    if not text[end].isdecimal() or text[end + 1] != "و" or not 1 <= int(text[end][:3]) <= 31:
        return None
    second = scan.lexicon.weekdays.get(text[end + 2])
    full = date_after(scan, end + 3, second) if second is not None else None
    if full is None or full.interval is None or full.kind != "date":
        return None
    last = full.interval.first
    gap = last.day - int(text[end])
    if not 0 < gap < _WEEK.days or last != full.interval.last:
        return None
    first = last - timedelta(days=gap)
    if first.weekday() != number:
        return None
    return replace(full, kind="interval", interval=Interval(first, last, "day"), days=(first, last))


def _after_first(scan: Scan, i: int, number: int) -> date | None:
    """«الخميس والجمعة»: the second of two weekdays is the next such after the first."""
    first = scan.found[-1] if scan.found else None
    if first is None or first.end != i - 1 or scan.text[i - 1] != "و" or first.interval is None:
        return None
    if not first.rule.startswith("weekday") or first.interval.first != first.interval.last:
        return None
    gap = (number - first.interval.first.weekday()) % 7
    return moved(first.interval.first, gap, "day") if 0 < gap <= _HALF_A_WEEK else None


def _dated_further_on(scan: Scan, end: int, number: int) -> date | None:
    """«خلال صلاة الجمعة في شهر رمضان في 26 يونيو»: the weekday of a date in the same phrase."""
    for k in range(end, end + _FURTHER):
        word = scan.text[k]
        if not word.isalpha() or word in _APART or word_tense(word) is not None:
            return None
        if word in ("في", "بتاريخ", "الموافق") and scan.text[k + 1].isdecimal():
            full = day_month(scan, k + 1, number)
            if full is None or full.interval is None or full.kind != "date":
                return None
            return full.interval.first if full.interval.first.weekday() == number else None
    return None


def _as_told_before(scan: Scan, i: int, number: int) -> date | None:
    """«يصل غداً الاثنين … وتستمر المحادثات يوم الاثنين»: one weekday, one day of one text.

    «غداً» alone on a Saturday is that Sunday too, but for what is told right beside the weekday
    («قتل الأحد»).
    """
    told = _told(scan)
    named, ahead = told.named.get(number), told.ahead.get(number)
    if ahead is not None and (named is None or named < ahead):
        beside = scan.text[max(0, i - _BESIDE) : i]
        if "ان" in beside or not any(map(tells, beside)):
            return ahead[1]
    return named[1] if named is not None else None


def _after_another(scan: Scan, end: int) -> int | None:
    """«الجمعة التالية», «السبت الذي سبقه»: the end of a day told by another, in whatever week."""
    if scan.is_in(end, "same.next"):
        return end + 1
    told = scan.is_in(end + 1, "same.which_follows") or scan.is_in(end + 1, "same.which_precedes")
    return end + 2 if scan.is_in(end, "same.which") and told else None


def _is_no_weekday(scan: Scan, i: int) -> bool:
    """«بين الاثنين», «الأحد عشر», «سوق الجمعة»: words that only look like a weekday."""
    text = scan.text
    if text[i + 1] in ("عشر", "معا") or text[i - 1 if i else 0] in ("كلا", "هذين", "_", "#"):
        return True
    if i and scan.is_in(i - 1, "part_of_day.places"):
        return True
    if text[i] != "الاثنين" or i == 0 or read_modifier(scan, i + 1) is not None:
        return False
    if scan.is_in(i - 1, "both.before") or scan.is_in(i + 1, "both.after"):
        return True  # «ما يجمع الاثنين»: the two
    return text[i - 1] == "بين" and text[i + 1] != "و"


def _pair(scan: Scan, i: int, j: int, number: int) -> Match | None:
    """«يومي السبت والأحد» with a date of both or a modifier after it."""
    text = scan.text
    if text[j + 1] not in ("و", "-"):
        return None
    second = scan.lexicon.weekdays.get(text[j + 2])
    if second is None:
        return None
    end = j + 3
    full = date_after(scan, end, None)
    if full is not None and full.interval is not None:
        return replace(full, start=i, rule="weekday-pair")
    modifier = read_modifier(scan, end)
    tense = scan.tense(i, end)
    strict = modifier is not None and modifier[0] != 0
    if modifier is not None:
        tense, end = tense_of_shift(modifier[0]), modifier[1]
    if scan.published is None:
        return Match(i, end, "interval", None, "weekday-pair", True)
    gap = timedelta(days=(second - number) % 7)
    if tense == FUTURE:
        first = weekday_near(scan.published, number, FUTURE, strict)
        last = first + gap if first else None
    else:
        last = weekday_near(scan.published, second, PAST, strict)
        first = last - gap if last else None
    if first is None or last is None:
        return None
    return Match(i, end, "interval", Interval(first, last, "day"), "weekday-pair", True)


def _moved_weekday(scan: Scan, i: int, number: int, modifier: tuple[int, int]) -> Match | None:
    """«الجمعة الماضي»: strictly before; «قبل الماضي» a week more; «الجاري»: of this week."""
    shift, end = modifier
    end = _after_part(scan, end)
    if scan.published is None:
        return Match(i, end, "date", None, "weekday-modifier", True)
    day: date | None
    try:
        if shift == 0:
            day = scan.published - timedelta(days=scan.published.weekday() - number)
        else:
            day = weekday_near(scan.published, number, PAST if shift < 0 else FUTURE, strict=True)
            if day is not None:
                day += timedelta(weeks=shift + (1 if shift < 0 else -1))
    except OverflowError:
        return None
    return (
        None
        if day is None
        else Match(i, end, "date", Interval(day, day, "day"), "weekday-modifier", True)
    )
