"""What is worth telling about a sheet that was read: units, rounding, rows left out."""

from salesplan.intake.ledger import Ledger
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Typed
from salesplan.intake.units import FACTORS, unit
from salesplan.text import Sentence


def scaled(rows: Rows, field: str) -> list[Sentence]:
    """Say that values were multiplied."""
    named = unit(rows, field)
    if named in (None, "yuan"):
        return []
    blanks: dict[str, object] = {
        "unit": Sentence(f"intake.unit_{named}"),
        "factor": f"{FACTORS[named]:,}",
    }
    return [Sentence("intake.scaled", blanks)]


def rounded(columns: dict[str, Typed]) -> list[Sentence]:
    """Say how many values had more than four decimals."""
    lost = sum(column.lost for column in columns.values())
    return [Sentence("intake.rounded", {"count": lost})] if lost else []


def left_out(ledger: Ledger) -> list[Sentence]:
    """Count the rows left out, by reason."""
    return [
        Sentence(f"intake.left_out_{why}", {"count": int(mask.sum())})
        for why, mask in ledger.ignored.items()
    ]
