"""Overlaps: what is there already of the days that a parcel brings, and what it stands for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb

from salesplan.store.parcel import Kind, Overlap, Parcel, Span
from salesplan.store.sql import Row, run

Cursor = duckdb.DuckDBPyConnection


def overlaps(
    cursor: Cursor, parcel: Parcel, spans: Sequence[Span]
) -> list[tuple[Span, list[Overlap]]]:
    """Give each span with the live months of other files whose days it brings again."""
    twins = _twins(cursor, parcel, spans)
    return [(span, _overlapped(cursor, parcel, span, twins)) for span in spans]


def adopting(span: Span, overlap: Sequence[Overlap]) -> Span:
    """Give a span the source of what it replaces: under other headers, they are one source."""
    sources = [one.source for one in overlap] or [span.source]
    return span if span.source in sources else replace(span, source=sources[0])


def _twins(cursor: Cursor, parcel: Parcel, spans: Sequence[Span]) -> Mapping[date, list[str]]:
    """List by month the other sources whose rows the registered parcel repeats."""
    months = [span.month for span in spans]
    if not months or parcel.kind == "targets":
        return {}
    asked = {"kind": parcel.kind, "source": parcel.source, "sha256": parcel.sha256}
    strangers = [batch for (batch,) in run(cursor, "load/strangers", months=months, **asked)]
    if not strangers:
        return {}
    found: dict[date, list[str]] = defaultdict(list)
    bounds = {"first": min(months), "last": max(months)}
    for month, source in run(cursor, f"{parcel.kind}/twins", batches=strangers, **bounds):
        found[month].append(source)
    return found


def _overlapped(
    cursor: Cursor, parcel: Parcel, span: Span, twins: Mapping[date, list[str]]
) -> list[Overlap]:
    """List the live months of other files whose days a span brings again."""
    found = run(
        cursor,
        "load/overlap",
        kind=parcel.kind,
        sources=[span.source, *twins.get(span.month, [])],
        month=span.month,
        first_day=span.first_day,
        last_day=span.covered_to,
        sha256=parcel.sha256,
    )
    return [_overlap(cursor, parcel.kind, span, row) for row in found]


def _overlap(cursor: Cursor, kind: Kind, span: Span, found: Row) -> Overlap:
    """Lay what is there beside what comes."""
    batch, file_name, source, first_day, last_day, facts = found
    return Overlap(
        month=span.month,
        batch_id=batch,
        file_name=file_name,
        source=source,
        first_day=first_day,
        last_day=last_day,
        facts=facts,
        amount=_held(cursor, kind, batch, span),
        new_first_day=span.first_day,
        new_last_day=span.covered_to,
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
