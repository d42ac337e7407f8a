"""How the time of a reading grows with the text: four times the text in about four times the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from dashboard.extraction import extract
from dashboard.model import Document

_PUBLISHED = date(2018, 3, 13)
_MANY = 250

# One text of n pieces each, none of which ends a sentence where the sentence need not end.
TEXTS: dict[str, Callable[[int], str]] = {
    "tolls in one sentence": lambda n: "، و".join(
        f"قُتل {k % 90 + 2} مدنياً في بلدة دوما وأصيب {k % 70 + 3} آخرون" for k in range(n)
    ),
    "meetings in one sentence": lambda n: "، و".join(["التقى كيري لافروف في جنيف أمس"] * n),
    "names in one sentence": lambda n: "، و".join(["جون كيري", "سيرغي لافروف"] * n),
    "dates in one sentence": lambda n: "، و".join(
        f"{k % 27 + 1} آذار {2000 + k % 18}" for k in range(n)
    ),
    "a quotation without an end": lambda n: 'قال كيري: "' + "إن الهدنة في حلب صامدة " * n,
    "lines of a menu": lambda n: "\n".join(["الرئيسية", "سياسة", "حلب: قتلى"] * n),
    "one paragraph again and again": lambda n: "\n".join(
        ["التقى كيري لافروف في جنيف الجمعة، وقُتل 12 مدنياً في غارة على حلب."] * n
    ),
    "numbers alone": lambda n: " ".join(map(str, range(4 * n))),
    "English tolls in one sentence": lambda n: ", and ".join(
        f"{k % 90 + 2} civilians were killed in Douma and {k % 70 + 3} were wounded"
        for k in range(n)
    ),
}


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(Document("growth", text, published=_PUBLISHED))
    return time.process_time() - start


def table() -> None:
    """Prints for each text its time at n and at 4n pieces, and how many times longer that is."""
    print("\ntime of a text and of one four times as long (linear: 4)")
    for name, text in TEXTS.items():
        one, four = _seconds(text(_MANY)), _seconds(text(4 * _MANY))
        print(f"  {name:32} {one:6.2f} s {four:6.2f} s  {four / max(one, 1e-3):5.1f}")
