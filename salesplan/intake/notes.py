"""What is worth telling about a sheet that was read: units, rounding, rows left out."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.dates import Stretch, parse_stretch
from salesplan.intake.ledger import Ledger
from salesplan.intake.problems import shown
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask, Typed
from salesplan.intake.units import FACTORS, unit_of
from salesplan.text import Sentence

_SHOWN = 5


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


def emptied(ledger: Ledger, columns: Mapping[str, Typed]) -> list[Sentence]:
    """Say in which loaded rows errors of the spreadsheet were taken as empty."""
    return [
        Sentence("intake.errors_emptied", _where(ledger, name, marks))
        for name, column in columns.items()
        if column.errors is not None and (marks := column.errors & ledger.open).any()
    ]


def _where(ledger: Ledger, name: str, marks: Mask) -> dict[str, object]:
    """Name the column, the errors and the first rows of marked cells."""
    rows = ledger.rows
    found = pc.unique(rows.column(name).filter(pa.array(marks))).to_pylist()
    return {
        "column": rows.heading(name).name,
        "count": int(marks.sum()),
        "found": ", ".join(sorted({shown(cell) for cell in found})),
        "rows": first_rows(rows.numbers[marks].tolist()),
    }


def first_rows(numbers: Sequence[int]) -> str:
    """Write the first few numbers of rows, in the order of the sheet."""
    told = ", ".join(map(str, sorted(numbers)[:_SHOWN]))
    return told if len(numbers) <= _SHOWN else f"{told} …"


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
