"""How the child starts: isolated, without our environment, deaf to our terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from salesplan.intake.read import limits

_ROOT: Final = Path(__file__).parents[3]

# The packages above `inside` import half the program: bare stand-ins keep the child lean.
# pyarrow would import numpy and pandas, which cost more than itself and which nothing here needs.
_BOOT: Final = """
import json, sys, types
sys.modules["numpy"] = sys.modules["pandas"] = None
root, paths, walls, caps = sys.argv[1], *map(json.loads, sys.argv[2:])
sys.path += [path for path in paths if path not in sys.path]
for name in ("salesplan", "salesplan.intake", "salesplan.intake.read"):
    module = sys.modules[name] = types.ModuleType(name)
    module.__path__ = [root + "/" + name.replace(".", "/")]
from salesplan.intake.read.inside.book import Caps
from salesplan.intake.read.inside.serve import serve
serve(caps=Caps(**caps), **walls)
"""


def start() -> subprocess.Popen[bytes]:
    """Start a child that waits for a workbook."""
    walls = {"memory": limits.CHILD_MEMORY, "cpu": limits.CHILD_CPU_SECONDS}
    caps = {
        "grid_rows": limits.GRID_ROWS,
        "lean_from": limits.LEAN_FROM_BYTES,
        "cells": limits.CELLS,
        "merges": limits.MERGES,
        "reply": limits.REPLY_BYTES,
    }
    # Our libraries may lie where an isolated interpreter does not look: it gets our list.
    told = map(json.dumps, (list(filter(None, sys.path)), walls, caps))
    return subprocess.Popen(  # noqa: S603  our own interpreter, our own code
        [sys.executable, "-I", "-c", _BOOT, str(_ROOT), *told],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _environment() -> dict[str, str]:
    """Give the child next to nothing."""
    # Arrow's own allocators reserve address space in bulk, which the memory limit would count.
    needed = {"ARROW_DEFAULT_MEMORY_POOL": "system"}
    return needed | {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
