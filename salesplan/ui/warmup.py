"""What the server does by itself: heavy libraries load beside its start, the tray is tidied."""

import asyncio
import gc
import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

HEAVY = ("altair", "salesplan.ui.parts", "salesplan.ui.importing", "salesplan.ui.settings_form")
TRAY = "salesplan.ui.importing.tray"
_BETWEEN = 300.0


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Warm up beside the server's start, so that it answers at once; tidy as long as it runs."""
    threading.Thread(target=warm, name="warm-up", daemon=True).start()
    tidying = asyncio.create_task(_tidy())
    yield
    tidying.cancel()


async def _tidy() -> None:
    """Let go of forgotten uploads, whether anybody visits or not."""
    while True:
        await asyncio.sleep(_BETWEEN)
        importlib.import_module(TRAY).tidy()


def warm() -> None:
    """Import what pages need, then put it out of the garbage collector's reach.

    Streamlit collects after every run, which costs 30 to 60 ms when it walks all the libraries.
    """
    for name in HEAVY:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
