"""Loading a parcel and undoing a batch: the steps inside one transaction."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import duckdb
import pyarrow as pa

from salesplan.errors import NoSuchBatch
from salesplan.settings import Settings
from salesplan.store.overlaps import adopting, overlaps
from salesplan.store.parcel import Kind, Parcel, Problem, Receipt, Span
from salesplan.store.refresh import ALWAYS, refresh
from salesplan.store.spans import MONTHLY, spans_of
from salesplan.store.sql import run
from salesplan.store.transaction import raise_version

Cursor = duckdb.DuckDBPyConnection


def load(cursor: Cursor, parcel: Parcel, settings: Settings) -> Receipt:
    """Load a parcel, or change nothing and say why not."""
    foreseen, spans = _foresee(cursor, parcel)
    if foreseen.status != "loaded":
        return foreseen
    raise_version(cursor)
    batch = _remember(cursor, parcel, spans)
    _store_rows(cursor, batch, parcel)
    _settle(cursor, parcel.kind, [(span.source, span.month) for span in spans], settings)
    return Receipt("loaded", batch, foreseen.overlap)


def preview(cursor: Cursor, parcel: Parcel) -> Receipt:
    """Say what loading a parcel would come to."""
    return _foresee(cursor, parcel)[0]


def _foresee(cursor: Cursor, parcel: Parcel) -> tuple[Receipt, list[Span]]:
    """Say what loading a parcel comes to, and what it brings month by month."""
    if already := already_loaded(cursor, parcel):
        return Receipt("already_loaded", already), []
    cursor.register("parcel", parcel.rows)
    spans = spans_of(cursor, parcel)
    met = overlaps(cursor, parcel, spans)
    overlap = tuple(one for _, found in met for one in found)
    if overlap and parcel.on_overlap in (None, "skip"):
        return Receipt("skipped" if parcel.on_overlap else "needs_answer", overlap=overlap), spans
    if parcel.on_overlap == "replace":
        spans = [adopting(span, found) for span, found in met]
    return Receipt("loaded", overlap=overlap), spans


def undo(cursor: Cursor, batch: int, settings: Settings) -> Receipt:
    """Take a batch back as if it had never been loaded."""
    found = run(cursor, "undo/find", batch=batch)
    if not found:
        raise NoSuchBatch(batch=batch)
    kind, status = found[0]
    if status == "loaded":
        raise_version(cursor)
        touched = months_of(cursor, batch)
        run(cursor, "undo/mark", batch=batch, undone_at=_now())
        months = [month for _, month in touched] or ALWAYS
        first, last = min(months), max(months)
        run(cursor, f"{kind}/delete", batch=batch, first=first, last=last)
        _settle(cursor, kind, touched, settings)
    return Receipt("undone", batch)


def already_loaded(cursor: Cursor, parcel: Parcel) -> int | None:
    """Give the batch that the same table of the same file is loaded as, if it is."""
    found = run(
        cursor,
        "load/already",
        sha256=parcel.sha256,
        sheet=parcel.sheet,
        table_no=parcel.table_no,
        kind=parcel.kind,
    )
    return found[0][0] if found else None


def months_of(cursor: Cursor, batch: int) -> list[tuple[str, date]]:
    """List the sources and months in which a batch has facts."""
    return [(source, month) for source, month in run(cursor, "undo/months", batch=batch)]


def _remember(cursor: Cursor, parcel: Parcel, spans: Sequence[Span]) -> int:
    """Write down the load: its file, its batch and its months; give the batch's number."""
    content = {"name": parcel.file_name, "size": len(parcel.content), "content": parcel.content}
    run(cursor, "load/file", sha256=parcel.sha256, **content)
    batch: int = run(cursor, "load/next")[0][0]
    run(cursor, "load/batch", id=batch, **_particulars(parcel, spans))
    for span in spans:
        run(
            cursor,
            "load/month",
            batch=batch,
            kind=parcel.kind,
            source=span.source,
            month=span.month,
            first_day=span.first_day,
            last_day=span.covered_to,
            facts=span.facts,
            replaces=parcel.on_overlap == "replace",
        )
    return batch


def _particulars(parcel: Parcel, spans: Sequence[Span]) -> dict[str, object]:
    """Give what a batch remembers of its parcel, by column."""
    return {
        **{name: getattr(parcel, name) for name in _KEPT},
        "mapping": _json(parcel.mapping),
        "totals": _json(parcel.totals),
        "facts": parcel.rows.num_rows,
        "period_from": min((span.first_day for span in spans), default=None),
        "period_to": max((span.last_day for span in spans), default=None),
        "loaded_at": _now(),
    }


_KEPT = (
    "sha256",
    "file_name",
    "sheet",
    "table_no",
    "kind",
    "source",
    "layout",
    "header_row",
    "unit",
    "rows_read",
    "rows_loaded",
    "rows_rejected",
    "rows_ignored",
    "on_overlap",
    "loaded_by",
)


def _store_rows(cursor: Cursor, batch: int, parcel: Parcel) -> None:
    """Store the facts of a parcel, and the rows that it could not use."""
    run(cursor, f"{parcel.kind}/insert", batch=batch)
    if parcel.assignments is not None:
        cursor.register("assignments", parcel.assignments)
        run(cursor, "reps/insert_assignments", batch=batch)
    if parcel.rejected:
        cursor.register("rejected", _rejected(parcel.rejected))
        run(cursor, "load/rejected", batch=batch)


def _rejected(problems: Sequence[Problem]) -> pa.Table:
    """Lay out rejected rows as a table."""
    return pa.table(
        {
            "sheet": pa.array([problem.sheet for problem in problems], pa.string()),
            "source_row": pa.array([problem.row for problem in problems], pa.int32()),
            "column_name": pa.array([problem.column for problem in problems], pa.string()),
            "found": pa.array([problem.found for problem in problems], pa.string()),
            "reason_key": pa.array([problem.reason.key for problem in problems], pa.string()),
            "reason_values": [_json(problem.reason.values) for problem in problems],
            "cells": [_json(problem.cells) for problem in problems],
        }
    )


def _settle(
    cursor: Cursor, kind: Kind, touched: Sequence[tuple[str, date]], settings: Settings
) -> None:
    """Claim the months touched, and bring liveness and derived.* up to what is loaded now."""
    for source, month in touched or [("", ALWAYS[0])]:
        run(cursor, "load/claim", kind=kind, source=source, month=month)
    run(cursor, "load/liveness")
    if touched or kind not in MONTHLY:
        refresh(cursor, kind, [month for _, month in touched], settings)


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(dict(value), ensure_ascii=False, default=str)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
