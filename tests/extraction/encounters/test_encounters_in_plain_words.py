"""Encounters told by a call, by what one tells another, by a verb that goes on, by several lands."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extraction.encounters.reading import told

PUBLISHED = date(2024, 6, 12)  # a Wednesday
Row = tuple[str, str, str, set[str], str | None, str]

ROWS: list[Row] = [
    ("هاتف أنتوني بلينكن بنيامين نتنياهو أمس.",
     "phone", "actual", {"Antony Blinken", "Benjamin Netanyahu"}, None, "2024-06-11"),
    ("قابل رياض حجاب أمس في باريس فرنسوا هولاند.",
     "meeting", "actual", {"Riyad Hijab", "Francois Hollande"}, "Paris", "2024-06-11"),
    ("اختلى فلاديمير بوتين برجب طيب أردوغان ساعة في سوتشي أمس.",
     "meeting", "actual", {"Vladimir Putin", "Recep Tayyip Erdogan"}, "Sochi", "2024-06-11"),
    ("وفي اتصال هاتفي الاثنين، أبلغ إيمانويل ماكرون محمود عباس أن بلاده تؤيد الهدنة.",
     "phone", "actual", {"Emmanuel Macron", "Mahmoud Abbas"}, None, "2024-06-10"),
    ("أكد جو بايدن لأنتوني بلينكن في اجتماع بالبيت الأبيض أمس أنه يريد الهدنة.",
     "meeting", "actual", {"Joe Biden", "Antony Blinken"}, "Washington", "2024-06-11"),
    ("اجتمع ممثلون عن روسيا وتركيا وإيران في أنقرة أمس.",
     "multilateral", "actual", {"Russia", "Turkey", "Iran"}, "Ankara", "2024-06-11"),
    ("تستضيف باريس الأحد اجتماعاً يضم رؤساء الاستخبارات الأميركية والإسرائيلية والمصرية.",
     "multilateral", "future", {"United States", "Israel", "Egypt"}, "Paris", "2024-06-16"),
    ("وصل آموس هوكستين إلى بيروت آتياً من تل أبيب، حيث التقى بنيامين نتنياهو ويوآف غالانت أمس.",
     "multilateral", "actual", {"Amos Hochstein", "Benjamin Netanyahu", "Yoav Gallant"},
     "Tel Aviv", "2024-06-11"),
    ("اجتمعت الفصائل الفلسطينية في بكين في أيار الماضي.",
     "multilateral", "actual", {"Palestinian factions"}, "Beijing", "2024-05"),
    ("التقى كيم جونغ أون فلاديمير بوتين في فلاديفوستوك أمس. وأدلى كيم بتصريحات خلال اجتماع مع سيرغي لافروف الاثنين.",
     "meeting", "actual", {"Kim Jong-un", "Sergey Lavrov"}, None, "2024-06-10"),
    ("تم الاتفاق على عقد اجتماع قريباً بين وزارة الخارجية السويسرية والفلسطينية.",
     "meeting", "future", {"Switzerland", "Palestine"}, None, ""),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0][:40] for row in ROWS])
def test_an_encounter(row: Row) -> None:
    text, *rest = row
    assert tuple(rest) in told(PUBLISHED, text)


@pytest.mark.parametrize(
    "text",
    [
        "قابلت الولايات المتحدة المبادرة الروسية بالرفض.",
        "الاتفاق قابل للتفاوض بين روسيا والولايات المتحدة.",
        "قال جو بايدن لبنيامين نتنياهو في رسالة إن الاجتماع في بروكسل تأجل.",
    ],
)
def test_none_is_told(text: str) -> None:
    assert told(PUBLISHED, text) == []


def test_far_from_the_verb_one_by_one_still_makes_two() -> None:
    text = "التقى عبد الله باتيلي محمد المنفي وعبد الحميد الدبيبة كلاً على حدة."
    pairs = [row[2] for row in told(PUBLISHED, text)]
    assert len(pairs) == 2
    assert {"Abdoulaye Bathily", "Abdul Hamid Dbeibah"} in pairs
    assert {"Abdoulaye Bathily", "Mohamed al-Menfi"} in pairs
