"""The rows below a header: each column as Arrow, and the row number that Excel shows."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.dates import Order
from salesplan.intake.drafts import Answers
from salesplan.intake.grid import Column
from salesplan.intake.table import Table
from salesplan.intake.typed import joined, repeats


@dataclass(frozen=True)
class Rows:
    """A table with its rows, and what else its reading needs to know."""

    table: Table
    columns: tuple[pa.Array, ...]
    source_row: pa.Array
    answers: Answers
    order: Order | None = None
    _known: dict[int, pa.Array] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        """The number of rows that are not blank."""
        return len(self.source_row)

    def column(self, name: str) -> pa.Array:
        """Give the cells of a field."""
        return self.columns[self.table.fields[name]]

    def different(self, name: str) -> pa.Array | None:
        """Give the different cells of a field of text that repeats itself."""
        place = self.table.fields[name]
        column = self.columns[place]
        if not pa.types.is_string(column.type) or not repeats(column):
            return None
        if place not in self._known:
            self._known[place] = pc.unique(column)
        return self._known[place]

    def heading(self, name: str) -> Column:
        """Give the column that a field was taken from."""
        return self.table.top.columns[self.table.fields[name]]

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


def _array(column: pa.ChunkedArray) -> pa.ChunkedArray | pa.Array:
    """Join the chunks of figures; leave those of text, in the one type that we compare."""
    kind = column.type
    if pa.types.is_null(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return column.cast(pa.string())
    return column if pa.types.is_string(kind) else joined(column)
