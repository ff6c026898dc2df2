"""Keeping derived.* in step with the loaded batches, inside the transaction that changed them."""

from collections.abc import Sequence
from datetime import date

import duckdb

from salesplan.settings import Settings
from salesplan.store.calendar import refresh_calendar
from salesplan.store.parcel import Kind
from salesplan.store.sql import run

ALWAYS = (date(1, 1, 1), date(9999, 12, 31))
_SALES = ("day", "month", "first_sale")
_STEPS: dict[Kind, tuple[str, ...]] = {
    "sales": _SALES,
    "targets": ("target_month",),
    "reps": ("rep", "assignment", *_SALES, "target_month"),
    "customers": ("first_sale",),
    "satisfaction": (),
}


def refresh(
    cursor: duckdb.DuckDBPyConnection, kind: Kind, months: Sequence[date], settings: Settings
) -> None:
    """Bring up to date what a change of a kind in these months touches (no months: all)."""
    refresh_calendar(cursor, settings)
    first, last = (min(months), max(months)) if months else ALWAYS
    for step in _STEPS[kind]:
        run(cursor, f"refresh/{step}", first=first, last=last)


def refresh_all(cursor: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Bring everything up to date, liveness and the calendar included."""
    run(cursor, "load/liveness")
    refresh_calendar(cursor, settings, anew=True)
    refresh(cursor, "reps", [], settings)


def refresh_settings(cursor: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Bring up to date what the settings say: the calendar, and the targets spread over it."""
    refresh_calendar(cursor, settings, anew=True)
    run(cursor, "refresh/target_month")
