"""The headers of every response: a strict content policy, and nothing kept of what people load."""

import base64
import gc
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
import uvicorn

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_MEDIA = "/media/"
_POLICY = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval' {scripts}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)


def policy(page: str) -> str:
    """Write the content policy for a start page, its inline scripts allowed by their hash."""
    scripts = " ".join(_hash(script) for script in _INLINE.findall(page))
    return "; ".join(_POLICY).format(scripts=scripts)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class Headers:
    """Puts our headers on every response."""

    def __init__(self, app: "ASGIApp") -> None:
        """Wrap the app; the policy is written once, for the Streamlit that is installed."""
        self._app = app
        self._ours = {
            b"content-security-policy": policy(_INDEX.read_text(encoding="utf-8")).encode(),
            b"x-content-type-options": b"nosniff",
            b"x-frame-options": b"DENY",
            b"referrer-policy": b"no-referrer",
            b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
            b"cross-origin-opener-policy": b"same-origin",
        }

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a request, with our headers on the response."""

        async def dressed(message: "Message") -> None:
            if message["type"] == "http.response.start":
                message["headers"] = self._dress(scope["path"], message["headers"])
            await send(message)

        await self._app(scope, receive, dressed if scope["type"] == "http" else send)

    def _dress(self, path: str, theirs: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        ours = self._ours | ({b"cache-control": b"no-store"} if path.startswith(_MEDIA) else {})
        return [pair for pair in theirs if pair[0].lower() not in ours] + list(ours.items())


def hide_server() -> None:
    """Keep the server from naming itself: it adds that header below every middleware.

    Uvicorn can leave it out (server_header=False), but Streamlit makes uvicorn's configuration
    itself and hands no such option on: the one that it made, before it read app.py, must be found.
    """
    for thing in gc.get_objects():
        if type(thing) is uvicorn.Config:
            thing.encoded_headers = [pair for pair in thing.encoded_headers if pair[0] != b"server"]
