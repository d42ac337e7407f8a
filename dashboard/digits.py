"""Numbers in the digits a reader chose: Western (123) or Arabic-Indic (١٢٣).

Babel has the separators of both, and writes Western digits between them whatever it is asked for
(2.18); so the digits are put here, at the last step, once a number has become text. What a
document says is never given to these functions: evidence stays to the letter.
"""

from __future__ import annotations

import re
from typing import Literal

from babel.numbers import get_decimal_symbol, get_group_symbol

Numerals = Literal["latn", "arab"]
"""The numbering systems of CLDR that are offered."""
NUMERALS: tuple[Numerals, ...] = ("latn", "arab")

_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_SEPARATORS = {
    ",": get_group_symbol("ar", numbering_system="arab"),
    ".": get_decimal_symbol("ar", numbering_system="arab"),
    "%": "٪",
}
_SEPARATOR = re.compile(r"(?<=\d)(?:,(?=\d{3}(?!\d))|\.(?=\d)|%)")


def written(text: str, numerals: Numerals) -> str:
    """The text with its Western digits, and the separators between them, in the chosen ones."""
    if numerals == "latn":
        return text
    return _SEPARATOR.sub(lambda sign: _SEPARATORS[sign.group()], text).translate(_DIGITS)


def number(value: float, numerals: Numerals) -> str:
    """A number with thousands separators and at most one decimal, in the chosen digits."""
    return written(f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}", numerals)
