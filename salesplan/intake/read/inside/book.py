"""A workbook to sheets: the first rows as values, the rest as Arrow."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import fastexcel
import pyarrow as pa
from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from salesplan.intake.read.inside.cells import TRUTH, Cell, clean, column
from salesplan.intake.read.inside.columns import ErrorCell, NotPlain, agree, error_cells, rest
from salesplan.intake.read.inside.lean import lean

_ERROR = b't="e"'
Merge = tuple[int, int, int, int]


class TooWide(Exception):
    """A used range of more cells than we take: sheet, rows, columns."""


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


@dataclass(frozen=True)
class Caps:
    """How much to take, and from which size of a sheet on to spare the cell reader."""

    grid_rows: int
    lean_from: int
    cells: int
    merges: int
    reply: int


class Source:
    """One workbook under its two readers, each opened when needed."""

    def __init__(self, data: bytes, *, has_errors: bool = True) -> None:
        """Keep the bytes; where no cell can hold an error, none is looked for."""
        self._data = data
        self.has_errors = has_errors

    @cached_property
    def cells(self) -> CalamineWorkbook:
        """Read it cell by cell: exact types, merges, visibility."""
        return CalamineWorkbook.from_filelike(io.BytesIO(self._data))

    @cached_property
    def columns(self) -> fastexcel.ExcelReader:
        """Read it column by column: fast, and it knows errors."""
        return fastexcel.read_excel(self._data)


def read(data: bytes, caps: Caps) -> list[Sheet]:
    """Read every worksheet of a workbook (charts and macros are none)."""
    whole = Source(data)
    short = lean(data, rows=caps.grid_rows, from_size=caps.lean_from)
    if short is not None:
        first = Source(short.data, has_errors=_ERROR in short.data)
        sheets = [_by_column(whole, first, meta, caps) for meta in _worksheets(first)]
        # Among numbers, the column reader makes truth values 1 and 0: then some are missing.
        if sum(map(_truths, sheets)) == short.truths:
            return sheets
    return [_by_cell(whole, meta, caps) for meta in _worksheets(whole)]


def _worksheets(source: Source) -> list[SheetMetadata]:
    """List the worksheets in their order."""
    return [meta for meta in source.cells.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]


def _truths(sheet: Sheet) -> int:
    """Count the truth values that were read as such."""
    below = sheet.rest.columns if sheet.rest is not None else ()
    within = sum(isinstance(cell, bool) for row in sheet.grid for cell in row)
    return within + int(sum(len(one) - one.null_count for one in below if one.type == TRUTH))


def _by_cell(source: Source, meta: SheetMetadata, caps: Caps) -> Sheet:
    """Read a sheet cell by cell."""
    cells = source.cells.get_sheet_by_name(meta.name)
    sheet = Sheet(meta.name, visible=meta.visible == SheetVisibleEnum.Visible)
    sheet.merges = [_merge(found) for found in (cells.merged_cell_ranges or [])[: caps.merges]]
    if cells.start is None or cells.end is None:
        return sheet
    _extend(sheet, cells.end[0] + 1, cells.end[1] + 1, caps)
    if source.has_errors:
        sheet.errors = error_cells(source.columns, meta.name, cells.start[1])
    rows = _rows(cells, sheet.errors)
    sheet.grid = list(islice(rows, caps.grid_rows))
    sheet.rest = _table(rows) if sheet.row_count > caps.grid_rows else None
    return sheet


def _by_column(whole: Source, first: Source, meta: SheetMetadata, caps: Caps) -> Sheet:
    """Read the first rows cell by cell and the rest by column, where its columns are plain."""
    sheet = _by_cell(first, meta, caps)
    try:
        sheet.rest, errors = rest(whole.columns, meta.name, skip=caps.grid_rows)
        if sheet.rest is None:
            return sheet
        agree(sheet.grid, sheet.rest)
    except NotPlain:
        return _by_cell(whole, meta, caps)
    sheet.grid += [[] for _ in range(len(sheet.grid), caps.grid_rows)]
    _extend(sheet, caps.grid_rows + sheet.rest.num_rows, sheet.rest.num_columns, caps)
    sheet.errors += errors
    return sheet


def _extend(sheet: Sheet, rows: int, cols: int, caps: Caps) -> None:
    """Note how far a sheet reaches."""
    sheet.row_count, sheet.col_count = rows, max(cols, sheet.col_count)
    if rows * cols > caps.cells:
        raise TooWide(sheet.name, rows, cols)


def _rows(source: CalamineSheet, found: list[ErrorCell]) -> Iterator[list[Cell]]:
    """Give the rows from row 1 on, cells from column A on, errors as their text."""
    margin: list[Cell] = [None] * (source.start or (0, 0))[1]
    wrong: dict[int, dict[int, str]] = {}
    for row, col, text in found:
        wrong.setdefault(row, {})[col] = text
    # The reader gives the blank rows above the first cell, but not the blank columns before it.
    for number, written in enumerate(source.iter_rows(), 1):
        cells = [*margin, *map(clean, written)]
        for col, text in wrong.get(number, {}).items():
            cells[col - 1] = text
        yield cells


def _table(rows: Iterator[list[Cell]]) -> pa.Table:
    """Set rows as columns c0, c1 ... counted from column A."""
    columns = zip(*rows, strict=True)
    return pa.table({f"c{index}": column(cells) for index, cells in enumerate(columns)})


def _merge(found: tuple[tuple[int, int], tuple[int, int]]) -> Merge:
    """Count a merged range from 1."""
    (top, left), (bottom, right) = found
    return top + 1, left + 1, bottom + 1, right + 1
