"""Overlaps: what is there already of the days that a parcel brings."""

from collections.abc import Sequence
from decimal import Decimal

import duckdb

from salesplan.store.parcel import Kind, Overlap, Parcel, Span
from salesplan.store.sql import Row, run

Cursor = duckdb.DuckDBPyConnection


def overlaps(cursor: Cursor, parcel: Parcel, spans: Sequence[Span]) -> tuple[Overlap, ...]:
    """List the live months of other files whose days the spans bring again."""
    return tuple(
        _overlap(cursor, parcel.kind, span, found)
        for span in spans
        for found in run(
            cursor,
            "load/overlap",
            kind=parcel.kind,
            source=span.source,
            month=span.month,
            first_day=span.first_day,
            last_day=span.last_day,
            sha256=parcel.sha256,
        )
    )


def _overlap(cursor: Cursor, kind: Kind, span: Span, found: Row) -> Overlap:
    """Lay what is there beside what comes."""
    batch, file_name, first_day, last_day, facts = found
    return Overlap(
        month=span.month,
        batch_id=batch,
        file_name=file_name,
        first_day=first_day,
        last_day=last_day,
        facts=facts,
        amount=_held(cursor, kind, batch, span),
        new_first_day=span.first_day,
        new_last_day=span.last_day,
        new_facts=span.facts,
        new_amount=span.amount,
    )


def _held(cursor: Cursor, kind: Kind, batch: int, span: Span) -> Decimal | None:
    """Sum what a batch holds in a span's month; answers have no sum."""
    if kind == "satisfaction":
        return None
    values = {"batch": batch, "source": span.source, "month": span.month}
    held: Decimal | None = run(cursor, f"{kind}/held", **values)[0][0]
    return held
