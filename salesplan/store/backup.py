"""A backup is a copy that has been opened and counted; a restore is one that was checked."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import duckdb

from salesplan.errors import BackupDiffers
from salesplan.store.connection import connect
from salesplan.store.faults import backup_directory
from salesplan.store.sql import run
from salesplan.store.transaction import transaction

Counts = dict[str, int]


def back_up(cursor: duckdb.DuckDBPyConnection, path: str, target: Path) -> None:
    """Copy the open database at a path into a file, one moment of it, while it goes on working."""
    directory = backup_directory(path)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = directory / f"{target.name}.{os.getpid()}.draft"
    try:
        expected = _copy(cursor, draft)
        target.parent.mkdir(parents=True, exist_ok=True)
        _place(draft, target, expected)
    finally:
        draft.unlink(missing_ok=True)


def _place(draft: Path, target: Path, expected: Counts) -> None:
    """Put a copy where it belongs, once it has been opened there and counted."""
    arrived = target.with_name(f"{target.name}.part")
    try:
        shutil.copyfile(draft, arrived)
        arrived.chmod(0o600)
        if _counted(arrived) != expected:
            raise BackupDiffers(file=target)
        arrived.replace(target)
    finally:
        arrived.unlink(missing_ok=True)


def _copy(cursor: duckdb.DuckDBPyConnection, draft: Path) -> Counts:
    """Copy the database of a cursor and give the number of rows per table that it has."""
    draft.unlink(missing_ok=True)
    name = str(cursor.execute("select current_database()").fetchall()[0][0])
    statement = 'copy from database "{}" to backup'.format(name.replace('"', '""'))
    run(cursor, "backup/attach", file=str(draft))
    try:
        with transaction(cursor):
            expected = counts(cursor)
            cursor.execute(statement)  # an identifier cannot be bound
    finally:
        cursor.execute("detach backup")
    return expected


def _counted(path: Path) -> Counts:
    """Open a copy and count its rows."""
    with closing(connect(str(path), read_only=True)) as copy:
        return counts(copy)


def counts(cursor: duckdb.DuckDBPyConnection) -> Counts:
    """Count the rows of every table, and say how often the data has changed."""
    tables = [name for (name,) in run(cursor, "backup/tables")]
    rows = {table: run(cursor, "backup/count", table=table)[0][0] for table in tables}
    return rows | {"changes": run(cursor, "read/version")[0][0]}
