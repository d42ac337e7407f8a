"""The language of a page, told to the browser and to the software that reads it aloud."""

from __future__ import annotations

import json
from pathlib import Path

from dashboard.ui.i18n import language, t

_SCRIPT = Path(__file__).with_name("spoken.js")


def script() -> str:
    """A script with language, direction and the words of the link past the menu, as safe HTML.

    Streamlit (1.67) says of every page that it is English, and names that link in English.
    """
    said = {
        "lang": language(), "dir": "rtl" if language() == "ar" else "ltr", "past": t("menu.past"),
    }  # fmt: skip
    told = json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")
    return f"<script>(said => {{{_SCRIPT.read_text(encoding='utf-8')}}})({told})</script>"
