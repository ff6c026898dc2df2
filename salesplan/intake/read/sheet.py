"""One sheet as read: its first rows as values, and any part of it as an Arrow table."""

from dataclasses import dataclass, field
from itertools import chain

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.read.inside.cells import TEXT, Cell, column, rewritten
from salesplan.intake.read.merges import Merge, fill

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class SheetData:
    """A sheet of a file. Rows and columns are counted from 1, as a spreadsheet shows them."""

    name: str
    visible: bool
    grid: tuple[Row, ...]
    """The first rows: grid[0] is row 1, grid[0][0] is cell A1; blanks are None."""
    row_count: int
    col_count: int
    merges: tuple[Merge, ...] = ()
    """Merged ranges: first row, first column, last row, last column."""
    errors: tuple[tuple[int, int, str], ...] = ()
    """Cells that hold an error: row, column, "#REF!". The text stands in grid and body too."""
    rest: pa.Table | None = field(default=None, repr=False)
    """Rows from `rest_row` on, every column c0, c1 ... counted from column A."""
    rest_row: int = 1
    encoding: str | None = None
    delimiter: str | None = None

    def body(self, header_row: int, first_col: int, last_col: int) -> pa.Table:
        """Give what stands below a header, from first_col to last_col (both inside).

        Columns c0 (= first_col), c1 ..., typed as the file has them (a mixture is text),
        and source_row. Blank rows are left out; merged texts and dates are repeated.
        """
        columns = [self._column(header_row, col) for col in range(first_col, last_col + 1)]
        columns = fill(columns, self.merges, top=header_row + 1, left=first_col)
        names = [f"c{index}" for index in range(len(columns))]
        rows = _count(header_row + 1, self.row_count)
        table = pa.table([*columns, rows], names=[*names, "source_row"])
        written = _written(columns)
        return table if written is None else table.filter(written)

    @property
    def number_merges(self) -> tuple[Merge, ...]:
        """List the merged ranges over a number: it may stand for each row or for all at once."""
        return tuple(merge for merge in self.merges if _is_number(self.cell(merge[0], merge[1])))

    def cell(self, row: int, col: int) -> Cell:
        """Give one cell."""
        if row <= len(self.grid):
            return self.grid[row - 1][col - 1] if col <= len(self.grid[row - 1]) else None
        if self.rest is None or row > self.row_count or col > self.rest.num_columns:
            return None
        value: Cell = self.rest.column(col - 1)[row - self.rest_row].as_py()
        return value

    def _column(self, header_row: int, col: int) -> pa.ChunkedArray:
        """Join the cells of one column below the header: from the grid, then from the rest."""
        last = self.row_count if self.rest is None else self.rest_row - 1
        head = [row[col - 1] if col <= len(row) else None for row in self.grid[header_row:last]]
        if self.rest is None:
            return pa.chunked_array([column(head)])
        if col > self.rest.num_columns:
            tail = pa.chunked_array([pa.nulls(self.rest.num_rows, TEXT)])
        else:
            tail = self.rest.column(col - 1)
        return _joined(head, tail.slice(max(0, header_row + 1 - self.rest_row)))


def _joined(head: list[Cell], tail: pa.ChunkedArray) -> pa.ChunkedArray:
    """Put values above a typed column; two types make a text column."""
    if all(cell is None for cell in head):
        return pa.chunked_array([pa.nulls(len(head), tail.type), *tail.chunks], tail.type)
    above = column(head)
    if tail.null_count == len(tail):
        return pa.chunked_array([above, pa.nulls(len(tail), above.type)], above.type)
    if above.type == tail.type:
        return pa.chunked_array([above, *tail.chunks], tail.type)
    return pa.chunked_array([pa.array(chain(rewritten(above), rewritten(tail)), TEXT)])


def _written(columns: list[pa.ChunkedArray]) -> pa.ChunkedArray | None:
    """Mark the rows that hold something; None if all do."""
    marks = None
    for cells in columns:
        if cells.null_count == 0:
            return None
        here = pc.is_valid(cells)
        marks = here if marks is None else pc.or_(marks, here)
    return None if pc.all(marks).as_py() else marks


def _count(first: int, last: int) -> pa.Array:
    """Number the rows; as a buffer, since handing pyarrow an array makes it import pandas."""
    numbers = np.arange(first, last + 1, dtype=np.int32)
    return pa.Array.from_buffers(pa.int32(), len(numbers), [None, pa.py_buffer(numbers)])


def _is_number(cell: Cell) -> bool:
    """Tell numbers from the truth values that Python takes for numbers."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)
