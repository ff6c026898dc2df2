"""Importing files: examine, ask what must be asked, load, and say what became of each sheet."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from salesplan.commands import sheets
from salesplan.commands.database import opened, to_read
from salesplan.commands.outcome import DONE, FAILED, PARTLY, Outcome, in_columns
from salesplan.intake import Answers, Draft, Examined
from salesplan.intake.ahead import examine_all
from salesplan.store import Receipt, Store
from salesplan.text import say, t

# What a file is called when its sheets fared differently: the first of these that one of them is.
_RANKED = ("loaded", "needs_answer", "already_loaded", "skipped")
_SHOWN = (
    "file",
    "sheet",
    "kind",
    "status",
    "batch",
    "rows_loaded",
    "rows_rejected",
    "rows_ignored",
)
_PROBLEMS_SHOWN = 20


def run(args: argparse.Namespace) -> Outcome:
    """Import files, one after the other; each sheet is a batch of its own."""
    opening = to_read if args.dry_run else opened
    with opening(args.db) as store:
        files = list(_imported(store, args))
    return Outcome(
        {"files": files, "dry_run": args.dry_run}, _words(files), _code(files, args.sheet)
    )


def _imported(store: Store, args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Import each file and say so, the next ones being read meanwhile."""
    for number, (path, examined) in enumerate(examine_all(args.files, _answers(args)), start=1):
        file = _file(store, path, examined, args)
        progress = {"number": number, "count": len(args.files), "file": path.name}
        status = t(f"cli.status_{file['status']}")
        print(t("cli.progress", **progress, status=status), file=sys.stderr)  # noqa: T201 -- progress
        yield file


def _answers(args: argparse.Namespace) -> Answers:
    return Answers(
        kind=args.kind,
        sheet=args.sheet,
        mapping=dict(args.map or ()),
        unit=args.unit,
        date_order=args.date_order,
        period=args.period,
    )


def _file(store: Store, path: Path, examined: Examined, args: argparse.Namespace) -> dict[str, Any]:
    """Load a file's tables and describe it."""
    tables = [sheets.described(draft, _receipt(store, draft, args)) for draft in examined.tables]
    status, reason = _fate(examined, tables)
    return {
        "file": path.name,
        "path": str(path),
        "sha256": examined.sha256,
        "status": status,
        "reason": reason,
        "sheets": tables,
    }


def _fate(examined: Examined, tables: list[dict[str, Any]]) -> tuple[str, str | None]:
    """Sum up what became of a file, and why where it was not loaded."""
    if examined.status == "refused":
        return "refused", say(examined.reason) if examined.reason else None
    statuses = {table["status"] for table in tables}
    status = next((ranked for ranked in _RANKED if ranked in statuses), "skipped")
    reasons = [table["reason"] for table in tables if table["status"] == status]
    return status, next(iter(reasons), t("cli.nothing_inside"))


def _receipt(store: Store, draft: Draft, args: argparse.Namespace) -> Receipt | None:
    """Load what is ready; on a dry run find out what would become of it."""
    if draft.parcel is None:
        return None
    parcel = replace(draft.parcel, on_overlap=args.on_overlap)
    return store.preview(parcel) if args.dry_run else store.load(parcel)


def _code(files: list[dict[str, Any]], chosen: str | None) -> int:
    """Give 0 where all is in, 1 where something is left, 2 where nothing is in.

    Where one sheet was chosen, the others are not missed.
    """
    tables = [one for file in files for one in file["sheets"] if chosen in (None, one["sheet"])]
    statuses = {table["status"] for table in tables} | {file["status"] for file in files}
    settled = {"loaded", "already_loaded"}
    if not statuses & settled:
        return FAILED
    rejected = any(table["rows_rejected"] for table in tables if table["status"] == "loaded")
    return PARTLY if statuses - settled or rejected else DONE


def _words(files: list[dict[str, Any]]) -> str:
    """Put the outcome into a table, with reasons and the first rejected rows below."""
    header = [t(f"cli.column_{name}") for name in _SHOWN]
    rows = [_row(file, table) for file in files for table in file["sheets"] or [{}]]
    return "\n".join([in_columns(header, rows), *_reasons(files), *_problems(files)])


def _row(file: dict[str, Any], table: dict[str, Any]) -> list[str]:
    shown = {**table, "file": file["file"], "status": table.get("status", file["status"])}
    shown["status"] = t(f"cli.status_{shown['status']}")
    return [str(shown[name]) if shown.get(name) is not None else "" for name in _SHOWN]


def _reasons(files: list[dict[str, Any]]) -> Iterator[str]:
    for file in files:
        if file["reason"] and not file["sheets"]:
            yield t("cli.because", where=file["file"], why=file["reason"])
        for table in file["sheets"]:
            if table["reason"]:
                yield t("cli.because", where=_place(file, table), why=table["reason"])


def _place(file: dict[str, Any], table: dict[str, Any]) -> str:
    """Name a sheet; a text file is its own sheet."""
    names = dict.fromkeys([file["file"], table["sheet"]])
    return " / ".join(names)


def _problems(files: list[dict[str, Any]]) -> Iterator[str]:
    problems = [
        t("cli.problem", where=_place(file, table), row=problem["row"], why=problem["reason"])
        for file in files
        for table in file["sheets"]
        for problem in table["problems"]
    ]
    yield from problems[:_PROBLEMS_SHOWN]
    if len(problems) > _PROBLEMS_SHOWN:
        yield t("cli.more_problems", count=len(problems) - _PROBLEMS_SHOWN)
