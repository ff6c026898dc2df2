"""One transaction at a time: begin, work, commit; rolled back whatever goes wrong."""

import contextlib
import random
import time
from collections.abc import Callable
from typing import TypeVar

import duckdb

from salesplan.errors import DatabaseInUse
from salesplan.store.parcel import Receipt

Cursor = duckdb.DuckDBPyConnection
T = TypeVar("T")
# Another store in this process may be writing; so long we wait for it, in seconds.
PATIENCE = 60.0


def transact(cursor: Cursor, work: Callable[[Cursor], Receipt]) -> Receipt:
    """Do work in one transaction and raise the data version; all is kept, or nothing."""
    cursor.execute("begin")
    try:
        # First of all: whoever else is writing is met here, before any work is done.
        cursor.execute("update data_version set n = n + 1")
        done = work(cursor)
        cursor.execute("commit" if done.changed else "rollback")
    except BaseException:
        # A failed commit has already been rolled back, and then this fails.
        with contextlib.suppress(duckdb.Error):
            cursor.execute("rollback")
        raise
    return done


def patiently(attempt: Callable[[], T], patience: float = PATIENCE) -> T:
    """Attempt a transaction again while another one comes first."""
    until = time.monotonic() + patience
    while True:
        try:
            return attempt()
        except duckdb.TransactionException as error:
            if not is_conflict(error):
                raise
            if time.monotonic() > until:
                raise DatabaseInUse from error
        time.sleep(random.uniform(0.005, 0.1))  # noqa: S311 - no secret, only out of step


def is_conflict(error: duckdb.Error) -> bool:
    """Tell whether another transaction has changed the same rows."""
    return "conflict" in str(error).lower()
