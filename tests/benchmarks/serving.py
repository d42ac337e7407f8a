"""The dashboard's own server, and visits to it as a browser makes them, without the browser.

A visit speaks Streamlit's protocol (a websocket with Protocol Buffers messages): what is timed is
the server's whole answer, from the question to the word that the script is finished.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

ROOT = Path(__file__).resolve().parents[2]
_WAIT = 120  # seconds


class Server:
    """The dashboard over a table, on a free port; a context manager that stops it."""

    def __init__(self, table: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
        command += ["--server.headless", "true", "--server.port", str(self.port)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"TAWQIT_TABLE": str(table)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> Server:
        end = time.monotonic() + _WAIT
        while time.monotonic() < end:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/_stcore/health"):
                    return self
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise TimeoutError(f"the server on port {self.port} did not start within {_WAIT} s")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    def memory(self) -> tuple[float, float]:
        """Megabytes of its own, and of files that it has mapped (Linux gives both)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        lines = dict(line.split(":", 1) for line in status.splitlines())
        own, files = (int(lines[name].split()[0]) / 1000 for name in ("RssAnon", "RssFile"))
        return own, files


@dataclass(frozen=True)
class Answer:
    """What one question took, in seconds, and what came back, in bytes."""

    seconds: float
    size: int
    problem: str = ""


class Visit:
    """One open page at a server, as a browser's tab is one."""

    def __init__(self, server: Server) -> None:
        self._socket: Any = connect(
            f"ws://127.0.0.1:{server.port}/_stcore/stream", subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None, open_timeout=_WAIT, ping_interval=None,
        )  # fmt: skip

    def ask(self, page: str, query: Mapping[str, str]) -> Answer:
        """Opens a page with these parameters in its URL and waits for all of it."""
        question = BackMsg()
        question.rerun_script.page_name = page
        question.rerun_script.query_string = urlencode(query)
        begin = time.perf_counter()
        self._socket.send(question.SerializeToString())
        size, problem = 0, ""
        while True:
            received = self._socket.recv(timeout=_WAIT)
            size += len(received)
            message = ForwardMsg.FromString(received)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                problem = message.delta.new_element.exception.message
            if kind == "script_finished":
                return Answer(time.perf_counter() - begin, size, problem)

    def close(self) -> None:
        """Closes the page."""
        self._socket.close()
