"""Names that a house puts in quotes: «وزير الخارجية "محمد جواد ظريف"» is he without them."""

from __future__ import annotations

from dashboard.extraction.vocabulary.registry import registry
from dashboard.extraction.vocabulary.titles import CLITICS
from dashboard.text import Word


def without_quotes_of_names(tokens: list[Word]) -> list[Word]:
    """The tokens but for the quotation marks around a name: «أجرى "أردوغان" و"بوتين" اتصالاً».

    Not where a letter is attached to the mark («بـ"حماس"»): it belongs to the name; nor after a
    number, which the next word would be counted by («"الفرقة 30" متهمة»).
    """
    names = registry().names
    around = {
        mark for k in range(len(tokens) - 2)
        if tokens[k].text == '"' and (not k or tokens[k - 1].text not in CLITICS)
        and (name := names.at(tokens, k + 1)) is not None
        and name.end < len(tokens) and tokens[name.end].text == '"'
        and not tokens[name.end - 1].text.isdecimal()
        for mark in (k, name.end)
    }  # fmt: skip
    return [token for k, token in enumerate(tokens) if k not in around] if around else tokens
