"""Tawqit's entry script: look, language, menu, then the page that was asked for."""

from __future__ import annotations

import streamlit as st

from dashboard.ui import address, frame, sidebar
from dashboard.ui.i18n import t

st.set_page_config(
    page_title=t("app.name"), page_icon="static/icon.svg", layout="wide",
    initial_sidebar_state="auto", menu_items={},
)  # fmt: skip

pages = {
    name: st.Page(script, title=t(f"page.{name}"), url_path=name, default=name == "overview")
    for name, script in address.PAGES.items()
}
page = st.navigation(list(pages.values()), position="hidden")
frame.dress()
here = next(name for name, each in pages.items() if each.title == page.title)
sidebar.menu(pages, here)
with frame.no_traceback():
    page.run()
