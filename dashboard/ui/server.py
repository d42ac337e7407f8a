"""What the server adds to Streamlit's own pages: its address, and word of the window's width."""

from __future__ import annotations

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WIDTH = "tawqit_width"
"""The cookie with the window's width in pixels."""
NARROW = 640
"""Below this width a page is a telephone's; the stylesheet has the same number."""

# Figures are drawn on the server, for a width; it is told before the page asks for anything. A
# window that becomes a telephone's, or stops being one, has its figures drawn again: the link
# holds all that was chosen.
_TELL_WIDTH = f"""
(() => {{
  const tell = () => document.cookie = `{WIDTH}=${{innerWidth}};path=/;SameSite=Strict`;
  const narrow = () => innerWidth < {NARROW};
  let was = narrow();
  const told = () => {{
    tell();
    if (narrow() === was) return;
    was = narrow();
    if (document.querySelector(".js-plotly-plot")) location.reload();
  }};
  tell();
  addEventListener("resize", told);
  // A telephone's window is as wide as a desktop's until the page's head has been read.
  document.addEventListener("readystatechange", told);
}})();
"""


class Introduction:
    """Puts a script before those of every page: where the server is, and how wide the window.

    Streamlit 1.67 guesses the server's address from the link that was opened: for ``/meetings`` it
    asks below that path first, is refused, and leaves two errors on the console. ``base`` is the
    path that the site is served under (``server.baseUrlPath``), without slashes at its ends.

    ``first`` is the name of the page that opens without one. Streamlit knows it by no other name
    and greets a link to it with "Page not found", so such a link is sent on.
    """

    def __init__(self, app: ASGIApp, base: str = "", first: str = "") -> None:
        self._app = app
        path = f"/{base}/" if base else "/"
        self._root, self._first = path, path + first
        address = f'window.__streamlit = {{BACKEND_BASE_URL: location.origin + "{path}"}};'
        self._script = f"<script>{address}{_TELL_WIDTH}</script>".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, and writes the script into HTML pages."""
        if scope["type"] != "http" or not _wants_a_page(scope):
            await self._app(scope, receive, send)
            return
        if scope["path"].rstrip("/") == self._first:
            query = scope["query_string"].decode("latin-1")
            there = self._root + (f"?{query}" if query else "")
            await RedirectResponse(there)(scope, receive, send)
            return
        plain = [(k, v) for k, v in scope["headers"] if k not in (b"accept-encoding", b"range")]
        held: list[Message] = []
        body = bytearray()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                start, whole = self._told(held[0], bytes(body))
                await send(start)
                await send({"type": "http.response.body", "body": whole})

        await self._app({**scope, "headers": plain}, receive, sent)

    def _told(self, start: Message, body: bytes) -> tuple[Message, bytes]:
        headers = [(k.lower(), v) for k, v in start["headers"]]
        if b"text/html" not in dict(headers).get(b"content-type", b""):
            return start, body
        body = body.replace(b"<head>", b"<head>" + self._script, 1)
        length = (b"content-length", str(len(body)).encode())
        kept = [(k, v) for k, v in headers if k not in (b"content-length", b"etag")]
        return {**start, "headers": [*kept, length]}, body


def _wants_a_page(scope: Scope) -> bool:
    accept = dict(scope["headers"]).get(b"accept", b"")
    return scope["method"] == "GET" and b"text/html" in accept
