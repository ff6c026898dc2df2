"""Reading from a cursor: tables, rows, batches, rejected rows, settings."""

import json
import warnings
from collections.abc import Mapping
from dataclasses import fields
from datetime import date

import duckdb
import pyarrow as pa

from salesplan.settings import Settings, from_pairs
from salesplan.store.parcel import Batch, Problem
from salesplan.store.sql import Row, named, run
from salesplan.text import Sentence

Cursor = duckdb.DuckDBPyConnection


# Every question comes from a file, so there are few: each is parsed once.
_PARSED: dict[str, duckdb.Statement] = {}
# A relation hands its table over without a copy, but plans every question twice.
warnings.filterwarnings("ignore", "Arrow output on a DB-API result", UserWarning)


def table(cursor: Cursor, sql: str, values: Mapping[str, object]) -> pa.Table:
    """Answer a question with a table, fetched whole."""
    return _ask(cursor, sql, values).to_arrow_table()


def rows(cursor: Cursor, sql: str, values: Mapping[str, object]) -> list[Row]:
    """Answer a question with rows, fetched whole."""
    return _ask(cursor, sql, values).fetchall()


def _ask(cursor: Cursor, sql: str, values: Mapping[str, object]) -> Cursor:
    """Run the one statement of a question with those of the values that it names."""
    if sql not in _PARSED:
        (_PARSED[sql],) = cursor.extract_statements(sql)
    statement = _PARSED[sql]
    return cursor.execute(statement, named(statement, values))


def batches(cursor: Cursor, name: str, /, **values: object) -> list[Batch]:
    """Give the batches that a query finds."""
    columns = [field.name for field in fields(Batch)]
    return [_batch(dict(zip(columns, row, strict=True))) for row in run(cursor, name, **values)]


def _batch(columns: dict[str, object]) -> Batch:
    unpacked = {name: json.loads(str(columns[name])) for name in ("mapping", "totals")}
    return Batch(**(columns | unpacked))  # type: ignore[arg-type] # the table has these types


def rejected(cursor: Cursor, batch: int) -> list[Problem]:
    """Give the rows of a batch that were not loaded, in their order."""
    return [
        Problem(sheet, row, column, found, Sentence(key, json.loads(values)), json.loads(cells))
        for sheet, row, column, found, key, values, cells in run(
            cursor, "read/rejected", batch=batch
        )
    ]


def file(cursor: Cursor, sha256: str) -> tuple[str, bytes] | None:
    """Give the name and the bytes of a file."""
    found = run(cursor, "read/file", sha256=sha256)
    return (found[0][0], found[0][1]) if found else None


def days(cursor: Cursor) -> tuple[date | None, date | None]:
    """Give the first and the last day that live sales speak for."""
    first, last = run(cursor, "read/days")[0]
    return first, last


def version(cursor: Cursor) -> int:
    """Give the number that every change raises."""
    number: int = run(cursor, "read/version")[0][0]
    return number


def settings(cursor: Cursor) -> Settings:
    """Give the settings that are kept."""
    return from_pairs(dict(run(cursor, "read/settings")))
