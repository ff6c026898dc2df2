"""Rows of sales, orders and won deals to what is stored of them."""

from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import coverage, hints, unpivot, years
from salesplan.intake.check import TypedFields, account, faults, typed
from salesplan.intake.kinds import SALES, Field
from salesplan.intake.ledger import Fault, Ledger
from salesplan.intake.notes import coarse, emptied, left_out, rounded, scaled
from salesplan.intake.outcomes import not_won
from salesplan.intake.packed import Packed, fingerprint, stored_rows, texts_of
from salesplan.intake.rows import Rows
from salesplan.intake.table import Unclear
from salesplan.intake.totals import sum_of, summed, total_notes
from salesplan.intake.typed import MONEY, Mask, Typed, money
from salesplan.intake.units import factor, unit_of
from salesplan.intake.values import LIMIT
from salesplan.periods import Period, code
from salesplan.text import Sentence

_TEXTS = ("order_id", "rep", "team", "customer", "product", "channel", "region")
_FACTORS = {"quantity", "unit_price"}


def pack(rows: Rows) -> Packed | Unclear:
    """Type, check and shape a sheet of sales."""
    return _wide(rows) if rows.table.parts else _long(rows)


def _long(rows: Rows) -> Packed | Unclear:
    """Shape a row a sale."""
    fields = _fields(rows)
    columns = typed(rows, fields)
    if "amount" not in columns and not set(columns) >= _FACTORS:
        return Unclear(Sentence("intake.which_amount"), "amount", rows.table.top)
    columns["amount"] = columns.get("amount") or _product(columns)
    period = _period(rows)
    if "sold_on" not in columns and period is None:
        total = sum_of(rows, columns["amount"].values)
        return Unclear(Sentence("intake.which_period"), "period", rows.table.top, total)
    columns["sold_on"] = columns.get("sold_on") or _all_on(rows, period)
    if years.lacking(rows, "sold_on", columns["sold_on"]):
        return Unclear(Sentence("intake.which_year_of_days"), "period", rows.table.top)
    ledger = account(rows, _faults(rows, columns, fields), _no_sales(rows))
    table = _stored(rows, columns, ledger)
    notes = [
        *scaled(rows, "amount"),
        *rounded(columns),
        *emptied(ledger, columns),
        *coarse(rows, "sold_on"),
        *_on_days(rows, period),
        *left_out(ledger),
        *total_notes(ledger, [columns["amount"].values]),
    ]
    reaches = coverage.last_day(
        rows, "sold_on", days=columns["sold_on"], keep=ledger.open, period=period
    )
    return _packed(ledger, table, notes, reaches)


def _wide(rows: Rows) -> Packed | Unclear:
    """Shape a column a month: the amount of each lies on its first day."""
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
        *emptied(ledger, columns),
        Sentence("intake.first_days"),
        *left_out(ledger),
        *total_notes(ledger, [column.values for column in figures]),
    ]
    return _packed(ledger, table, notes, coverage.of_stretches(flat))


def _packed(ledger: Ledger, table: pa.Table, notes: list[Sentence], reaches: date | None) -> Packed:
    """Put together what is stored, what is told, and how far the rows reach."""
    return Packed(
        ledger,
        table,
        fingerprint(ledger.rows),
        totals(table),
        unit_of(ledger.rows, "amount"),
        tuple(notes),
        reaches=reaches,
    )


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
    rounded = pc.round(exact, ndigits=4, round_mode="half_to_even")
    large = pc.greater_equal(pc.abs(rounded), pa.scalar(LIMIT, exact.type))
    kept = pc.if_else(large, None, rounded).cast(MONEY)
    lost = pc.sum(pc.not_equal(exact, kept.cast(exact.type))).as_py() or 0
    return Typed(kept, np.asarray(pc.fill_null(large, False)), lost)  # noqa: FBT003


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


def _fields(rows: Rows) -> tuple[Field, ...]:
    """List the fields; where quantity and price make the amount, no row goes without them."""
    if "amount" in rows.table.fields:
        return SALES.fields
    return tuple(replace(f, required=f.required or f.name in _FACTORS) for f in SALES.fields)


def _faults(rows: Rows, columns: TypedFields, fields: tuple[Field, ...]) -> list[Fault]:
    """List what is wrong, the day and the amount first."""
    found = faults(rows, columns, fields)
    if "amount" in rows.table.fields:
        return found
    return [
        *found,
        Fault(rows.table.fields["unit_price"], columns["amount"].bad, lambda _: "too_large"),
    ]


def _on_days(rows: Rows, period: Period | None) -> list[Sentence]:
    """Say where the days came from."""
    if "sold_on" in rows.table.fields or period is None or rows.answers.period:
        return []
    return [Sentence("intake.period_taken", {"period": code(period)})]
