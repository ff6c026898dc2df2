"""Long work, outside the page: one background worker, and each job runs once per key.

A click, a second click or a closed tab stops a page's script in the middle; a job goes on, and the
page finds it again by its key. Keys say what is done (which file, sheet and answers), not who asks.
"""

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from queue import SimpleQueue

from salesplan.errors import SalesplanError
from salesplan.ui.edge import known


@dataclass(frozen=True)
class Step:
    """Where a job is: the step's name, and how many of how many things in it are done."""

    name: str
    done: int = 0
    of: int = 0


Tell = Callable[[Step], None]
Work = Callable[[Tell], object]


@dataclass
class Job:
    """One piece of work: the steps so far, and its result or error once it is over."""

    key: Hashable
    work: Work | None
    steps: list[Step] = field(default_factory=list)
    result: object = None
    error: SalesplanError | None = None
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def running(self) -> bool:
        """Tell whether the job waits or works."""
        return not self.over.is_set()

    def run(self) -> None:
        """Do the work, let go of what it holds, and only then say that it is over."""
        try:
            self.result = self.work(self.steps.append) if self.work else None
        except Exception as error:  # noqa: BLE001 - the worker must outlive any job; known() logs it
            self.error = known(error)
        finally:
            self.work = None
            self.over.set()


class Worker:
    """Runs jobs one after the other in a thread of its own."""

    def __init__(self) -> None:
        """Start with no jobs; the thread starts with the first."""
        self._jobs: dict[Hashable, Job] = {}
        self._queue: SimpleQueue[Job] = SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def submit(self, key: Hashable, work: Work) -> Job:
        """Give the job of this key, started unless it is under way."""
        with self._lock:
            job = self._jobs.get(key)
            if job is None or not job.running:
                job = self._jobs[key] = Job(key, work)
                self._queue.put(job)
                self._start()
            return job

    def find(self, key: Hashable) -> Job | None:
        """Give the job of a key, or None."""
        return self._jobs.get(key)

    def forget(self, key: Hashable) -> None:
        """Drop a job that is over, and with it what it holds in memory."""
        with self._lock:
            job = self._jobs.get(key)
            if job is not None and not job.running:
                del self._jobs[key]

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name="salesplan-jobs", daemon=True)
            self._thread.start()

    def _loop(self) -> None:
        while True:
            self._queue.get().run()


worker = Worker()
