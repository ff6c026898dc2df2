"""Rows of sales, orders and won deals to what is stored of them."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import hints, unpivot, years
from salesplan.intake.check import TypedFields, account, faults, typed
from salesplan.intake.days import outside
from salesplan.intake.kinds import SALES
from salesplan.intake.ledger import Fault, Ledger
from salesplan.intake.notes import coarse, emptied, left_out, rounded, scaled
from salesplan.intake.outcomes import not_won
from salesplan.intake.packed import Packed, fingerprint, stored_rows, texts_of
from salesplan.intake.rows import Rows
from salesplan.intake.table import Unclear
from salesplan.intake.totals import sum_of, summed, total_notes
from salesplan.intake.typed import MONEY, Mask, Typed, money
from salesplan.intake.units import factor, unit_of
from salesplan.periods import Period, code
from salesplan.text import Sentence

_TEXTS = ("order_id", "rep", "team", "customer", "product", "channel", "region")
_OPTIONAL = [field for field in SALES.fields if field.name not in {"sold_on", "amount"}]


def pack(rows: Rows) -> Packed | Unclear:
    """Type, check and shape a sheet of sales."""
    return _wide(rows) if rows.table.parts else _long(rows)


def _long(rows: Rows) -> Packed | Unclear:
    """Shape a row a sale."""
    columns = typed(rows, SALES.fields)
    if "amount" not in columns and not {"quantity", "unit_price"} <= set(columns):
        return Unclear(Sentence("intake.which_amount"), "amount", rows.table.top)
    columns["amount"] = columns.get("amount") or _product(columns)
    period = _period(rows)
    if "sold_on" not in columns and period is None:
        total = sum_of(rows, columns["amount"].values)
        return Unclear(Sentence("intake.which_period"), "period", rows.table.top, total)
    columns["sold_on"] = columns.get("sold_on") or _all_on(rows, period)
    if years.lacking(rows, "sold_on", columns["sold_on"]):
        return Unclear(Sentence("intake.which_year_of_days"), "period", rows.table.top)
    ledger = account(rows, _faults(rows, columns), _no_sales(rows))
    table = _stored(rows, columns, ledger)
    notes = [
        *scaled(rows, "amount"),
        *rounded(columns),
        *emptied(rows, columns),
        *coarse(rows, "sold_on"),
        *_on_days(rows, columns["sold_on"], ledger, period),
        *left_out(ledger),
        *total_notes(ledger, [columns["amount"].values]),
    ]
    named = unit_of(rows, "amount")
    return Packed(ledger, table, fingerprint(rows), totals(table), named, tuple(notes))


def _wide(rows: Rows) -> Packed | Unclear:
    """Shape a column a month: the amount of each lies on its first day."""
    named = unit_of(rows, "amount")
    columns = typed(rows, [field for field in SALES.fields if field.type == "text"])
    figures = [
        money(rows.columns[part.index], factor=factor(rows, part.index))
        for part in rows.table.parts
    ]
    by_row, wrong_year = years.column(rows)
    found = unpivot.blocks(rows, figures, by_row)
    if found is None:
        return Unclear(Sentence("intake.which_year"), "period", rows.table.top)
    wrong = unpivot.faults(rows, figures) + ([wrong_year] if wrong_year else [])
    ledger = account(rows, wrong)
    flat = unpivot.unpivoted(rows, found, texts_of(columns, _TEXTS), ledger.open)
    names = {"starts_on": "sold_on", "value": "amount"}
    table = flat.rename_columns([names.get(name, name) for name in flat.column_names])
    table = table.drop_columns(["grain", "ends_on"])
    notes = [
        *scaled(rows, "amount"),
        *rounded({str(n): one for n, one in enumerate(figures)}),
        Sentence("intake.first_days"),
        *left_out(ledger),
        *total_notes(ledger, [column.values for column in figures]),
    ]
    return Packed(ledger, table, fingerprint(rows), totals(table), named, tuple(notes))


def totals(table: pa.Table) -> dict[str, str]:
    """Add up what is loaded."""
    return {
        name: summed(table[name]) for name in ("amount", "quantity") if name in table.column_names
    }


def _stored(rows: Rows, columns: TypedFields, ledger: Ledger) -> pa.Table:
    stored = {
        **texts_of(columns, ("sold_on", *_TEXTS, "quantity", "amount")),
        **_cost(columns),
    }
    heading = rows.heading("amount").name if "amount" in rows.table.fields else None
    return stored_rows(rows, stored, ledger.open, heading)


def _cost(columns: TypedFields) -> dict[str, pa.Array]:
    """Give the cost, or what the profit leaves of the amount."""
    if "cost" in columns:
        return {"cost": columns["cost"].values}
    if "profit" in columns:
        rest = pc.subtract(columns["amount"].values, columns["profit"].values)
        return {"cost": rest.cast(MONEY)}
    return {}


def _product(columns: TypedFields) -> Typed:
    """Multiply quantity and unit price exactly, then round half-even."""
    quantity, price = columns["quantity"], columns["unit_price"]
    exact = pc.multiply(quantity.values, price.values)
    kept = pc.round(exact, ndigits=4, round_mode="half_to_even").cast(MONEY)
    lost = pc.sum(pc.not_equal(exact, kept.cast(exact.type))).as_py() or 0
    return Typed(kept, np.zeros(len(kept), np.bool_), lost)


def _period(rows: Rows) -> Period | None:
    """Give the period of a sheet without days: what a person said, or the month that is named."""
    return rows.answers.period or hints.month(rows.table.around)


def _all_on(rows: Rows, period: Period | None) -> Typed:
    """Put every row on the first day of the period."""
    first = pa.scalar(period.start if period else None, pa.date32())
    return Typed(pa.repeat(first, len(rows)), np.zeros(len(rows), np.bool_))


def _no_sales(rows: Rows) -> dict[str, Mask]:
    """Leave out what was not won."""
    return {"not_won": not_won(rows)} if "outcome" in rows.table.fields else {}


def _faults(rows: Rows, columns: TypedFields) -> list[Fault]:
    """List what is wrong, the day and the amount first."""
    found = faults(rows, columns, (SALES.field("sold_on"), SALES.field("amount"), *_OPTIONAL))
    if "amount" in rows.table.fields:
        return found
    missing = np.asarray(columns["amount"].values.is_null())
    return [*found, Fault(rows.table.fields["quantity"], missing, lambda _: "missing")]


def _on_days(rows: Rows, column: Typed, ledger: Ledger, period: Period | None) -> list[Sentence]:
    """Say where the days came from, and which lie far from the rest."""
    if "sold_on" not in rows.table.fields and period:
        return (
            []
            if rows.answers.period
            else [Sentence("intake.period_taken", {"period": code(period)})]
        )
    far = outside(column.values) & ledger.open
    return [Sentence("intake.far_days", {"count": int(far.sum())})] if far.any() else []
