"""Whose words they are: whether what stands between a verb of saying and a name leads to it."""

from __future__ import annotations

from dashboard.extraction.actors.mentions import Found
from dashboard.extraction.reading import Hit, Reading
from dashboard.extraction.vocabulary.function_words import word_set
from dashboard.text import fold_word

_BEFORE, _TITLED = word_set("voices", "before"), word_set("voices", "titled")
_ENDS, _MARKS = word_set("voices", "ends"), word_set("voices", "marks")
_EXPRESSES, _CONSIDERS = word_set("voices", "expresses"), word_set("voices", "considers")
_CARRIES, _GOES_ON = word_set("voices", "carries"), word_set("voices", "goes_on")
_SOURCE, _LATELY = word_set("speech", "source"), word_set("voices", "lately")
_ABOUT, _SO_CALLED = word_set("voices", "about"), word_set("voices", "so_called")
OF_IT = word_set("voices", "of_it")  # «التي أعلن عنها»: what the clause is about
_THAT = word_set("shared", "said_that")
_SAID = _THAT | {":", '"'}
_REACH = 14  # words from a verb to «عن» or «أن»
_SPOKEN = ("STATEMENT", "DEMAND", "ACCUSE", "THREATEN", "REJECT", "AGREE")
_MEDIA = ("organisation", "media")
_TIES, _TIE = word_set("voices", "ties"), 3  # words of «العضو في»
_SHORT = 4  # letters of the longest word that is no verb with a suffix


def leads_to(reading: Reading, hit: Hit, actor: Found) -> bool:
    """Whether an actor named after a verb is whose words they are, not what they are about.

    «قال متحدث باسم الجيش», «أوضح وزير الثقافة عادل الطريفي», but not «شدد على حرص المملكة», «تهدد
    جيران اليمن», «أكدت أهمية التزام إيران». Deeds have rules of their own.
    """
    if reading.english or hit.trigger.type not in _SPOKEN or actor.start <= hit.end:
        return True
    between = (k for k in range(hit.end, actor.start) if k not in reading.dated)
    spoken = [word for k in between if (word := reading.words[k]) not in _MARKS]
    if all(word in OF_IT | _SO_CALLED for word in spoken) or _of_his_name(spoken, actor):
        return True
    if spoken[0] in _TITLED and actor.actor.kind == "person":
        return not _ENDS.intersection(spoken) and not _relative(spoken)
    if _ENDS.intersection(spoken) or _relative(spoken) or "في" in spoken:
        return False
    return spoken[-1] in _BEFORE or spoken[-1] in _TITLED


def right_before(reading: Reading, actor: Found, at: int) -> bool:
    """Whether an actor stands right before the words at ``at``, as who acts: «لكن روسيا قالت».

    «بحسب المرصد، فقد استهدفت الغارات», «حول دخول تركيا مؤخراً، قال فورد» name no such one.
    """
    if not 0 <= at - actor.end <= 1:
        return False
    if at > actor.end and reading.words[actor.end] in _LATELY | {":"}:
        return False
    before = reading.words[max(0, actor.start - 2) : actor.start]
    return not any({word, word.removeprefix("و")} & _SOURCE for word in before)


def told_by_its_tie(reading: Reading, actor: Found, first: int) -> Found:
    """«تركيا العضو في الحلف الأطلسي رفضت», «روسيا، حليفة سوريا، قالت»: the one before the tie.

    ``actor`` itself where no other is tied to it so; ``first`` begins its sentence.
    """
    for head in reversed(reading.actors_in(first, actor.start)):
        between = reading.words[head.end : actor.start]
        tied = between[1:] if between[:1] == [","] else between
        if tied and len(tied) <= _TIE and tied[0] in _TIES and "," not in tied:
            return head
        break
    return actor


def _of_his_name(words: list[str], actor: Found) -> bool:
    """«أضاف شاكر رائد جودت»: a name of which only the end is known as such."""
    known = fold_word(actor.actor.name_ar).split()
    return actor.actor.kind == "person" and set(known).issuperset(words)


def _relative(words: list[str]) -> bool:
    """«التي تبديها روسيا», «تقوده السعودية»: a verb with the suffix of what it is told of."""
    last = words[-1]
    return len(last) > _SHORT and last[0] in "تين" and last.endswith(("ها", "ه", "هم"))


def says(reading: Reading, hit: Hit) -> bool:
    """Whether a verb says something: «عبر عن أمله», not «عبر الحدود»; «تابع: …», not «تابع لهم»."""
    if reading.english:
        return True
    if "ل" in hit.prefix:
        return False  # «لكشف التفاصيل»
    word = reading.words[hit.start][len(hit.prefix) :]
    stop = min(reading.sentences[hit.sentence][1], hit.end + _REACH)
    after = {reading.words[k] for k in range(hit.end, stop)}
    quoted, about = not _SAID.isdisjoint(after), not _ABOUT.isdisjoint(after)
    if word in _EXPRESSES:
        return about
    if word in _CARRIES:
        return quoted or about or _of_media(reading, hit)
    if word in _CONSIDERS:
        return not _THAT.isdisjoint(after)  # «يعتبر جثة» is what others say of him
    return quoted or word not in _GOES_ON


def _of_media(reading: Reading, hit: Hit) -> bool:
    near = reading.actors_in(hit.end, hit.end + 4)
    return any(actor.actor.kind in _MEDIA for actor in near)
