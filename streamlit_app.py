"""Tawqit's entry script: look, language, menu, then the page that was asked for.

``streamlit run`` imports this file once, which makes ``app``, and then runs it for every visit.
"""

from __future__ import annotations

from threading import Thread

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.starlette import App

from dashboard.ui import address, ask, frame, sidebar, unseen
from dashboard.ui.i18n import t
from dashboard.ui.server import Introduction

FIRST = "overview"


def visit() -> None:
    """Show the page of this visit's URL."""
    unseen.settle()
    pages = {
        name: st.Page(script, title=t(f"page.{name}"), url_path=name, default=name == FIRST)
        for name, script in address.PAGES.items()
    }
    page = st.navigation(list(pages.values()), position="hidden")
    title = f"{page.title} · {t('app.name')}"
    st.set_page_config(page_title=title, page_icon="static/icon.svg", layout="wide")
    frame.dress()
    unseen.numbered()
    sidebar.menu(pages)
    with frame.no_traceback():
        page.run()


if get_script_run_ctx(suppress_warning=True) is None:
    # The pages are registered above. Left to itself, the first visit to a fresh server looks for
    # scripts directly in pages/ and greets a link to any page with "Page not found".
    PagesManager.uses_pages_directory = False
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    app = App(__file__, middleware=[Middleware(Introduction, base=base, first=FIRST)])
    # No daemon: a server stopped at once waits for it. A thread cut off in the midst of native code
    # takes the process down with a segmentation fault.
    Thread(target=ask.prepare).start()
else:
    visit()
