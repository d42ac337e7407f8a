"""What does the source say, word for word, and what was read from it?"""

import streamlit as st

from dashboard.ui import ask, correcting, documents, frame, reports, reviewing, sidebar
from dashboard.ui.i18n import t

doc_id = st.query_params.get("doc", "")
event_id = st.query_params.get("event", "")
view = frame.view(t("reader.title"))
sidebar.controls(view.filters, view.choices)
document = ask.document(view.snapshot, doc_id) if doc_id else None

if document is None:
    frame.heading(t("reader.title"))
    if doc_id:
        frame.say("no_document", doc=doc_id)
    sidebar.chips(view.filters, view.choices)
    documents.shelf(view)
else:
    frame.heading(document["title"] or t("reader.untitled"))
    correcting.said()
    event_id = reviewing.carrying(view, document, event_id)
    read, listed = st.tabs([t("reader.tab.text"), t("reader.tab.read")])
    with read:
        text, facts = st.columns([3, 1.1], gap="large")
        with text:
            documents.page(document, event_id)
        with facts:
            documents.facts(document, event_id)
            reviewing.of_event(view, document, event_id)
            reports.of_event(view.snapshot, document, event_id)
    with listed:
        documents.mentions(document)
frame.closing(view, frame.version(view))
