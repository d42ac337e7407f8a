"""Tolls as English wires word them: parts, families, others, units, and what counts nobody."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.model import Document

PUBLISHED = date(2016, 9, 12)  # a Monday
Row = tuple[str, int | None, int | None, str]


def claims(text: str) -> list[Row]:
    found = extract(Document("d", text, published=PUBLISHED)).claims
    return [(c.kind, c.low, c.high, c.scope) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shells killed nine civilians, including a family of four.",
            [("killed", 9, 9, "incident"), ("killed", 4, 4, "subset")],
        ),
        (
            "Shells killed nine civilians, including a man, his wife and their two children.",
            [("killed", 9, 9, "incident"), ("killed", 4, 4, "subset")],
        ),
        (
            "The fighting left 75 people dead, including 40 soldiers, but also more than 20 civilians.",
            [("killed", 75, 75, "incident"), ("killed", 40, 40, "subset"), ("killed", 20, None, "subset")],
        ),
        (
            "The ministry said 40 children and 20 women were among those killed in the raids.",
            [("killed", 40, 40, "subset"), ("killed", 20, 20, "subset")],
        ),
        (
            "Two boys were among 12 people wounded in the raid.",
            [("wounded", 2, 2, "subset"), ("wounded", 12, 12, "incident")],
        ),
        (
            "At least 37 soldiers were killed, including eight officers, and 12 others were injured.",
            [("killed", 37, None, "incident"), ("killed", 8, 8, "subset"), ("wounded", 12, 12, "incident")],
        ),
        (
            "At least 37 soldiers were killed, including eight officers and 12 others were injured.",
            [("killed", 37, None, "incident"), ("killed", 8, 8, "subset"), ("wounded", 12, 12, "incident")],
        ),
        (
            "A number of soldiers were killed and others injured.",
            [("killed", 1, None, "incident"), ("wounded", 1, None, "incident")],
        ),
        ("A strike killed the deputy leader, Fuad Shukr, and six others.", [("killed", 6, 6, "incident")]),
        ("Snipers also killed a protester.", [("killed", 1, 1, "incident")]),
        ("The war has also displaced around 170,000 people.", [("displaced", 170_000, 170_000, "cumulative")]),
        ("The war has uprooted more than 12mn people.", [("displaced", 12_000_000, None, "cumulative")]),
        ("More than 450 people were injured or killed in the raid.", [("casualties", 450, None, "incident")]),
        ("Police fatally shot three men in Hebron.", [("killed", 3, 3, "incident")]),
        (
            "August was the worst month, with 35 civilians, including children, killed in shelling.",
            [("killed", 35, 35, "incident")],
        ),
        ("Ten rebels and nine loyalists were killed.", [("killed", 19, 19, "incident")]),
        ("Her husband and three children were killed.", [("killed", 4, 4, "incident")]),
        (
            "That brings to 88 the number of staff killed, and at least another 25 were injured.",
            [("killed", 88, 88, "incident"), ("wounded", 25, None, "incident")],
        ),
        (
            "Eighty-eight were killed and at least another 25 injured.",
            [("killed", 88, 88, "incident"), ("wounded", 25, None, "incident")],
        ),
        ("Troops killed 18 gunmen, one of whom wore a belt.", [("killed", 18, 18, "incident")]),
        ("Five men were hurt, one of whom died.", [("wounded", 5, 5, "incident"), ("killed", 1, 1, "subset")]),
        (
            "The raid caused the death of two soldiers and the injury of four others.",
            [("killed", 2, 2, "incident"), ("wounded", 4, 4, "incident")],
        ),
        (
            "The raids resulted in the deaths of at least 11 civilians – in a camp for the displaced.",
            [("killed", 11, None, "incident")],
        ),
        (
            "The raid killed 15. Two of the dead were doctors.",
            [("killed", 15, 15, "incident"), ("killed", 2, 2, "subset")],
        ),
        (
            "One soldier was killed and another critically wounded.",
            [("killed", 1, 1, "incident"), ("wounded", 1, 1, "incident")],
        ),
        ("The hospital counted 27 martyrs.", [("killed", 27, 27, "incident")]),
        ("A strike killed a commander and two of his bodyguards.", [("killed", 3, 3, "incident")]),
        # Nobody is counted.
        ("Rallies were held in several other towns.", []),
        ("The province is home to two million people, many of them refugees from Homs.", []),
        ("A man was killed in a Saudi-led raid.", [("killed", 1, 1, "incident")]),
        ("The 7th Brigade was hit.", []),
        ("The two leaders were among the guests.", []),
    ],
)  # fmt: skip
def test_claims(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected
