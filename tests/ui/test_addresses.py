"""A link to the first page by its name opens it, with all that the link asks for."""

import pytest

from dashboard.ui.server import Introduction


async def _page(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def _asked(path: str, query: str, base: str = "") -> tuple[int, str]:
    sent = []
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query.encode(),
        "headers": [(b"accept", b"text/html")],
    }  # fmt: skip

    async def send(message):
        sent.append(message)

    answer = Introduction(_page, base=base, first="overview")(scope, None, send)
    with pytest.raises(StopIteration):  # nothing in it waits for anything
        answer.send(None)
    headers = dict(sent[0]["headers"])
    return sent[0]["status"], headers.get(b"location", b"").decode()


def test_the_first_page_is_sent_on_with_its_filters():
    assert _asked("/overview", "lang=ar&actor=john-kerry") == (307, "/?lang=ar&actor=john-kerry")
    assert _asked("/overview/", "") == (307, "/")
    assert _asked("/desk/overview", "q=1", base="desk") == (307, "/desk/?q=1")


def test_other_pages_are_served_as_they_are():
    assert _asked("/timeline", "lang=ar")[0] == 200
    assert _asked("/", "lang=ar")[0] == 200
