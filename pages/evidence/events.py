"""Which events are in the table? Page by page, with a CSV of all that the filters let through."""

import streamlit as st

from dashboard.ui import ask, export, frame, lists, sidebar, wording
from dashboard.ui.i18n import t, tn

view = frame.opening(t("events.title"))
newest = sidebar.switch("newest", "events.newest")
page, last = export.page_of(view.counts.events)
rows = export.ROWS
events = ask.events(view.snapshot, view.filters, rows, (page - 1) * rows, newest=newest)

with st.container(horizontal=True, vertical_alignment="center", key="above"):
    lead = wording.safe(tn("events.lead", view.counts.events))
    st.html(f'<p class="rule">{lead}</p>', width="content")
    export.pager(page, last)
    export.csv_button(view)
lists.linked_table(events)
frame.closing(view)
