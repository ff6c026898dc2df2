"""The rows below a header: each column as Arrow, and the row number that Excel shows."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from salesplan.intake.dates import Order
from salesplan.intake.drafts import Answers
from salesplan.intake.grid import Column
from salesplan.intake.table import Table


@dataclass(frozen=True)
class Rows:
    """A table with its rows, and what else its reading needs to know."""

    table: Table
    columns: tuple[pa.Array, ...]
    source_row: pa.Array
    answers: Answers
    order: Order | None = None

    def __len__(self) -> int:
        """The number of rows that are not blank."""
        return len(self.source_row)

    def column(self, field: str) -> pa.Array:
        """Give the cells of a field."""
        return self.columns[self.table.fields[field]]

    def heading(self, field: str) -> Column:
        """Give the column that a field was taken from."""
        return self.table.top.columns[self.table.fields[field]]

    @property
    def numbers(self) -> npt.NDArray[np.int32]:
        """The row numbers."""
        return np.asarray(self.source_row)


def rows_of(table: Table, answers: Answers) -> Rows:
    """Read what stands below the header of a table."""
    body = table.sheet.body(table.top.header_row, table.top.first, table.top.last)
    places = [column.place - table.top.first for column in table.top.columns]
    columns = tuple(_array(body.column(f"c{place}")) for place in places)
    return Rows(table, columns, _array(body.column("source_row")), answers)


def _array(column: pa.ChunkedArray) -> pa.Array:
    """Make one array of a column's chunks, text in the one type that we compare."""
    whole = column.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], column.type)
    if pa.types.is_null(whole.type):
        return whole.cast(pa.string())
    if pa.types.is_large_string(whole.type) or pa.types.is_string_view(whole.type):
        return whole.cast(pa.string())
    return whole
