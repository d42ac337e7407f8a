"""Which events are in the table? Page by page, with a CSV of all that the filters let through."""

import streamlit as st

from dashboard.ui import address, ask, export, frame, lists
from dashboard.ui.i18n import t, tn

ROWS = 50

view = frame.opening(t("events.title"))
last = max(1, -(-view.counts.events // ROWS))
page = export.page_number(last)
events = ask.events(view.snapshot, view.filters, ROWS, (page - 1) * ROWS)

st.html(f'<p class="rule">{tn("events.lead", view.counts.events)}</p>')
shown = st.dataframe(
    lists.table(events), hide_index=True, height=600, row_height=34, key=f"table-{page}",
    on_select="rerun", selection_mode="single-row", column_config=export.columns(),
)  # fmt: skip
if chosen := shown.selection.rows:
    event = events.iloc[chosen[0]]
    address.open_sentence(event["doc_id"], event["event_id"])

with st.container(horizontal=True, vertical_alignment="center"):
    export.pager(page, last)
    export.csv_button(view)
frame.closing(view)
