"""Bringing a database up to this version: numbered files, one transaction each."""

import hashlib
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from salesplan.errors import DatabaseNewer
from salesplan.store.sql import HERE, run, run_text
from salesplan.store.transaction import transaction

MIGRATIONS = HERE / "migrations"


def migrate(
    connection: duckdb.DuckDBPyConnection,
    before: Callable[[int], object],
) -> bool:
    """Run the migrations that are missing, then the views; tell whether anything was missing.

    `before` is called with the version of a database that holds data already, before it changes.
    """
    version = version_of(connection)
    missing = [(number, file) for number, file in migrations() if number > version]
    if version > migrations()[-1][0]:
        raise DatabaseNewer(version=version)
    if missing and version:
        before(version)
    for number, file in missing:
        _apply(connection, number, file.read_text(encoding="utf-8"))
    return _define(connection) or bool(missing)


def migrations() -> list[tuple[int, Path]]:
    """List the migrations with their numbers, in order."""
    return sorted((int(file.name[:4]), file) for file in MIGRATIONS.glob("[0-9]*.sql"))


def version_of(connection: duckdb.DuckDBPyConnection) -> int:
    """Give the number of the last migration that a database has seen; 0 for an empty one."""
    if not run(connection, "migrate/present"):
        return 0
    version: int = run(connection, "migrate/version")[0][0]
    return version


def _apply(connection: duckdb.DuckDBPyConnection, number: int, statements: str) -> None:
    """Run one migration in a transaction; write-ahead logs with DDL are kept short around it."""
    now = datetime.now(UTC).replace(tzinfo=None)
    with closing(connection.cursor()) as cursor:
        cursor.execute("checkpoint")
        with transaction(cursor):
            run_text(cursor, statements, {})
            run(cursor, "migrate/applied", version=number, now=now)
        cursor.execute("checkpoint")


def _define(connection: duckdb.DuckDBPyConnection) -> bool:
    """Make the functions and views anew where their text has changed; tell whether it had."""
    text = "\n".join((HERE / name).read_text(encoding="utf-8") for name in _DEFINITIONS)
    digest = hashlib.sha256(text.encode()).hexdigest()
    with closing(connection.cursor()) as cursor:
        if run(cursor, "migrate/defined") == [(digest,)]:
            return False
        with transaction(cursor):
            run_text(cursor, text, {})
            run(cursor, "migrate/define", digest=digest)
        cursor.execute("checkpoint")
    return True


_DEFINITIONS = ("prelude.sql", "views.sql")
