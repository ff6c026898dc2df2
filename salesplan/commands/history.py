"""What was loaded, and taking it back."""

import argparse
from datetime import date, datetime

from salesplan.commands.cells import sums
from salesplan.commands.database import opened, to_read
from salesplan.commands.outcome import Outcome, in_columns
from salesplan.store import Batch
from salesplan.text import t

_SHOWN = ("batch", "status", "kind", "rows", "rejected", "period", "file", "sheet", "loaded_at")


def batches(args: argparse.Namespace) -> Outcome:
    """List the batches, the newest first."""
    with to_read(args.db) as store:
        listed = [_batch(batch) for batch in store.batches()]
    header = [t(f"cli.column_{name}") for name in _SHOWN]
    rows = [[_cell(batch[name]) for name in _SHOWN] for batch in listed]
    words = in_columns(header, rows) if rows else t("cli.no_batches")
    return Outcome({"batches": listed}, words)


def undo(args: argparse.Namespace) -> Outcome:
    """Take a batch back."""
    with opened(args.db) as store:
        receipt = store.undo(args.batch)
    document = {"batch": args.batch, "status": receipt.status}
    return Outcome(document, t("cli.undone", batch=args.batch))


def _batch(batch: Batch) -> dict[str, object]:
    return {
        "batch": batch.id,
        "file": batch.file_name,
        "sheet": batch.sheet,
        "kind": batch.kind,
        "status": batch.status,
        "rows": batch.rows_loaded,
        "rejected": batch.rows_rejected,
        "ignored": batch.rows_ignored,
        "facts": batch.facts,
        "period": _days(batch.period_from, batch.period_to),
        "totals": sums(batch.totals),
        "sha256": batch.sha256,
        "loaded_at": _time(batch.loaded_at),
        "undone_at": _time(batch.undone_at),
    }


def _days(first: date | None, last: date | None) -> list[str] | None:
    return [first.isoformat(), last.isoformat()] if first and last else None


def _time(utc: datetime | None) -> str | None:
    return utc.isoformat(timespec="seconds") + "Z" if utc else None


def _cell(value: object) -> str:
    if isinstance(value, list):
        return " – ".join(value)
    return "" if value is None else str(value)
