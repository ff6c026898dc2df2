"""The warm-up: heavy libraries load beside the start, not in the first visitor's click."""

import gc
import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

HEAVY = ("altair", "salesplan.ui.parts", "salesplan.ui.importing", "salesplan.ui.settings_form")


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Warm up beside the server's start, so that it answers at once."""
    threading.Thread(target=warm, name="warm-up", daemon=True).start()
    yield


def warm() -> None:
    """Import what pages need, then put it out of the garbage collector's reach.

    Streamlit collects after every run, which costs 30 to 60 ms when it walks all the libraries.
    """
    for name in HEAVY:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
