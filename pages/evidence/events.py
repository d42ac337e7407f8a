"""Which events are in the table? Page by page, with a CSV of all that the filters let through."""

import streamlit as st

from dashboard.ui import ask, export, frame, lists, wording
from dashboard.ui.i18n import t, tn

view = frame.opening(t("events.title"))
page, last = export.page_of(view.counts.events)
events = ask.events(view.snapshot, view.filters, export.ROWS, (page - 1) * export.ROWS)

with st.container(horizontal=True, vertical_alignment="center", key="above"):
    lead = wording.safe(tn("events.lead", view.counts.events))
    st.html(f'<p class="rule">{lead}</p>', width="content")
    export.pager(page, last)
    export.csv_button(view)
lists.linked_table(events)
frame.closing(view)
