"""Who was at a meeting that others tell of: who presided, who signed, who spoke, who came with whom."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import told

PUBLISHED = "2020-10-14"  # a Wednesday
Row = tuple[str, str, set[str], str | None, str]

THERE: list[Row] = [
    ("صدر البيان عقب اجتماع عقد أمس في روما حول ليبيا ترأسه جان إيف لودريان ولويجي دي مايو وحضره فايز السراج.",
     "multilateral", {"Jean-Yves Le Drian", "Luigi Di Maio", "Fayez al-Sarraj"}, "Rome", "2020-10-13"),
    ("وقعت الحكومة السودانية وحركة العدل والمساواة في جوبا أمس اتفاقاً، وذلك بحضور سلفا كير وعبد الله حمدوك.",
     "multilateral",
     {"Sudan", "Justice and Equality Movement", "Salva Kiir", "Abdalla Hamdok"}, "Juba", "2020-10-13"),
    ("وقع رئيس الوفد الحكومي معين عبد الملك وعيدروس الزبيدي في الرياض أمس اتفاقاً لتقاسم السلطة.",
     "meeting", {"Maeen Abdulmalik", "Aidarus al-Zubaidi"}, "Riyadh", "2020-10-13"),
    ("عقدت جامعة الدول العربية اجتماعاً أمس في القاهرة، برئاسة أيمن الصفدي، وبحضور محمود عباس وأحمد أبو الغيط.",
     "multilateral", {"Arab League", "Ayman Safadi", "Mahmoud Abbas", "Ahmed Aboul Gheit"}, "Cairo",
     "2020-10-13"),
    ("افتتحت أمس في الرياض القمة العربية. وقال برهم صالح، في كلمته، إن العراق سيشارك. وأكد قيس سعيد خلال القمة ذلك.",
     "multilateral", {"Arab League", "Barham Salih", "Kais Saied"}, "Riyadh", "2020-10-13"),
    ("تحتضن الجزائر القمة العربية أمس.", "multilateral", {"Arab League"}, "Algeria", "2020-10-13"),
    ("عقد ملتقى الحوار السياسي الليبي أول اجتماع مباشر له في تونس أمس.",
     "multilateral", {"Libyan Political Dialogue Forum"}, "Tunisia", "2020-10-13"),
    ("وكان جون كيري التقى قبل ذلك في جدة أمس عادل الجبير.",
     "meeting", {"John Kerry", "Adel al-Jubeir"}, "Jeddah", "2020-10-13"),
    ("زار محمد شياع السوداني أربيل. وأضاف البيان أن السوداني أجرى أمس في أربيل محادثات مع مسعود بارزاني.",
     "meeting", {"Mohammed Shia al-Sudani", "Masoud Barzani"}, "Erbil", "2020-10-13"),
    ("اجتمع محمد عبد السلام وخالد اليماني برعاية مارتن غريفيث. وسيلتقي الجانبان في عمان الجمعة.",
     "meeting", {"Mohammed Abdulsalam", "Khaled al-Yamani"}, "Amman", "2020-10-16"),
    ("تحدث دونالد ترامب هاتفياً أمس إلى كل من محمد بن زايد وتميم بن حمد.",
     "phone", {"Donald Trump", "Tamim bin Hamad Al Thani"}, None, "2020-10-13"),
    ("وكان فايز السراج وخليفة حفتر زارا موسكو الاثنين.", "visit", {"Fayez al-Sarraj"}, "Moscow", "2020-10-12"),
    ("ثم زار محمد حمدان دقلو كمبالا حيث التقى يوري موسيفيني. والتقى في جيبوتي أمس الرئيس إسماعيل عمر جيلي.",
     "meeting", {"Mohamed Hamdan Dagalo", "Ismail Omar Guelleh"}, "Djibouti", "2020-10-13"),
]  # fmt: skip

NOT_THERE = [
    # Nobody of his guests is known; the speech was given elsewhere; he speaks of another summit.
    ("قال عزام الأحمد إن الاتفاق قائم. واستقبل الرئيس عبد المجيد تبون رؤساء الوفود أمس.", "Azzam al-Ahmad"),
    ("افتتحت أمس في الرياض القمة العربية. وقال حسن روحاني، في كلمة متلفزة، إن بلاده ترفض ذلك.", "Hassan Rouhani"),
    ("وعقدت القمة العربية الأخيرة في تونس في مارس 2019. وقال سعد الحريري، في كلمته، إن الأزمة باقية.", "Saad Hariri"),
    ("زار محمد شياع السوداني أربيل. والتقى الرئيس السوداني في الخرطوم أمس مسعود بارزاني.",
     "Mohammed Shia al-Sudani"),
]  # fmt: skip


@pytest.mark.parametrize("row", THERE, ids=[row[0][-40:] for row in THERE])
def test_who_was_there(row: Row) -> None:
    text, mode, who, place, day = row
    read = [(m, people, where, when) for m, _, people, where, when in told(PUBLISHED, text)]
    assert (mode, who, place, day) in read


@pytest.mark.parametrize(("text", "name"), NOT_THERE)
def test_who_was_not(text: str, name: str) -> None:
    met = [who for mode, _, who, _, _ in told(PUBLISHED, text) if mode != "visit"]
    assert all(name not in who for who in met)
