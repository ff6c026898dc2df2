"""The order of day and month in 05/03/2026: one for the whole file, proved or asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.dates import Order, order_of
from salesplan.intake.days import orders, slashed
from salesplan.intake.rows import Rows
from salesplan.text import Sentence


@dataclass(frozen=True)
class Evidence:
    """What the slashed days of a file prove."""

    order: Order | None
    asked: Sentence | None


def evidence(tables: Sequence[Rows]) -> Evidence:
    """Weigh every column of days of a file; what a person said wins."""
    columns = [column for rows in tables for column in _days(rows)]
    proved = frozenset().union(*map(orders, columns))
    said = tables[0].answers.date_order if tables else None
    if said or ("open" not in proved and len(proved) < 2):  # noqa: PLR2004
        return Evidence(said or next(iter(proved), None), None)  # type: ignore[arg-type]
    if proved >= {"dmy", "mdy"}:
        examples: dict[str, object] = {o: _example(columns, o) for o in ("dmy", "mdy")}
        return Evidence(None, Sentence("intake.orders_differ", examples))
    if proved == {"open"}:
        blanks: dict[str, object] = {"example": _example(columns, "open")}
        return Evidence(None, Sentence("intake.which_date_order", blanks))
    return Evidence("dmy" if "dmy" in proved else "mdy", None)


def is_concerned(rows: Rows) -> bool:
    """Tell whether a table has days that the question is about."""
    return any(orders(column) for column in _days(rows))


def _days(rows: Rows) -> list[pa.Array]:
    """Give the columns of days and periods."""
    fields = rows.table.kind.fields
    names = [field.name for field in fields if field.type in {"date", "period"}]
    return [rows.column(name) for name in names if name in rows.table.fields]


def _example(columns: Sequence[pa.Array], proves: str) -> str:
    """Find a day that proves an order, or any."""
    texts: list[str] = [
        text for column in columns for text in pc.unique(slashed(column)).to_pylist()
    ]
    return next((text for text in texts if order_of(text) == proves), texts[0])
