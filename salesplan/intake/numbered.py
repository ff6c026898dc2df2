"""Months and quarters that are only numbered, under a header that says what is numbered."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.dates import month_named, quarter_named
from salesplan.intake.headers import Header
from salesplan.intake.typed import mapped
from salesplan.intake.values import is_nothing, plain

_NUMBERED = {
    "month": ("{}月", 12),
    "月": ("{}月", 12),
    "月份": ("{}月", 12),
    "quarter": ("Q{}", 4),
    "季度": ("Q{}", 4),
    "季": ("Q{}", 4),
    "qtr": ("Q{}", 4),
}


def worded(cells: pa.Array, header: Header) -> pa.Array:
    """Write the numbers of a column of months or quarters as 3月 and Q1."""
    form, _ = _NUMBERED.get(header.key, ("", 0))
    if not form or not are_numbered(pc.unique(pc.drop_null(cells)).to_pylist(), header):
        return cells
    return mapped(cells, lambda cell: form.format(n) if (n := _whole(cell)) else cell, pa.string())


def are_numbered(cells: Sequence[object], header: Header) -> bool:
    """Tell whether cells under a header of months or quarters are their numbers, or their names."""
    _, last = _NUMBERED.get(header.key, ("", 0))
    numbers = [n for cell in cells if (n := _whole(cell))]
    others = [cell for cell in cells if not _whole(cell)]
    return (
        bool(numbers)
        and max(numbers) <= last
        and all(isinstance(cell, str) and _is_named(cell) for cell in others)
    )


def _is_named(cell: str) -> bool:
    return bool(month_named(cell) or quarter_named(cell) or is_nothing(cell))


def _whole(cell: object) -> int:
    """Give a whole number, 0 for anything else."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    text = plain(cell)
    return int(text) if text.isdecimal() and len(text) <= 2 else 0  # noqa: PLR2004
