"""One sheet of an imported file, as the JSON document describes it."""

from typing import Any

from salesplan.commands.cells import sums
from salesplan.intake import Draft
from salesplan.intake.reach import reach
from salesplan.store import Overlap, Parcel, Problem, Receipt
from salesplan.text import say, t


def described(draft: Draft, receipt: Receipt | None) -> dict[str, Any]:
    """Say what a sheet is and what became of it."""
    status = receipt.status if receipt else draft.status
    return {
        "sheet": draft.sheet,
        "table": draft.table_no,
        "kind": draft.kind,
        "status": status,
        "reason": _reason(draft, receipt),
        "batch": receipt.batch if receipt else None,
        "header_row": draft.header_row,
        "layout": draft.layout,
        "unit": draft.unit,
        **_counted(draft.parcel),
        "mapping": {column.header: column.field for column in draft.columns if column.field},
        "notes": [say(note) for note in draft.notes],
    }


def _reason(draft: Draft, receipt: Receipt | None) -> str | None:
    """Say why a sheet was not loaded, and which option answers what is asked."""
    if receipt and receipt.overlap and receipt.status in {"needs_answer", "skipped"}:
        return _overlapping(receipt.overlap)
    if receipt and receipt.status == "already_loaded":
        return t("cli.already_loaded", batch=receipt.batch)
    if draft.reason is None:
        return None
    why = say(draft.reason).rstrip(".。")
    return t("cli.asked", why=why, how=t(f"cli.answer_{draft.question}")) if draft.question else why


def _overlapping(overlap: tuple[Overlap, ...]) -> str:
    months = ", ".join(f"{one.month:%Y-%m}" for one in overlap)
    files = ", ".join(dict.fromkeys(one.file_name for one in overlap))
    return t("cli.overlaps", months=months, files=files)


def _counted(parcel: Parcel | None) -> dict[str, Any]:
    """Count a sheet's rows, and sum up what is stored of it."""
    if parcel is None:
        zeros = dict.fromkeys(("rows_read", "rows_loaded", "rows_rejected", "rows_ignored"), 0)
        return {**zeros, "facts": 0, "period": None, "totals": {}, "problems": []}
    return {
        "rows_read": parcel.rows_read,
        "rows_loaded": parcel.rows_loaded,
        "rows_rejected": parcel.rows_rejected,
        "rows_ignored": parcel.rows_ignored,
        "facts": parcel.rows.num_rows,
        "period": _period(parcel),
        "totals": sums(parcel.totals),
        "problems": [_problem(problem) for problem in parcel.rejected],
    }


def _period(parcel: Parcel) -> list[str] | None:
    """Give the first and the last day of what a sheet says, both inside."""
    ends = reach(parcel)
    return [day.isoformat() for day in ends] if ends else None


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "found": problem.found,
        "reason": say(problem.reason),
    }
