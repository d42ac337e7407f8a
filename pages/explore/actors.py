"""Who acts most; and of one actor: when, with whom, where, and which tolls did it state?"""

import streamlit as st

from dashboard.ui import actors, asserters, frame, sidebar
from dashboard.ui.i18n import t

view = frame.view(t("actors.title"))
sidebar.controls(view.filters, view.choices)
actor = actors.chosen(view)
asserter = None if actor else asserters.chosen(view)
name, find = st.columns([2, 1], gap="medium", vertical_alignment="center")
with name:
    frame.heading(actors.title(actor or asserter))
with find:
    actors.finder(view, actor or asserter)
if one := actor or asserter:
    actors.head(one)
# The one actor is the heading; the box beside it takes it away.
sidebar.chips(view.filters.with_(actors=()) if actor else view.filters, view.choices)
if asserter:
    actors.stating(view, asserter)
elif not view.counts.events:
    frame.empty(view)
elif actor:
    actors.page(view, actor)
else:
    actors.ranking(view)
frame.closing(view, "")
