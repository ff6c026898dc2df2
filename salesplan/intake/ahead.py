"""Many files in a row: the next ones are read while the last one is loaded."""

import hashlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from salesplan.intake.drafts import Answers, Examined
from salesplan.intake.examine import examine
from salesplan.text import Sentence

_READERS = 2


def examine_all(
    paths: Sequence[Path], answers: Answers | None = None
) -> Iterator[tuple[Path, Examined]]:
    """Examine files in their order, at most two ahead of the one that is asked for."""
    asked = answers or Answers()
    with ThreadPoolExecutor(_READERS, "examine") as readers:
        waiting: deque[tuple[Path, Future[Examined]]] = deque()
        for path in paths:
            waiting.append((path, readers.submit(_examined, path, asked)))
            if len(waiting) > _READERS:
                first, future = waiting.popleft()
                yield first, future.result()
        for path, future in waiting:
            yield path, future.result()


def _examined(path: Path, answers: Answers) -> Examined:
    try:
        data = path.read_bytes()
    except OSError as error:
        why = Sentence("errors.cannot_read", {"name": str(path), "why": error.strerror or ""})
        return Examined(path.name, hashlib.sha256(b"").hexdigest(), "refused", why)
    return examine(path.name, data, answers)
