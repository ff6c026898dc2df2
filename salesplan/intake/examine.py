"""A file to drafts: read, recognise, type, check. Never touches the store."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from salesplan.errors import SalesplanError
from salesplan.intake import sales
from salesplan.intake.drafts import Answers, Draft, Examined, Heading
from salesplan.intake.grid import Top
from salesplan.intake.packed import Packed, parcel
from salesplan.intake.problems import shown
from salesplan.intake.read import SheetData, sheets
from salesplan.intake.recognise import Table, Unclear, recognise
from salesplan.intake.rows import Rows, rows_of
from salesplan.text import Sentence

Progress = Callable[[str], None]
_PACK: dict[str, Callable[[Rows], Packed | Unclear]] = {"sales": sales.pack}


def examine(
    name: str, data: bytes, answers: Answers | None = None, progress: Progress = lambda _: None
) -> Examined:
    """Read a file and say of each sheet what it is; ready drafts carry what to load."""
    sha256 = hashlib.sha256(data).hexdigest()
    answers = answers or Answers()
    try:
        found = sheets(name, data, progress)
    except SalesplanError as error:
        reason = Sentence(f"errors.{error.key}", dict(error.values))
        return Examined(name, sha256, "refused", reason)
    progress("check")
    drafts = [draft for sheet in found for draft in _drafts(sheet, name, data, sha256, answers)]
    return Examined(name, sha256, "read", tables=tuple(drafts))


def _drafts(sheet: SheetData, name: str, data: bytes, sha256: str, answers: Answers) -> list[Draft]:
    if answers.sheet not in (None, sheet.name):
        return [Draft(sheet.name, None, "skipped", Sentence("intake.not_chosen"))]
    if not sheet.visible and answers.sheet is None:
        return [Draft(sheet.name, None, "skipped", Sentence("intake.hidden"))]
    found = recognise(sheet, PurePath(name).stem, answers)
    if isinstance(found, Unclear):
        return [_unclear(sheet, found)]
    return [_draft(table, name, data, sha256, answers) for table in found]


def _draft(table: Table, name: str, data: bytes, sha256: str, answers: Answers) -> Draft:
    rows = rows_of(table, answers)
    packed = _PACK[table.kind.name](rows)
    if isinstance(packed, Unclear):
        return replace(_unclear(table.sheet, packed), kind=table.kind.name, table_no=table.table_no)
    return Draft(
        sheet=table.sheet.name,
        kind=table.kind.name,
        status="ready",
        table_no=table.table_no,
        header_row=table.top.header_row,
        layout=table.layout,
        columns=headings(table.top, table),
        unit=packed.unit,
        notes=packed.notes,
        parcel=parcel(packed, name=name, sha256=sha256, content=data),
    )


def _unclear(sheet: SheetData, found: Unclear) -> Draft:
    return Draft(
        sheet.name,
        None,
        "needs_answer" if found.question else "skipped",
        found.reason,
        found.question,
        header_row=found.top.header_row if found.top else 1,
        columns=headings(found.top, None) if found.top else (),
    )


def headings(top: Top, table: Table | None) -> tuple[Heading, ...]:
    """List the columns with the fields that they were taken for."""
    fields = {index: name for name, index in table.fields.items()} if table else {}
    fields |= {part.index: table.figure for part in table.parts} if table else {}
    return tuple(
        Heading(column.name, fields.get(index), tuple(map(shown, column.samples[:3])))
        for index, column in enumerate(top.columns)
    )
