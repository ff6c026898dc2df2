"""The child process that parses workbooks: start it, ask it, end it.

A workbook of 1.5 kB can make a reader take all memory or abort its process, so no workbook is
parsed in ours. The child is kept for a minute: starting it costs more than a small file.
"""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from salesplan.errors import DamagedFile, PasswordProtected, TookTooLong, TooMuchMemory
from salesplan.intake.read import limits
from salesplan.intake.read.inside.frames import LENGTH

Reply = tuple[dict[str, Any], list[bytes]]

# The packages above `inside` import half the program; bare stand-ins keep the child lean.
_BOOT = """
import sys, types
root = sys.argv[1]
for name in ("salesplan", "salesplan.intake", "salesplan.intake.read"):
    module = sys.modules[name] = types.ModuleType(name)
    module.__path__ = [root + "/" + name.replace(".", "/")]
from salesplan.intake.read.inside.serve import serve
serve(memory=int(sys.argv[2]), cpu=int(sys.argv[3]), grid_rows=int(sys.argv[4]))
"""
_ROOT = Path(__file__).parents[3]
_SIGXCPU = 24
_LOCK = threading.Lock()
_idle: list["Child"] = []


def parse(name: str, data: bytes) -> Reply:
    """Have a workbook parsed, one at a time: each may take a gigabyte."""
    with _LOCK:
        child = _idle.pop() if _idle else Child()
        child.rest.cancel()
        reply = child.ask(name, data)
        if len(data) > limits.REUSE_BYTES:
            child.end()
        else:
            child.keep()
            _idle.append(child)
        return reply


class Child:
    """A process that answers one request after another."""

    def __init__(self) -> None:
        """Start it: isolated, without our environment, deaf to our terminal."""
        caps = (limits.CHILD_MEMORY, limits.CHILD_CPU_SECONDS, limits.GRID_ROWS)
        self.process = subprocess.Popen(  # noqa: S603  our own interpreter, our own code
            [sys.executable, "-I", "-c", _BOOT, str(_ROOT), *map(str, caps)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
        self.late = False
        self.rest = threading.Timer(0, self.end)

    def ask(self, name: str, data: bytes) -> Reply:
        """Send a workbook and wait for its sheets."""
        timer = threading.Timer(limits.CHILD_WALL_SECONDS, self._out_of_time)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(name, data)
        except (OSError, EOFError, ValueError) as error:
            raise self._cause(name) from error
        finally:
            timer.cancel()

    def keep(self) -> None:
        """Stay for a while, in case another file follows."""
        self.rest = threading.Timer(limits.CHILD_IDLE_SECONDS, _dismiss, [self])
        self.rest.daemon = True
        self.rest.start()

    def end(self) -> None:
        """Stop the process and collect it."""
        self.process.kill()
        self.process.communicate()

    def _exchange(self, name: str, data: bytes) -> Reply:
        """Write the request, read the reply."""
        assert self.process.stdin is not None  # noqa: S101  we asked for a pipe
        self.process.stdin.write(LENGTH.pack(len(data)))
        self.process.stdin.write(data)
        self.process.stdin.flush()
        head = json.loads(self._read(LENGTH.unpack(self._read(LENGTH.size))[0]))
        if "failure" in head:
            self.end()
            raise _FAILURES[head["failure"]](name=name) from ChildProcessError(head.get("detail"))
        return head, [self._read(sheet["rest"]) for sheet in head["sheets"]]

    def _read(self, size: int) -> bytes:
        """Read exactly so many bytes."""
        assert self.process.stdout is not None  # noqa: S101  we asked for a pipe
        if size > limits.REPLY_BYTES:
            raise EOFError
        data = self.process.stdout.read(size)
        if len(data) < size:
            raise EOFError
        return data

    def _out_of_time(self) -> None:
        """Kill what takes too long."""
        self.late = True
        self.process.kill()

    def _cause(self, name: str) -> Exception:
        """Say why the child is gone."""
        self.process.kill() if self.late else None
        self.process.communicate()
        code = -self.process.returncode
        if self.late or code == _SIGXCPU:
            return TookTooLong(name=name, seconds=limits.CHILD_WALL_SECONDS)
        return TooMuchMemory(name=name) if code in _OUT_OF_MEMORY else DamagedFile(name=name)


_FAILURES = {"password": PasswordProtected, "memory": TooMuchMemory, "damaged": DamagedFile}
_OUT_OF_MEMORY = {6, 9}  # an allocation that fails aborts; the system's own last resort kills


def _dismiss(child: Child) -> None:
    """End a child that nobody needed for a while."""
    with _LOCK:
        if child in _idle:
            _idle.remove(child)
            child.end()


def _environment() -> dict[str, str]:
    """Give the child next to nothing."""
    # Arrow's own allocators reserve address space in bulk, which the limit would count.
    kept = {"ARROW_DEFAULT_MEMORY_POOL": "system"}
    if sys.platform == "win32":
        kept["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    return kept
