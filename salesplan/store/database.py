"""The open database: one connection, a cursor per call, one writer at a time.

A database that a full disk has put out of service is opened again, by whoever meets it first.
"""

import contextlib
import shutil
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb

from salesplan.errors import DatabaseProblem, DatabaseUnreachable, DiskFull
from salesplan.store.backup import back_up
from salesplan.store.connection import connect
from salesplan.store.faults import MEMORY, backup_directory, explained
from salesplan.store.migrate import migrate
from salesplan.store.reading import settings
from salesplan.store.refresh import refresh_all
from salesplan.store.transaction import patiently, transaction

Cursor = duckdb.DuckDBPyConnection
T = TypeVar("T")
# So long other threads may take to let go of a database that is out of service, in seconds.
_LETTING_GO = 10.0
_OPEN: Counter[str] = Counter()


class Database:
    """One database file, or one in memory, open in this process."""

    def __init__(self, path: str | Path) -> None:
        """Open it, making it where there is none and bringing an old one up to date."""
        self.path = MEMORY if str(path) == MEMORY else str(Path(path).resolve())
        _make_room(self.path)
        self._writing = threading.Lock()
        self._opening = threading.Lock()
        self._closed = False
        self._connection = connect(self.path)
        try:
            with explained(self.path):
                self._bring_up_to_date()
        except BaseException:
            self._connection.close()
            raise
        _OPEN[self.path] += 1

    def close(self) -> None:
        """Close the database; its log is written into the file."""
        self._connection.close()
        _OPEN[self.path] -= not self._closed
        self._closed = True

    def ask(self, question: Callable[[Cursor], T]) -> T:
        """Ask on a cursor of its own, once more if the database had to be opened again."""
        with explained(self.path):
            connection = self._connection
            try:
                return _on_cursor(connection, question)
            except (duckdb.FatalException, duckdb.ConnectionException):
                self._open_again(connection)
                return _on_cursor(self._connection, question)

    def change(self, work: Callable[[Cursor], T]) -> T:
        """Do work in a transaction of its own; what it does twice must count once."""

        def attempt(cursor: Cursor) -> T:
            with transaction(cursor):
                return work(cursor)

        with self._writing:
            return patiently(lambda: self.ask(attempt))

    def require_space(self, size: int) -> None:
        """Raise DiskFull unless there is room for so many bytes."""
        if self.path != MEMORY and shutil.disk_usage(Path(self.path).parent).free < size:
            raise DiskFull(file=self.path)

    def _bring_up_to_date(self) -> None:
        """Run what is missing of the migrations; data that is there is backed up before."""
        if migrate(self._connection, before=self._back_up_before):
            with contextlib.closing(self._connection.cursor()) as cursor, transaction(cursor):
                refresh_all(cursor, settings(cursor))

    def _back_up_before(self, version: int) -> None:
        if self.path != MEMORY:
            name = f"{Path(self.path).stem}-before-migration-from-{version}.duckdb"
            with contextlib.closing(self._connection.cursor()) as cursor:
                back_up(cursor, self.path, backup_directory(self.path) / name)

    def _open_again(self, broken: duckdb.DuckDBPyConnection) -> None:
        """Replace a connection that is out of service, unless another thread has done so."""
        with self._opening:
            if self._connection is broken and not self._closed and self.path != MEMORY:
                broken.close()
                self._connection = _fresh(self.path)


def is_open(path: Path) -> bool:
    """Tell whether this process has a database open."""
    return _OPEN[str(path.resolve())] > 0


def _make_room(path: str) -> None:
    """Make the folder of a database."""
    try:
        if path != MEMORY:
            Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnreachable(file=path, why=error.strerror) from error


def _on_cursor(connection: duckdb.DuckDBPyConnection, question: Callable[[Cursor], T]) -> T:
    with contextlib.closing(connection.cursor()) as cursor:
        return question(cursor)


def _fresh(path: str) -> duckdb.DuckDBPyConnection:
    """Open a database again once all cursors on the old one have been let go."""
    until = time.monotonic() + _LETTING_GO
    while True:
        try:
            return connect(path)
        except DatabaseProblem as error:
            held = isinstance(error.__cause__, duckdb.FatalException)
            if not held or time.monotonic() > until:
                raise
        time.sleep(0.02)
