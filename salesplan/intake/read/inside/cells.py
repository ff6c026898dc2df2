"""Cells to typed columns, and numbers to text without loss."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa

Cell = int | float | str | bool | date | datetime | time | timedelta | None

NUMBER = pa.float64()
TEXT = pa.string()
MOMENT = pa.timestamp("ms")
TRUTH = pa.bool_()


def clean(cell: Cell) -> Cell:
    """Turn blank text into None, a duration or a time of day into text, a day into midnight."""
    if isinstance(cell, str):
        return cell if cell and not cell.isspace() else None
    if isinstance(cell, timedelta | time):
        return as_text(cell)
    if type(cell) is date:
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001  a cell has no time zone
    return cell


def as_text(cell: Cell) -> str | None:
    """Write a cell as text that loses nothing: no exponent, no ".0"."""
    if cell is None or isinstance(cell, str):
        return cell
    return _WRITERS.get(type(cell), str)(cell)


def column(cells: Sequence[Cell]) -> pa.Array:
    """Type a column by what is in it; a mixture becomes text."""
    kinds = {type(cell) for cell in cells if cell is not None}
    for arrow, allowed in _TYPES:
        if kinds and kinds <= allowed:
            return pa.array(cells, arrow)
    return pa.array([as_text(cell) for cell in cells], TEXT)


def rewritten(array: pa.Array | pa.ChunkedArray) -> list[str | None]:
    """Write a typed column as text, cell by cell."""
    return [as_text(cell) for cell in array.to_pylist()]


def _number(number: float) -> str:
    """Write a float in full: 1e21 as 1000000000000000000000, 7.0 as 7."""
    if number.is_integer():
        return str(int(number))
    return format(Decimal(repr(number)), "f") if "e" in repr(number) else repr(number)


def _duration(length: timedelta) -> str:
    """Write a duration as Excel does: hours past 24 are not days."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _moment(moment: datetime) -> str:
    """Write a moment; a day alone when it is midnight."""
    return str(moment.date() if moment.time() == time() else moment)


_WRITERS: dict[type, Callable[[Any], str]] = {
    bool: lambda truth: "TRUE" if truth else "FALSE",
    float: _number,
    datetime: _moment,
    timedelta: _duration,
}
_TYPES: tuple[tuple[pa.DataType, set[type]], ...] = (
    (TEXT, {str}),
    (NUMBER, {int, float}),
    (MOMENT, {datetime}),
    (TRUTH, {bool}),
)
