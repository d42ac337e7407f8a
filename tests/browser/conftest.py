"""A fresh server over a real table, and Chromium to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]


def _chromium() -> str:
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        pytest.fail("no Chromium or Chrome: install Debian's package «chromium» or set BROWSER_PATH")
    return str(found)


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from dashboard.pipeline import ingest

    folder = tmp_path_factory.mktemp("tawqit") / "table"
    report = ingest([ROOT / "data" / "dispatches"], folder)
    assert report.failed == 0
    return folder


@pytest.fixture(scope="session")
def server(table: Path) -> Iterator[str]:
    """The address of a server that no page was asked of yet."""
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
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    default = ROOT / "tests" / "browser" / "screenshots"
    folder = Path(os.environ.get("TAWQIT_SCREENSHOTS") or default)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
