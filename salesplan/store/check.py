"""Is the database whole? Batches add up, nothing is orphaned, what is derived is right."""

import duckdb

from salesplan.store.parcel import Kind
from salesplan.store.sql import run
from salesplan.store.transaction import transaction
from salesplan.text import Sentence

_TABLES: dict[Kind, str] = {
    "sales": "imported.sale",
    "targets": "imported.target",
    "reps": "imported.rep",
    "customers": "imported.customer",
    "satisfaction": "imported.survey",
}
_DERIVED = ("rep", "assignment", "day", "month", "first_sale", "target_month")


def check(cursor: duckdb.DuckDBPyConnection) -> list[Sentence]:
    """Read everything, at one moment, and say what is wrong; nothing is the good answer."""
    with transaction(cursor):
        return [*_files(cursor), *_facts(cursor), *_months(cursor), *_derived(cursor)]


def _files(cursor: duckdb.DuckDBPyConnection) -> list[Sentence]:
    """Name the files that are no longer what was loaded, and the batches without theirs."""
    return [
        Sentence("store.file_differs", {"file": name}) for (name,) in run(cursor, "check/files")
    ]


def _facts(cursor: duckdb.DuckDBPyConnection) -> list[Sentence]:
    """Name the batches that have more or fewer facts than were loaded."""
    return [
        Sentence("store.facts_differ", {"batch": batch, "expected": expected, "found": found})
        for kind, table in _TABLES.items()
        for batch, expected, found in run(cursor, "check/facts", kind=kind, table=table)
    ]


def _months(cursor: duckdb.DuckDBPyConnection) -> list[Sentence]:
    """Name the months whose facts or liveness are not what their batches say."""
    return [
        Sentence("store.month_differs", {"batch": batch, "month": month})
        for batch, month in run(cursor, "check/months")
    ]


def _derived(cursor: duckdb.DuckDBPyConnection) -> list[Sentence]:
    """Name the derived tables that are not what the loaded batches give."""
    return [
        Sentence("store.derived_differs", {"table": f"derived.{table}", "rows": rows})
        for table in _DERIVED
        for ((rows,),) in [run(cursor, "check/derived", table=f"derived.{table}")]
        if rows
    ]
