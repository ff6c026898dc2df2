"""What was found on a sheet as a draft that a person can look at."""

from collections.abc import Sequence

from salesplan.intake.assign import rivals
from salesplan.intake.drafts import Draft, Heading
from salesplan.intake.grid import Top, letter
from salesplan.intake.packed import Packed, parcel
from salesplan.intake.problems import shown
from salesplan.intake.table import Table, Unclear
from salesplan.text import Sentence

_SHOWN = 5
_USUAL = ("utf-8", ",")
_MARKS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_DECISIVE = ("sold_on", "amount", "value", "period", "answered_on", "score")


def ready(table: Table, packed: Packed, *, name: str, sha256: str, content: bytes) -> Draft:
    """Draft a table that can be loaded."""
    return Draft(
        sheet=table.sheet.name,
        kind=table.kind.name,
        status="ready",
        table_no=table.table_no,
        header_row=table.top.header_row,
        layout=table.layout,
        columns=headings(table.top, table),
        unit=packed.unit,
        notes=(*_encoding(table), *_merged(table), *packed.notes),
        parcel=parcel(packed, name=name, sha256=sha256, content=content),
    )


def _encoding(table: Table) -> list[Sentence]:
    """Say in which writing a text file was read, where it was not the usual one."""
    encoding, mark = table.sheet.encoding, table.sheet.delimiter
    if encoding is None or mark is None or (encoding, mark) == _USUAL:
        return []
    named = Sentence(f"intake.delimiter_{_MARKS[mark]}") if mark in _MARKS else mark
    return [Sentence("intake.encoding", {"encoding": encoding.upper(), "delimiter": named})]


def _merged(table: Table) -> list[Sentence]:
    """Say which merged cells hold a number: it is counted once."""
    figures = {table.top.columns[place].place for place in (*table.fields.values(), *table.figures)}
    cells = [
        f"{letter(column)}{top}:{letter(column)}{bottom}"
        for top, column, bottom, _ in table.sheet.number_merges
        if top > table.top.header_row and top < bottom and column in figures
    ]
    if not cells:
        return []
    return [Sentence("intake.merged_number", {"cells": ", ".join(cells[:_SHOWN])})]


def unclear(sheet: str, found: Unclear, table: Table | None = None) -> Draft:
    """Draft a sheet that waits for an answer, or is left out."""
    return Draft(
        sheet=sheet,
        kind=table.kind.name if table else None,
        status="needs_answer" if found.question else "skipped",
        reason=found.reason,
        question=found.question,
        table_no=table.table_no if table else 1,
        header_row=found.top.header_row if found.top else 1,
        layout=table.layout if table else "long",
        columns=headings(found.top, table) if found.top else (),
    )


def headings(top: Top, table: Table | None) -> tuple[Heading, ...]:
    """List the columns with the fields that they were taken for."""
    fields = {index: name for name, index in table.fields.items()} if table else {}
    fields |= dict.fromkeys(table.figures, table.figure) if table else {}
    beside = _rivals(table, set(fields)) if table else {}
    return tuple(
        Heading(
            column.name,
            fields.get(index),
            tuple(map(shown, column.samples[:3])),
            beside.get(index),
        )
        for index, column in enumerate(top.columns)
    )


def _rivals(table: Table, taken: set[int]) -> dict[int, Sentence]:
    """Say of a column what it could also have been."""
    found: dict[int, Sentence] = {}
    columns: Sequence = table.top.columns  # type: ignore[type-arg]  # of Column
    for field in _DECISIVE:
        if field not in table.fields:
            continue
        blanks: dict[str, object] = {
            "field": Sentence(f"intake.field_{field}"),
            "chosen": columns[table.fields[field]].name,
        }
        for index in rivals(table.kind, columns, field):
            if index not in taken:
                found.setdefault(index, Sentence("intake.also_looks_like", blanks))
    return found
