"""The store's SQL: one file per step in sql/, run on a cursor with its values bound."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

HERE = Path(__file__).parent
Row = tuple[Any, ...]


@cache
def text(name: str) -> str:
    """Read the SQL file of a name like "sales/insert"."""
    return (HERE / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def run(cursor: duckdb.DuckDBPyConnection, name: str, /, **values: object) -> list[Row]:
    """Run the statements of a file in turn and give the rows of the last."""
    return run_text(cursor, text(name), values)


def run_text(
    cursor: duckdb.DuckDBPyConnection, statements: str, values: dict[str, object]
) -> list[Row]:
    """Run statements in turn, each with those of the values that it names."""
    rows: list[Row] = []
    for statement in cursor.extract_statements(statements):
        rows = cursor.execute(statement, named(statement, values)).fetchall()
    return rows


def named(statement: duckdb.Statement, values: Mapping[str, object]) -> dict[str, object]:
    """Keep the values that a statement names: DuckDB refuses any other."""
    return {name: values[name] for name in statement.named_parameters if name in values}
