"""To come."""

from dashboard.ui import frame
from dashboard.ui.i18n import t

view = frame.opening(t("page.overview"))
frame.closing(view)
