"""The unit of a column's figures, and what its values are multiplied by."""

from salesplan.intake import hints
from salesplan.intake.rows import Rows

FACTORS = {"yuan": 1, "thousand": 1_000, "wan": 10_000, "million": 1_000_000, "yi": 100_000_000}


def unit(rows: Rows, field: str) -> str | None:
    """Name the unit of a field: what a person said, else its header, else a title."""
    if rows.answers.unit:
        return rows.answers.unit
    own = rows.heading(field).header.unit if field in rows.table.fields else None
    return own or hints.unit(rows.table.around)


def factor(rows: Rows, field: str) -> int:
    """Give what the values of a field are multiplied by."""
    return FACTORS[unit(rows, field) or "yuan"]
