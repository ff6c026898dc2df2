"""A workbook to sheets, by way of the child."""

from datetime import datetime
from itertools import starmap

import pyarrow as pa

from salesplan.intake.read import child, limits
from salesplan.intake.read.child import Told
from salesplan.intake.read.inside.cells import Cell
from salesplan.intake.read.sheet import SheetData


def read(name: str, data: bytes) -> tuple[SheetData, ...]:
    """Read every worksheet, hidden ones too."""
    return tuple(starmap(_sheet, zip(*child.parse(name, data), strict=True)))


def _sheet(told: Told, rest: pa.Table | None) -> SheetData:
    """Build a sheet from what the child told."""
    return SheetData(
        name=told["name"],
        visible=told["visible"],
        grid=tuple(tuple(map(_value, row)) for row in told["grid"]),
        row_count=told["row_count"],
        col_count=told["col_count"],
        merges=tuple(map(tuple, told["merges"])),
        errors=tuple(map(tuple, told["errors"])),
        rest=rest,
        rest_row=limits.GRID_ROWS + 1,
    )


def _value(cell: Told | Cell) -> Cell:
    """Read back a moment, which JSON has no word for."""
    return datetime.fromisoformat(cell["at"]) if isinstance(cell, dict) else cell
