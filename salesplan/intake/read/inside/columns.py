"""The reader of columns: fast, but only where each column is of one plain type."""

import re
from collections.abc import Callable
from datetime import datetime
from itertools import zip_longest

import fastexcel
import pyarrow as pa

from salesplan.intake.read.inside.cells import MOMENT, NUMBER, TEXT, TRUTH, Cell, rewritten

ErrorCell = tuple[int, int, str]

_EXCEL_NAMES = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "GettingData": "#GETTING_DATA",
}
_ERROR = "Error("
_LONG_FRACTION = re.compile(r"-?\d+\.\d{7,9}")
_FIRST_DAY = -2_208_902_400_000  # the second of January 1900, in milliseconds from 1970


class NotPlain(Exception):
    """A column that only the reader of cells gets right: durations, odd mixtures."""


def rest(
    reader: fastexcel.ExcelReader, name: str, *, skip: int
) -> tuple[pa.Table | None, list[ErrorCell]]:
    """Read the rows after the first `skip` as columns c0, c1 ... counted from column A."""
    try:
        sheet = reader.load_sheet(
            name,
            header_row=None,
            skip_rows=skip,
            schema_sample_rows=None,
            whitespace_as_null=True,
        )
        batch, found = sheet.to_arrow_with_errors()
    except fastexcel.InvalidParametersError:
        return None, []  # the sheet ends before
    except (fastexcel.UnsupportedColumnTypeCombinationError, fastexcel.CalamineCellError):
        raise NotPlain from None
    if batch.num_rows == 0:
        return None, []
    places = [info.absolute_index for info in sheet.selected_columns]
    errors = [_error(cell, places[0]) for cell in found.errors] if found else []
    columns = dict(zip(places, map(_plain, batch.columns), strict=True))
    _mend(columns, errors, skip)
    return _from_a(columns, batch.num_rows), errors


def agree(head: list[list[Cell]], below: pa.Table) -> None:
    """Refuse a table whose moments came out as numbers: this reader misses some date formats."""
    for index, cells in enumerate(zip_longest(*head)):
        dated = any(isinstance(cell, datetime) for cell in cells)
        array = below.column(index) if index < below.num_columns else None
        if dated and array is not None and array.type != MOMENT and array.null_count < len(array):
            raise NotPlain


def error_cells(reader: fastexcel.ExcelReader, name: str, left: int) -> list[ErrorCell]:
    """Find the cells that hold an error such as #REF!."""
    sheet = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    found = sheet.to_arrow_with_errors()[1]
    cells = [cell for cell in found.errors if _ERROR in cell.detail] if found else []
    return [_error(cell, left) for cell in cells]


def _error(cell: fastexcel.CellError, left: int) -> ErrorCell:
    """Place an error and name it as Excel does; what is no error is not plain either."""
    row, col = cell.position
    if _ERROR not in cell.detail:
        raise NotPlain
    kind = cell.detail.partition(_ERROR)[2].partition(")")[0]
    return row + 1, col + left + 1, _EXCEL_NAMES.get(kind, "#ERROR!")


def _plain(array: pa.Array) -> pa.Array:
    """Pass a plain column, refuse one that this reader would distort."""
    if pa.types.is_null(array.type):
        return pa.nulls(len(array), TEXT)
    if array.type not in _DISTORTED or _DISTORTED[array.type](array):
        raise NotPlain
    return array


def _rounded(texts: pa.Array) -> bool:
    """Tell whether numbers among texts may have been cut to nine decimals."""
    letters = texts.buffers()[2]
    if letters is None or b"." not in letters.to_pybytes():
        return False
    return any(map(_LONG_FRACTION.fullmatch, filter(None, texts.to_pylist())))


def _times_of_day(moments: pa.Array) -> bool:
    """Tell whether there are times without a date."""
    return min(memoryview(moments.buffers()[1]).cast("q"), default=0) < _FIRST_DAY


def _mend(columns: dict[int, pa.Array], errors: list[ErrorCell], skip: int) -> None:
    """Write the errors into their columns, which become text."""
    texts: dict[int, list[str | None]] = {}
    for row, col, text in errors:
        if col - 1 not in texts:
            texts[col - 1] = rewritten(columns[col - 1])
        texts[col - 1][row - 1 - skip] = text
    columns.update({place: pa.array(cells, TEXT) for place, cells in texts.items()})


def _from_a(columns: dict[int, pa.Array], rows: int) -> pa.Table:
    """Set columns side by side from column A on, empty ones before the first."""
    width = max(columns, default=-1) + 1
    blank = pa.nulls(rows, TEXT)
    return pa.table({f"c{place}": columns.get(place, blank) for place in range(width)})


_DISTORTED: dict[pa.DataType, Callable[[pa.Array], bool]] = {
    TEXT: _rounded,
    NUMBER: lambda _: False,
    MOMENT: _times_of_day,
    TRUTH: lambda _: False,
}
"""When to refuse a column, by type; other types always."""
