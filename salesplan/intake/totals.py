"""Total rows against the rows that they add up, and sums of what is loaded."""

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import sift
from salesplan.intake.ledger import Ledger
from salesplan.intake.rows import Rows
from salesplan.intake.typed import MONEY, Mask, Whole, wholes
from salesplan.text import Sentence

_CENT = 100  # ten-thousandths
_SHOWN = 5
_SAFE = 2**62


def summed(values: pa.Array) -> str:
    """Write the exact sum of a column."""
    return written(pc.sum(values).as_py() or Decimal())


def sum_of(rows: Rows, values: pa.Array) -> Decimal:
    """Add up a column without its total rows."""
    counted = ~sift.totals(rows, np.ones(len(rows), np.bool_))
    return pc.sum(values.filter(pa.array(counted))).as_py() or Decimal()


def written(value: Decimal) -> str:
    """Write a number without the zeros behind its decimals."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def total_notes(ledger: Ledger, figures: list[pa.Array]) -> list[Sentence]:
    """Compare each total row with the rows above it, back to the last total or to the first row."""
    totals = ledger.ignored.get("total")
    if totals is None:
        return []
    whole = [wholes(column.cast(MONEY)) for column in figures]
    checked = [(column, _told(column, ledger, totals)) for column in whole if _is_safe(column)]
    wrong = [note for column, told in checked for note in _differences(ledger, column, told)]
    right = {row for _, told in checked for row, (_, agrees) in told.items() if agrees}
    right -= {place for _, told in checked for place, (_, agrees) in told.items() if not agrees}
    rows = ", ".join(str(ledger.rows.numbers[place]) for place in sorted(right)[:_SHOWN])
    return wrong[:_SHOWN] + ([Sentence("intake.total_agrees", {"rows": rows})] if right else [])


def _told(column: Whole, ledger: Ledger, totals: Mask) -> dict[int, tuple[int, bool]]:
    """Give, for each total row with a figure, the sum it should have and whether it has it."""
    data = np.where(_counted(ledger), column, 0)
    running = np.concatenate([[0], np.cumsum(data)])
    told, before = {}, 0
    for place in np.flatnonzero(totals).tolist():
        if column[place]:
            sums = (running[place] - running[before], running[place], running[-1])
            agrees = any(abs(int(column[place] - one)) <= _CENT for one in sums)
            told[place] = (int(sums[0] or sums[1] or sums[2]), agrees)
        before = place
    return told


def _counted(ledger: Ledger) -> Mask:
    """Mark the rows that a total may count: all but those left out."""
    left_out = [mask for why, mask in ledger.ignored.items() if why != "not_won"]
    counted: Mask = ~np.logical_or.reduce(left_out)
    return counted


def _is_safe(column: Whole) -> bool:
    """Tell whether a column can be added up in 64 bits."""
    return len(column) > 0 and int(np.abs(column).max()) < _SAFE // len(column)


def _differences(
    ledger: Ledger, column: Whole, told: dict[int, tuple[int, bool]]
) -> list[Sentence]:
    return [
        Sentence(
            "intake.total_differs",
            {
                "row": int(ledger.rows.numbers[place]),
                "found": written(Decimal(int(column[place])).scaleb(-4)),
                "sum": written(Decimal(should).scaleb(-4)),
            },
        )
        for place, (should, agrees) in told.items()
        if not agrees
    ]
