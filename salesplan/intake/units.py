"""The unit of a column's figures, and what its values are multiplied by."""

from salesplan import columns
from salesplan.intake import hints
from salesplan.intake.headers import unit_said
from salesplan.intake.rows import Rows
from salesplan.settings import UNITS

FACTORS = {name: columns.UNITS[name].scale for name in UNITS}


def unit(rows: Rows, place: int | None) -> str | None:
    """Name the unit of a column: what a person said, else its header, else a title."""
    if rows.answers.unit:
        return rows.answers.unit
    column = None if place is None else rows.table.top.columns[place]
    own = column and (column.header.unit or unit_said(column.parent))
    return own or hints.unit(rows.table.around)


def unit_of(rows: Rows, field: str) -> str | None:
    """Name the unit of a field; of the first of its columns where it has one a period."""
    parts = rows.table.parts
    return unit(rows, rows.table.fields.get(field, parts[0].index if parts else None))


def factor(rows: Rows, place: int | None) -> int:
    """Give what the values of a column are multiplied by."""
    return FACTORS[unit(rows, place) or "yuan"]
