"""Headers: what every response says to the browser."""

import asyncio
import re

from salesplan.ui import headers

PAGE = "<html><script>one()</script><script src='x.js'></script><script>\n two()\n</script></html>"


def answer(path):
    """The headers of a response to a request for a path."""
    sent = []

    async def app(_scope, _receive, send):
        theirs = [(b"content-type", b"text/html"), (b"X-Frame-Options", b"ALLOW")]
        await send({"type": "http.response.start", "status": 200, "headers": theirs})

    async def send(message):
        sent.append(message)

    asyncio.run(headers.Headers(app)({"type": "http", "path": path}, None, send))
    return [(name.decode().lower(), value.decode()) for name, value in sent[0]["headers"]]


def test_only_the_inline_scripts_of_the_start_page_may_run():
    allowed = re.findall(r"'sha256-[^']+'", headers.policy(PAGE))

    assert len(allowed) == 2
    assert "'unsafe-eval'" not in headers.policy(PAGE)


def test_nothing_may_be_asked_of_another_host():
    policy = headers.policy(PAGE)

    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "http" not in policy


def test_ours_take_the_place_of_theirs():
    given = answer("/")

    assert [value for name, value in given if name == "x-frame-options"] == ["DENY"]
    assert ("content-type", "text/html") in given


def test_what_people_load_stays_in_no_cache():
    assert ("cache-control", "no-store") in answer("/media/abc.csv")
    assert ("cache-control", "no-store") not in answer("/static/js/index.js")
