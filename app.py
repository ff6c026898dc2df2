"""The start: `streamlit run app.py` serves salesplan/ui/main.py behind our headers."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from salesplan.ui import edge, headers, selfcheck, warmup

selfcheck.check()
headers.hide_server()


async def healthz(_: object) -> PlainTextResponse:
    """Say that the server answers."""
    return PlainTextResponse("ok")


app = st.App(
    "salesplan/ui/main.py",
    routes=[Route("/healthz", healthz)],
    middleware=[Middleware(headers.Headers)],
    lifespan=warmup.lifespan,
    on_script_error=edge.show,
)
