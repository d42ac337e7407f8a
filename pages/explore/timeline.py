"""To come."""

from dashboard.ui import frame
from dashboard.ui.i18n import t

view = frame.opening(t("page.timeline"))
frame.closing(view)
