"""What the database complains of, as our errors; what is not known here is a bug and stays."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Final

import duckdb

from salesplan.errors import (
    AskedTooMuch,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseUnreachable,
    DiskFull,
    SalesplanError,
)

MEMORY: Final = ":memory:"
_SAID: Final[tuple[tuple[str, type[SalesplanError]], ...]] = (
    (r"No space left|not enough space|[Qq]uota exceeded|File too large", DiskFull),
    (r"Could not set lock", DatabaseBusy),
    (r"Corrupt|not a valid DuckDB|read enough bytes|replaying WAL", DatabaseDamaged),
    (r"database file with version number", DatabaseNewer),
    (r"maximum execution time|Out of Memory", AskedTooMuch),
    (
        r"Permission denied|Read-only|Is a directory|Not a directory|Cannot open",
        DatabaseUnreachable,
    ),
)
# Where people share one folder for temporary files, each has a number; elsewhere it is their own.
_USER: Final = os.getuid() if hasattr(os, "getuid") else 0
_PID = re.compile(r"PID (\d+)")


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Raise what the database complains of as an error that a person can act on."""
    try:
        yield
    except duckdb.Error as error:
        ours = _ours(error)
        if ours is None:
            raise
        raise ours(**_particulars(path, str(error))) from error


def is_conflict(error: duckdb.Error) -> bool:
    """Tell whether another transaction has changed the same rows first."""
    return isinstance(error, duckdb.TransactionException) and "conflict" in str(error).lower()


def backup_directory(path: str | Path) -> Path:
    """Name the one directory that the database may write to besides its own file."""
    if str(path) == MEMORY:
        return Path(gettempdir()).resolve() / f"salesplan-backups-{_USER}"
    return Path(path).resolve().parent / "backups"


def _ours(error: duckdb.Error) -> type[SalesplanError] | None:
    unknown = DatabaseDamaged if isinstance(error, duckdb.FatalException) else None
    said = _without_values(error)
    return next((ours for pattern, ours in _SAID if re.search(pattern, said)), unknown)


def _without_values(error: duckdb.Error) -> str:
    """Give what an error says; of one about values only what stands before the value itself."""
    about_values = isinstance(
        error, duckdb.DataError | duckdb.IntegrityError | duckdb.ProgrammingError
    )
    return re.split("['\"]", str(error))[0] if about_values else str(error)


def _particulars(path: str, said: str) -> dict[str, object]:
    """Give what the sentences may want to name."""
    found = _PID.search(said)
    return {
        "file": path,
        "process": found[1] if found else "?",
        "backups": backup_directory(path),
        "version": "?",
        "why": said.partition(": ")[2] or said,
    }
