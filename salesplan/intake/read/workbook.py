"""A workbook to sheets, by way of the child."""

from datetime import date, datetime
from typing import Any

import pyarrow as pa

from salesplan.intake.read import child, limits
from salesplan.intake.read.inside.cells import Cell
from salesplan.intake.read.sheet import SheetData

_TAGS = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}


def read(name: str, data: bytes) -> tuple[SheetData, ...]:
    """Read every worksheet, hidden ones too."""
    head, bodies = child.parse(name, data)
    return tuple(_sheet(told, body) for told, body in zip(head["sheets"], bodies, strict=True))


def _sheet(told: dict[str, Any], body: bytes) -> SheetData:
    """Build a sheet from what the child told."""
    return SheetData(
        name=told["name"],
        visible=told["visible"],
        grid=tuple(tuple(map(_value, row)) for row in told["grid"]),
        row_count=told["row_count"],
        col_count=told["col_count"],
        merges=tuple(map(tuple, told["merges"])),
        errors=tuple(map(tuple, told["errors"])),
        rest=pa.ipc.open_stream(body).read_all() if body else None,
        rest_row=limits.GRID_ROWS + 1,
    )


def _value(cell: Any) -> Cell:
    """Read back a date, which JSON has no word for."""
    if isinstance(cell, dict):
        ((tag, text),) = cell.items()
        return _TAGS[tag](text)
    known: Cell = cell
    return known
