"""One transaction at a time: begin, work, commit; rolled back whatever goes wrong."""

import contextlib
import random
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import duckdb

from salesplan.errors import DatabaseInUse
from salesplan.store.faults import is_conflict
from salesplan.store.sql import run

Cursor = duckdb.DuckDBPyConnection
T = TypeVar("T")
# Another store in this process may be writing; so long we wait for it, in seconds.
PATIENCE = 60.0


@contextlib.contextmanager
def transaction(cursor: Cursor) -> Iterator[None]:
    """Keep all that is done inside, or nothing."""
    cursor.execute("begin")
    try:
        yield
        cursor.execute("commit")
    except BaseException:
        # A commit that failed has been rolled back already, and then this fails.
        with contextlib.suppress(duckdb.Error):
            cursor.execute("rollback")
        raise


def raise_version(cursor: Cursor) -> None:
    """Raise the data version, before anything else is written.

    Whoever else is writing now is met here: of two transactions that do this, one must wait.
    """
    run(cursor, "save/version")


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
