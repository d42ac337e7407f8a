"""Chromium as the press: plotly figures in, SVG out; finished sheets in, PNG and PDF out.

Kaleido keeps one browser for the whole process. What it prints is an SVG inside an image, where
the fonts of its page do not reach: each sheet carries its own, and the page hands it on unchanged.
A sheet is painted and printed at once, each in a tab of its own.
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import os
import shutil
import threading
from collections.abc import Sequence
from typing import Any

import kaleido
from choreographer.browsers.chromium import Chromium

from dashboard.briefing.fonts import font_faces

_LOG = logging.getLogger("tawqit.briefing")
_PATIENCE = 60  # seconds for one picture, the start of the browser included
_GIVEN = "BROWSER_PATH"
_TABS = 2
_LOOKS = 100  # whether a tab's empty page is there, which it nearly always is at once

_TO_THE_EDGE = "@page{margin:0} #kaleido-image{display:block}"
# Plotly measures text before it draws it, so the fonts come first. A sheet is no figure: it is
# given back as it is, or painted.
_HANDING_ON = """
<script>
(() => {
  const draw = Plotly.toImage;
  Plotly.toImage = async (figure, options) => {
    await Promise.all([...document.fonts].map(face => face.load()));
    const sheet = figure.layout && figure.layout.meta && figure.layout.meta.sheet;
    if (!sheet) return draw(figure, options);
    const link = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(sheet);
    if (options.format === "svg") return options.imageDataOnly ? sheet : link;
    const image = new Image();
    image.src = link;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(options.width * options.scale);
    canvas.height = Math.round(options.height * options.scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const painted = canvas.toDataURL("image/" + options.format);
    return options.imageDataOnly ? painted.replace(/^data:[^,]*,/, "") : painted;
  };
})();
</script>
"""


class NoBrowser(Exception):
    """There is no Chrome or Chromium here; ``asked`` is what ``BROWSER_PATH`` names, if set."""

    def __init__(self, asked: str = "") -> None:
        super().__init__(f"no Chrome or Chromium ({_GIVEN}={asked!r})")
        self.asked = asked


class NotDrawn(Exception):
    """The browser gave no picture: it failed, or took too long."""


class _Page(kaleido.PageGenerator):  # type: ignore[misc]
    """Kaleido's page with our fonts, and sheets handed on."""

    def generate_index(self) -> str:
        page = str(super().generate_index())
        style = f"<style>{font_faces()}{_TO_THE_EDGE}</style>"
        page = page.replace("<title>", f"{style}<title>", 1)
        return page.replace("</head>", f"{_HANDING_ON}</head>", 1)


class _Tabs(kaleido.Kaleido):  # type: ignore[misc]
    """Kaleido's browser whose tabs stay as they are from one picture to the next.

    Kaleido loads the page anew after each, all of plotly with it: that is half of the time. What
    goes wrong in a tab ends the browser anyway.
    """

    async def _return_kaleido_tab(self, tab: Any) -> None:
        await self.tabs_ready.put(tab)

    async def _conform_tabs(self, tabs: Any = None) -> None:
        # Kaleido asks to hear of a page that is loaded after it has begun to load it. Where this
        # program is held up in between, as on a busy machine, the page is there before, nothing
        # is heard of it, and the start waits for ever. So each tab is asked beforehand, when its
        # empty page, of which nothing should be heard either, is there.
        tabs = list(tabs or self.tabs.values())
        await asyncio.gather(*(_listening(tab) for tab in tabs))
        await super()._conform_tabs(tabs)


async def _listening(tab: Any) -> None:
    """Has a tab tell when a page is loaded, once the one that it begins with is."""
    for _ in range(_LOOKS):
        said = await tab.send_command(
            "Runtime.evaluate", {"expression": "document.readyState", "returnByValue": True}
        )
        if said.get("result", {}).get("result", {}).get("value") == "complete":
            break
        await asyncio.sleep(0.02)
    await tab.send_command("Page.enable")


class _Quiet(Chromium):
    """Chromium that asks nothing of the network by itself."""

    def get_cli(self) -> Sequence[str]:
        quiet = ["--disable-background-networking", "--disable-quic", "--disable-extensions"]
        return [*super().get_cli(), *quiet]


def browser_path() -> str:
    """The program that draws; ``NoBrowser`` where there is none or ``BROWSER_PATH`` is wrong."""
    asked = os.environ.get(_GIVEN, "")
    found = shutil.which(asked) if asked else Chromium.find_browser(skip_local=False)
    if not found:
        raise NoBrowser(asked)
    return str(found)


def has_browser() -> bool:
    """Whether pictures can be made here."""
    try:
        browser_path()
    except NoBrowser:
        return False
    return True


def begin() -> None:
    """Starts the browser without waiting for it, as a start takes longer than a picture."""
    threading.Thread(target=_press.begin, name="briefing-start", daemon=True).start()


def ready() -> None:
    """Waits for a start that is under way; what hinders it is said by the first picture."""
    _press.ready()


def figure_svg(figure: Any, width: float, height: float) -> str:
    """A plotly figure as SVG of so many pixels, without the fonts it names."""
    (made,) = _press.calculate((figure, _wanted("svg", width, height)))
    return made.decode("utf-8")


def svg_pdf(sheet: str, width: float, height: float) -> bytes:
    """A finished SVG, its fonts inside, as one PDF page of so many CSS pixels; text stays text."""
    (made,) = _press.calculate((_carried(sheet), _wanted("pdf", width, height)))
    return made


def svg_png_and_pdf(
    sheet: str, numbered: str, width: float, height: float, scale: float = 2
) -> tuple[bytes, bytes]:
    """A finished SVG as PNG of ``scale`` pixels a unit, and one with its page's number as PDF."""
    painted, printed = _press.calculate(
        (_carried(sheet), _wanted("png", width, height, scale)),
        (_carried(numbered), _wanted("pdf", width, height)),
    )
    return painted, printed


def _carried(sheet: str) -> dict[str, Any]:
    return {"data": [], "layout": {"meta": {"sheet": sheet}}}


def _wanted(kind: str, width: float, height: float, scale: float = 1) -> dict[str, Any]:
    return {"format": kind, "width": width, "height": height, "scale": scale}


_Job = tuple[Any, dict[str, Any]]


class _Press:
    """One browser for the process, on a loop of its own; begun when first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._browser: Any = None

    def begin(self) -> None:
        with self._lock:
            try:
                self._wait(self._opened(browser_path()), _PATIENCE)
            except Exception:
                _LOG.warning("the browser for pictures did not start", exc_info=True)
                self._close()  # the first picture tries again, and says what is wrong

    def ready(self) -> None:
        with self._lock:
            pass

    def calculate(self, *jobs: _Job) -> list[bytes]:
        """Every job's picture: a figure with its kind and size."""
        path = browser_path()
        with self._lock:
            while True:
                fresh = self._browser is None
                try:
                    return list(self._wait(self._made(path, jobs), _PATIENCE))
                except Exception as error:
                    _LOG.exception("a picture could not be made")
                    self._close()
                    if fresh:  # one that ended since the last picture is begun again
                        raise NotDrawn(str(error)) from error

    async def _made(self, path: str, jobs: Sequence[_Job]) -> list[bytes]:
        browser = await self._opened(path)
        made: list[bytes] = await asyncio.gather(
            *(browser.calc_fig(figure, opts=wanted) for figure, wanted in jobs)
        )
        return made

    async def _opened(self, path: str) -> Any:
        if self._browser is None:
            page = _Page(mathjax=False)
            self._browser = _Tabs(
                n=_TABS, timeout=_PATIENCE, page_generator=page, path=path, browser_cls=_Quiet
            )
            await self._browser.open()
        return self._browser

    def _wait(self, task: Any, seconds: float) -> Any:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            threading.Thread(target=self._loop.run_forever, name="briefing", daemon=True).start()
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(seconds)

    def _close(self) -> None:
        browser, self._browser = self._browser, None
        if browser is None:
            return
        try:
            self._wait(browser.close(), 10)
        except Exception:
            _LOG.warning("the browser for pictures did not close", exc_info=True)
            self._loop = None  # what hangs there must not hold up the next one

    def close(self) -> None:
        """Ends the browser; what it still had to say goes unread, and is no error."""
        logging.getLogger("choreographer").setLevel(logging.CRITICAL)
        with self._lock:
            self._close()


_press = _Press()
atexit.register(_press.close)
