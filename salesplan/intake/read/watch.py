"""A watch over the child: on time everywhere, on memory where the system sets no limit."""

import subprocess
import sys
import threading
from time import monotonic
from typing import Final, Self

import psutil

from salesplan.errors import TookTooLong, TooMuchMemory, UnreadableFile

POLLS_MEMORY: Final = sys.platform != "linux"
_EVERY_SECONDS: Final = 0.05


class Watch:
    """Kill a process that takes too long or too much, and say which; used with `with`."""

    def __init__(
        self, process: subprocess.Popen[bytes], *, seconds: float, memory: int | None
    ) -> None:
        """Watch memory too if it is given, in bytes."""
        self.verdict: type[UnreadableFile] | None = None
        self._process = process
        self._until = monotonic() + seconds
        self._memory = memory
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._guard, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self._done.set()
        self._thread.join()

    def _guard(self) -> None:
        """Wait for the end, or bring it about."""
        while not self._done.wait(self._pause()):
            if monotonic() >= self._until:
                self.verdict = TookTooLong
            elif self._memory is not None and _taken(self._process.pid) > self._memory:
                self.verdict = TooMuchMemory
            if self.verdict:
                self._process.kill()
                return

    def _pause(self) -> float:
        """Sleep to the deadline, or to the next look at memory."""
        left = max(0.0, self._until - monotonic())
        return left if self._memory is None else min(left, _EVERY_SECONDS)


def _taken(process_id: int) -> int:
    """Give the bytes that a process takes; none when it has ended."""
    try:
        taken: int = psutil.Process(process_id).memory_info().rss
    except psutil.Error:
        return 0
    return taken
