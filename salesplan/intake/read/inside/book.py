"""A workbook to sheets: the first rows as values, the rest as Arrow."""

import io
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import fastexcel
import pyarrow as pa
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from salesplan.intake.read.inside.cells import Cell, clean, column

Merge = tuple[int, int, int, int]
ErrorCell = tuple[int, int, str]

_ERRORS = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "GettingData": "#GETTING_DATA",
}


@dataclass
class Sheet:
    """What the child tells about one sheet; rows and columns counted from 1, as Excel does."""

    name: str
    visible: bool
    grid: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    errors: list[ErrorCell] = field(default_factory=list)
    row_count: int = 0
    col_count: int = 0
    rest: pa.Table | None = None


def read(data: bytes, *, grid_rows: int) -> list[Sheet]:
    """Read every worksheet of a workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    reader = fastexcel.read_excel(data)
    return [
        _sheet(book.get_sheet_by_name(meta.name), reader, meta.visible, grid_rows)
        for meta in book.sheets_metadata
        if meta.typ == SheetTypeEnum.WorkSheet
    ]


def _sheet(
    source: CalamineSheet,
    reader: fastexcel.ExcelReader,
    visible: SheetVisibleEnum,
    grid_rows: int,
) -> Sheet:
    """Read one sheet value by value."""
    sheet = Sheet(source.name, visible == SheetVisibleEnum.Visible)
    if source.start is None or source.end is None:
        return sheet
    sheet.row_count, sheet.col_count = source.end[0] + 1, source.end[1] + 1
    sheet.merges = [_merge(found) for found in source.merged_cell_ranges or []]
    sheet.errors = errors(reader, source.name, source.start[1])
    rows = _rows(source, sheet.errors)
    sheet.grid = list(islice(rows, grid_rows))
    sheet.rest = _table(list(rows), sheet.col_count)
    return sheet


def _rows(source: CalamineSheet, found: list[ErrorCell]) -> Any:
    """Give the rows from row 1 on, cells from column A on, errors as their text."""
    top, left = source.start or (0, 0)
    wrong = {(row, col): text for row, col, text in found}
    blank = [None] * (left + source.width)
    for _ in range(top):
        yield blank
    for number, cells in enumerate(source.iter_rows(), top + 1):
        row = [None] * left + [clean(cell) for cell in cells]
        for col in range(len(row)) if wrong else ():
            if (number, col + 1) in wrong:
                row[col] = wrong[number, col + 1]
        yield row


def _table(rows: list[list[Cell]], width: int) -> pa.Table | None:
    """Set rows as columns c0, c1 ... counted from column A."""
    if not rows:
        return None
    return (
        pa.table(
            {f"c{index}": column(cells) for index, cells in enumerate(zip(*rows, strict=True))}
        )
        if width
        else None
    )


def errors(reader: fastexcel.ExcelReader, name: str, left: int) -> list[ErrorCell]:
    """Find the cells that hold an error such as #REF!."""
    loaded = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    found = loaded.to_arrow_with_errors()[1]
    return [] if found is None else [_error(cell, left) for cell in found.errors]


def _error(cell: fastexcel.CellError, left: int) -> ErrorCell:
    """Place an error and name it as Excel does."""
    row, col = cell.position
    kind = cell.detail.partition("Error(")[2].partition(")")[0]
    return row + 1, col + left + 1, _ERRORS.get(kind, "#ERROR!")


def _merge(found: tuple[tuple[int, int], tuple[int, int]]) -> Merge:
    """Count a merged range from 1."""
    (top, left), (bottom, right) = found
    return top + 1, left + 1, bottom + 1, right + 1
