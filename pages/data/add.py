"""What would be read from this article? Paste or upload it, look, then save it into the table."""

import streamlit as st

from dashboard.ui import drafts, frame, imports, wording
from dashboard.ui.i18n import t

frame.heading(t("add.title"))
st.html(f'<p class="rule">{wording.safe(t("add.lead"))}</p>')
paste, upload, dataset = st.tabs([t(f"add.tab.{name}") for name in ("paste", "upload", "import")])
with paste:
    drafts.paste()
with upload:
    drafts.upload()
with dataset:
    imports.form()
drafts.problems()
drafts.saved()
draft = drafts.chosen()
if draft is not None:
    drafts.show(draft)
