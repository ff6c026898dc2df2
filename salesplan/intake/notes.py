"""What is worth telling about a sheet that was read: units, rounding, rows left out."""

import pyarrow as pa

from salesplan.intake.dates import Stretch, parse_stretch
from salesplan.intake.ledger import Ledger
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Typed
from salesplan.intake.units import FACTORS, unit_of
from salesplan.text import Sentence


def scaled(rows: Rows, field: str) -> list[Sentence]:
    """Say that values were multiplied."""
    named = unit_of(rows, field)
    if named in (None, "yuan"):
        return []
    blanks: dict[str, object] = {
        "unit": Sentence(f"intake.unit_{named}"),
        "factor": f"{FACTORS[named]:,}",
    }
    return [Sentence("intake.scaled", blanks)]


def rounded(columns: dict[str, Typed]) -> list[Sentence]:
    """Say how many values had more than four decimals."""
    figures = [one for one in columns.values() if pa.types.is_decimal(one.values.type)]
    lost = sum(column.lost for column in figures)
    return [Sentence("intake.rounded", {"count": lost})] if lost else []


def emptied(rows: Rows, columns: dict[str, Typed]) -> list[Sentence]:
    """Say where errors of the spreadsheet were taken as empty text."""
    return [
        Sentence("intake.errors_emptied", {"column": rows.heading(name).name, "count": column.lost})
        for name, column in columns.items()
        if column.lost and pa.types.is_string(column.values.type)
    ]


def coarse(rows: Rows, field: str) -> list[Sentence]:
    """Say that a column of days gives months only."""
    if field not in rows.table.fields:
        return []
    read = [parse_stretch(cell, rows.order) for cell in rows.heading(field).samples]
    grains = {one.grain for one in read if isinstance(one, Stretch)}
    return [Sentence("intake.coarse_days")] if grains and "day" not in grains else []


def left_out(ledger: Ledger) -> list[Sentence]:
    """Count the rows left out, by reason."""
    return [
        Sentence(f"intake.left_out_{why}", {"count": int(mask.sum())})
        for why, mask in ledger.ignored.items()
    ]
