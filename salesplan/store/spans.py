"""What a parcel brings month by month, and how far the rows of each month reach."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import duckdb

from salesplan.periods import Period
from salesplan.store.parcel import Kind, Parcel, Span
from salesplan.store.sql import run

# The kinds whose facts lie in months; of the others the latest batch wins, column by column.
MONTHLY: tuple[Kind, ...] = ("sales", "targets", "satisfaction")


def spans_of(cursor: duckdb.DuckDBPyConnection, parcel: Parcel) -> list[Span]:
    """List what the registered parcel brings, month by month."""
    if parcel.kind not in MONTHLY:
        return []
    found = [Span(*row) for row in run(cursor, f"{parcel.kind}/spans", source=parcel.source)]
    return found if parcel.reaches is None else reaching(found, parcel.reaches)


def reaching(found: Sequence[Span], last: date) -> list[Span]:
    """Let each month reach to its end, and the last to the end of its period.

    A quarter lies on its first day: its one month speaks for the two behind it.
    """
    ends = [_end(span.month) for span in found[:-1]]
    return [
        replace(span, reaches=min(last, end))
        for span, end in zip(found, [*ends, last], strict=True)
    ]


def _end(month: date) -> date:
    return Period.month(month.year, month.month).last_day
