"""A fresh server over a real table, and Chromium to look at it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    expect,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeout

ROOT = Path(__file__).resolve().parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


# Every figure the script sent is on the page, none still waits for its code, a map has its land and
# its marks (those come later, and only then does it hear clicks), and one that is dragged over hears
# clicks as well. A typeface that comes later moves what is below the words it sets.
_DRAWN = """() => {
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  const seen = (map, ids) => ids.length && map.queryRenderedFeatures({layers: ids}).length;
  const whole = map => map?.getLayer('land') && seen(map, ['land'])
    && seen(map, map.getLayersOrder().filter(id => id.startsWith('plotly-trace')));
  return document.fonts.status === 'loaded'
    && !document.querySelector('[data-testid=stSkeleton]')
    && [...document.querySelectorAll('.stPlotlyChart')].every(f => f.querySelector('.main-svg'))
    && plots.every(f => !f._fullLayout?.map || whole(f._fullLayout.map._subplot?.map))
    && plots.every(f => f._fullLayout?.dragmode !== 'select' || f.dataset.heard);
}"""
expect.set_options(timeout=30_000)  # two cores may be shared with others


def _chromium() -> str:
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        pytest.fail(
            "no Chromium or Chrome: install Debian's package «chromium» or set BROWSER_PATH"
        )
    return str(found)


def table_of_dispatches(folder: Path) -> Path:
    """A new table of the sample dispatches, which no other test has corrected."""
    from dashboard.pipeline import ingest

    report = ingest([ROOT / "data" / "dispatches"], folder)
    assert report.failed == 0
    return folder


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return table_of_dispatches(tmp_path_factory.mktemp("tawqit") / "table")


@contextmanager
def _serving(table: Path) -> Iterator[str]:
    """The address of a fresh server over a table, on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.address=127.0.0.1"],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=os.environ | {"TAWQIT_TABLE": str(table), "STREAMLIT_SERVER_PORT": str(port)},
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
            break
        except OSError:
            time.sleep(0.5)
    yield address
    assert process.poll() is None, f"the server ended by itself with {process.returncode}"
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def server(table: Path) -> Iterator[str]:
    """The address of a server that no page was asked of yet."""
    with _serving(table) as address:
        yield address


@pytest.fixture(scope="module")
def server_without_table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that has nothing to show yet."""
    with _serving(tmp_path_factory.mktemp("nothing") / "table") as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=_FLAGS)
        yield browser
        browser.close()


def new_page(
    chromium: Browser, *, width: int = 1400, height: int = 900, dark: bool = False
) -> Page:
    """An empty page for a visitor who was never here, in a window of its own."""
    return chromium.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )


@pytest.fixture(scope="session")
def screenshots() -> Path:
    default = ROOT / "tests" / "browser" / "screenshots"
    folder = Path(os.environ.get("TAWQIT_SCREENSHOTS") or default)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def drawn(page: Page) -> None:
    """Waits until the page's script has run and its figures are drawn."""
    page.locator("h1.asks").wait_for(timeout=45_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_function(_DRAWN)


def settle(page: Page) -> None:
    """Waits until the page is drawn and asks for nothing more."""
    drawn(page)
    page.wait_for_load_state("networkidle")  # the base map is a file of its own


def pick(page: Page, box: Locator, typed: str) -> None:
    """Types into a list of choices and takes the first that is offered for it.

    A list closes where the page is drawn or scrolled meanwhile: then it is opened again.
    """
    offered = page.get_by_role("option", name=re.compile(re.escape(typed))).first
    for attempt in range(4):
        settle(page)
        box.click()
        box.press_sequentially(typed, delay=20)
        try:
            offered.click(timeout=6_000)
        except PlaywrightTimeout:
            if attempt == 3:
                raise
            page.keyboard.press("Escape")
        else:
            return


def faults(page: Page) -> list[str]:
    """What axe-core calls serious or critical of the page as it is.

    Every rule looks at every element; only the elements that pass are not described, most of the time.
    """
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{page.url}: {fault['id']}: {node['target']} {node['html']}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def figures(page: Page) -> list[Locator]:
    """The figures of a page that has some."""
    found = page.locator(".js-plotly-plot").all()
    assert found, page.url
    return found


@pytest.fixture
def open_page(chromium: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Opens a page by its link and waits until it is drawn.

    At the end of the test: no error on any page's console and no request off this machine.
    """
    opened: list[Page] = []
    errors: list[str] = []
    hosts: set[str | None] = set()

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{message.text} {message.location.get('url', '')}")

    def open_(link: str, **look: Any) -> Page:
        page = new_page(chromium, **look)
        opened.append(page)
        page.on("console", listen)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: hosts.add(urlparse(request.url).hostname))
        page.goto(link if link.startswith("http") else f"{server}/{link}")
        settle(page)
        return page

    yield open_
    for page in opened:
        page.close()
    assert errors == []
    assert hosts <= {"127.0.0.1", None}
