"""Arrivals, tours and calls as diplomats make them, and the words beside them that tell of none."""

from __future__ import annotations

import pytest

from tests.extraction.encounters.reading import Told, told

ROWS: list[tuple[str, str, list[Told]]] = [
    # an arrival of a day before the meeting is told by itself
    ("2014-11-11", "استقبل الرئيس بشار الأسد في دمشق أمس ستيفان دي ميستورا. وكان دي ميستورا وصل إلى دمشق السبت.",
     [("meeting", "actual", {"Bashar al-Assad", "Staffan de Mistura"}, "Damascus", "2014-11-10"),
      ("visit", "actual", {"Staffan de Mistura"}, "Damascus", "2014-11-08")]),
    # «بعد ذلك» ends no phrase
    ("2016-10-16", "ووصل جون كيري بعد ذلك إلى لندن.",
     [("visit", "actual", {"John Kerry"}, "London", "2016-10-16~")]),
    # whom one met beside a summit, the first named too
    ("2025-03-04", "والتقى فلاديمير بوتين على هامش القمة الرئيس المصري عبد الفتاح السيسي.",
     [("meeting", "actual", {"Vladimir Putin", "Abdel Fattah el-Sisi"}, None, "2025-03-04~")]),
    # a meeting before a greater one was held
    ("2016-10-16", "وقبيل الاجتماع الموسع عقد جون كيري لقاء ثنائياً مع سيرغي لافروف.",
     [("meeting", "actual", {"John Kerry", "Sergey Lavrov"}, None, "2016-10-16~")]),
    # a visit to a person is a meeting with him
    ("2016-03-11", "زار جون كيري أمس الملك سلمان في قصره بالرياض.",
     [("meeting", "actual", {"John Kerry", "King Salman"}, "Riyadh", "2016-03-10")]),
    ("2016-03-11", "زار جون كيري أمس الرياض برفقة الأمير محمد بن سلمان.",
     [("visit", "actual", {"John Kerry"}, "Riyadh", "2016-03-10")]),
    # arrivals without «إلى», and in a relative clause; what is left was visited
    ("2016-03-11", "ووصل جون كيري أمس الرياض.",
     [("visit", "actual", {"John Kerry"}, "Riyadh", "2016-03-10")]),
    ("2016-03-11", "وحط جون كيري في الرياض أمس.",
     [("visit", "actual", {"John Kerry"}, "Riyadh", "2016-03-10")]),
    ("2012-07-10", "غادر كوفي أنان دمشق متوجهاً إلى طهران التي وصل إليها مساء أمس.",
     [("visit", "actual", {"Kofi Annan"}, "Tehran", "2012-07-09")]),
    ("2016-03-11", "وغادر جون كيري الرياض أمس بعد زيارة استمرت يومين.",
     [("visit", "actual", {"John Kerry"}, "Riyadh", "2016-03-09/2016-03-10")]),
    ("2016-03-11", "ومن لندن ينتقل جون كيري الثلاثاء إلى باريس.",
     [("visit", "future", {"John Kerry"}, "Paris", "2016-03-15")]),
    # what is sent there, and what is looked forward to
    ("2023-03-11", "وتوجه علي شمخاني بالشكر إلى العراق.", []),
    ("2023-03-11", "وقال فيصل بن فرحان إنه يتطلع إلى لقاء حسين أمير عبد اللهيان قريباً.", []),
    # tours by the towns they take in
    ("2016-03-11", "يبدأ جون كيري غداً جولة في المنطقة تشمل باريس ولندن.",
     [("visit", "future", {"John Kerry"}, "London", ""), ("visit", "future", {"John Kerry"}, "Paris", "")]),
    ("2016-03-11", "وصل جون كيري إلى جدة أمس ضمن جولة تقوده إلى القاهرة.",
     [("visit", "actual", {"John Kerry"}, "Jeddah", "2016-03-10"),
      ("visit", "actual", {"John Kerry"}, "Cairo", "")]),
    ("2016-03-11", "وقال جون كيري إن جولة المفاوضات الجديدة تشمل روسيا وإيران.", []),
    # whom one met next, and before that elsewhere
    ("2013-05-08", "أجرى جون كيري الثلاثاء محادثات في موسكو مع فلاديمير بوتين ثم مع نظيره الروسي سيرغي لافروف.",
     [("meeting", "actual", {"John Kerry", "Vladimir Putin"}, "Moscow", "2013-05-07"),
      ("meeting", "actual", {"John Kerry", "Sergey Lavrov"}, "Moscow", "2013-05-07")]),
    ("2021-01-26", "عقد غير بيدرسون أمس في أنقرة لقاء مع خلوصي أكار، وقبل ذلك في موسكو مع سيرغي لافروف.",
     [("meeting", "actual", {"Geir Pedersen", "Hulusi Akar"}, "Ankara", "2021-01-25"),
      ("meeting", "actual", {"Geir Pedersen", "Sergey Lavrov"}, "Moscow", "")]),
    # the town of a gathering named for it; not of what is told beside it
    ("2016-02-12", "التقى جون كيري محمد جواد ظريف اليوم على هامش مؤتمر ميونيخ للأمن.",
     [("meeting", "actual", {"John Kerry", "Mohammad Javad Zarif"}, "Munich", "2016-02-12")]),
    ("2016-02-12", "وقال جون كيري على هامش مؤتمر ميونيخ للأمن إنه التقى محمد جواد ظريف أمس.",
     [("meeting", "actual", {"John Kerry", "Mohammad Javad Zarif"}, None, "2016-02-11")]),
    # «المدينة ذاتها» is the town, not the sea beside it
    ("2017-11-22", "عقد فلاديمير بوتين وحسن روحاني اليوم قمة في منتجع سوتشي على البحر الأسود. "
     "وكان بوتين استقبل بشار الأسد في المدينة ذاتها الاثنين.",
     [("meeting", "actual", {"Vladimir Putin", "Bashar al-Assad"}, "Sochi", "2017-11-20"),
      ("meeting", "actual", {"Vladimir Putin", "Hassan Rouhani"}, "Sochi", "2017-11-22")]),
    # the end of a visit is no day of the talks on it
    ("2020-09-02", "قال إيمانويل ماكرون في ختام زيارته إلى لبنان ليل الثلاثاء إنه متفائل. "
     "وكان ماكرون الذي وصل الاثنين استهل زيارته بلقاء ناشطين، ثم التقى سعد الحريري.",
     [("meeting", "actual", {"Emmanuel Macron", "Saad Hariri"}, "Lebanon", "2020-09-02~")]),
    # a post in a land is not where they met; a town told as one
    ("2016-03-11", "استقبل الرئيس الأسد اليوم علي أكبر ولايتي مستشار قائد الثورة الإسلامية في إيران والوفد المرافق له.",
     [("meeting", "actual", {"Bashar al-Assad", "Ali Akbar Velayati"}, None, "2016-03-11")]),
    ("2016-03-11", "اطلع الرئيس الأسد خلال زيارته مدينة حلب أمس على الدمار.",
     [("visit", "actual", {"Bashar al-Assad"}, "Aleppo", "2016-03-10")]),
    # a relative clause whose object is the one it is of; «سبق ل»
    ("2016-03-11", "وأكد فلاديمير بوتين لبشار الأسد الذي استقبله في سوتشي أمس أن العمليات تقترب من نهايتها.",
     [("meeting", "actual", {"Vladimir Putin", "Bashar al-Assad"}, "Sochi", "2016-03-10")]),
    ("2016-03-11", "وقال إسماعيل هنية الذي استقبله رجب طيب أردوغان أمس في أنقرة إن الهدنة صامدة.",
     [("meeting", "actual", {"Ismail Haniyeh", "Recep Tayyip Erdogan"}, "Ankara", "2016-03-10")]),
    ("2016-03-11", "وسبق لباراك أوباما أن اجتمع بفلاديمير بوتين في نيويورك في سبتمبر الماضي.",
     [("meeting", "historical", {"Barack Obama", "Vladimir Putin"}, "New York", "2015-09")]),
    ("2016-03-11", "ولم يسبق لباراك أوباما أن التقى حسن روحاني.", []),
    # briefings of a day; a report that is sent is none
    ("2016-03-11", "وقدم ستيفان دي ميستورا أمس إحاطة إلى مجلس الأمن.",
     [("multilateral", "actual", {"UN Security Council", "Staffan de Mistura"}, None, "2016-03-10")]),
    ("2016-03-11", "ويقدم ستيفان دي ميستورا إحاطة إلى مجلس الأمن غداً.",
     [("multilateral", "future", {"UN Security Council", "Staffan de Mistura"}, None, "2016-03-12")]),
    ("2016-03-11", "وقدم أنطونيو غوتيريش أمس تقريراً إلى مجلس الأمن.", []),
    # who visits: told of after «إن», the subject of the meeting, two of whom a relative clause is
    ("2012-04-13", "وقال بان كي مون إن الجنرال روبرت مود الذي سيقود البعثة إلى سورية سيتوجه اليوم إلى دمشق.",
     [("visit", "future", {"Robert Mood"}, "Damascus", "2012-04-13")]),
    ("2012-09-12", "أكد بان كي مون أن المبعوث الجديد، الدبلوماسي الأخضر الإبراهيمي سيلتقي بشار الأسد خلال زيارته لدمشق.",
     [("meeting", "future", {"Lakhdar Brahimi", "Bashar al-Assad"}, "Damascus", "")]),
    ("2018-11-19", "والتقى سيرغي لافروف الأربعاء الماضي سيدات أونال وحسين جابري أنصاري اللذين زارا موسكو.",
     [("multilateral", "actual", {"Sergey Lavrov", "Sedat Onal", "Hossein Jaberi Ansari"}, "Moscow", "2018-11-14")]),
    ("2015-02-10", "وقال جون كيري إن سيرغي لافروف اتصل به أمس.",
     [("phone", "actual", {"John Kerry", "Sergey Lavrov"}, None, "2015-02-09")]),
    # a comma before what is visited, and a tour told with «أيضا»
    ("2017-07-10", "زار وزير الخارجية الفرنسي جان إيف لودريان، بغداد، الأحد، ووعد بالمزيد.",
     [("visit", "actual", {"Jean-Yves Le Drian"}, "Baghdad", "2017-07-09")]),
    ("2011-04-06", "وتأتي زيارة أحمد داود أوغلو لسوريا في إطار جولة شملت أيضاً البحرين.",
     [("visit", "actual", {"Ahmet Davutoglu"}, "Bahrain", "2011-04-06~"),
      ("visit", "actual", {"Ahmet Davutoglu"}, "Syria", "2011-04-06~")]),
    # where: a town whose letter is not its own, a land visited before
    ("2021-10-05", "استقبل محمود عباس أمس جون كيري في مقر الرئاسة الفلسطينية برام الله.",
     [("meeting", "actual", {"Mahmoud Abbas", "John Kerry"}, "Ramallah", "2021-10-04")]),
    ("2016-05-25", "ووصل فايز السراج أمس قادماً من السعودية التي زارها يومين والتقى فيها محمد بن نايف.",
     [("meeting", "actual", {"Fayez al-Sarraj", "Mohammed bin Nayef"}, "Saudi Arabia", "2016-05-25~")]),
    # when: not on the day of other talks, of what came since, or of a visit still ahead
    ("2015-02-08", "رحب بلقاءات بين الحكومة السورية والمعارضة، والتي جرت في موسكو في 26 كانون الثاني، "
     "وذلك خلال اللقاء بين جون كيري وستيفان دي ميستورا.",
     [("meeting", "actual", {"Syria", "Syrian opposition"}, "Moscow", "2015-01-26"),
      ("meeting", "actual", {"John Kerry", "Staffan de Mistura"}, None, "2015-02-08~")]),
    ("2016-03-11", "زار جون كيري جدة أمس. ومن المتوقع أن يزور كيري الدوحة للقاء تميم بن حمد.",
     [("visit", "actual", {"John Kerry"}, "Jeddah", "2016-03-10"),
      ("meeting", "future", {"John Kerry", "Tamim bin Hamad Al Thani"}, "Doha", "")]),
    # who joined the meeting told before, and two of the United Nations, who are no two sides
    ("2015-07-13", "عقد جون كيري ومحمد جواد ظريف أمس اجتماعاً في فيينا. "
     "وانضم إليهما في الاجتماع الثاني سيرغي لافروف وفيديريكا موغيريني.",
     [("meeting", "actual", {"John Kerry", "Mohammad Javad Zarif", "Sergey Lavrov", "Federica Mogherini"},
       "Vienna", "2015-07-12")]),
    ("2018-12-13", "حضر أنطونيو غوتيريش الختام. وأعلن مارتن غريفيث أن الطرفين سيلتقيان نهاية يناير المقبل.", []),
    # «على» after a surname, a palace after a king
    ("2025-03-04", "غادر الرئيس جوزيف عون الرياض. والتقى عون على هامش القمة أحمد الشرع اليوم.",
     [("meeting", "actual", {"Joseph Aoun", "Ahmed al-Sharaa"}, None, "2025-03-04")]),
    ("2016-03-11", "استقبل الملك سلمان بقصر اليمامة أمس جون كيري.",
     [("meeting", "actual", {"King Salman", "John Kerry"}, "Riyadh", "2016-03-10")]),
    ("2024-12-22", "استقبل أحمد الشرع اليوم هاكان فيدان. وفي وقت سابق من النهار التقى الشرع وليد جنبلاط.",
     [("meeting", "actual", {"Ahmed al-Sharaa", "Hakan Fidan"}, None, "2024-12-22"),
      ("meeting", "actual", {"Ahmed al-Sharaa", "Walid Jumblatt"}, None, "2024-12-22?")]),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "expected"), ROWS)
def test_told(published: str, text: str, expected: list[Told]) -> None:
    def by_place(rows: list[Told]) -> list[Told]:
        return sorted(rows, key=lambda row: (row[3] or "", row[4]))

    assert by_place(told(published, text)) == by_place(expected)
