"""Rows of targets, a row or a column a period, to what is stored of them."""

from decimal import Decimal
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import unpivot, years
from salesplan.intake.check import TypedFields, account, money_reason, typed
from salesplan.intake.kinds import DIMENSIONS, TARGETS
from salesplan.intake.ledger import Fault, Ledger
from salesplan.intake.metrics import Measured, measured, metrics
from salesplan.intake.notes import emptied, left_out, rounded, scaled
from salesplan.intake.packed import Packed, stored_rows, texts_of
from salesplan.intake.rows import Rows
from salesplan.intake.stretches import stretches
from salesplan.intake.table import Unclear
from salesplan.intake.totals import sum_of, summed, total_notes
from salesplan.intake.typed import Mask, Typed
from salesplan.intake.units import factor, unit_of
from salesplan.text import Sentence

_ORDER = ("rep", "team", "region", "product", "channel")
_FIELDS = [field for field in TARGETS.fields if field.name in DIMENSIONS]


def pack(rows: Rows) -> Packed | Unclear:
    """Type, check and shape a sheet of targets."""
    return _wide(rows) if rows.table.parts else _long(rows)


def _long(rows: Rows) -> Packed | Unclear:
    """Shape a row a target."""
    if "value" not in rows.table.fields:
        return Unclear(Sentence("intake.which_amount"), "amount", rows.table.top)
    columns = typed(rows, _FIELDS)
    named = metrics(rows)
    values = measured(rows, rows.table.fields["value"], named)
    when = stretches(rows)
    if when is None:
        total = sum_of(rows, values.typed.values)
        return Unclear(Sentence("intake.which_target_period"), "period", rows.table.top, total)
    place = rows.table.fields["value"]
    wrong = [*when.faults, *_values_wrong(rows, place, values), *_unassigned(rows, columns)]
    ledger = account(rows, wrong, {"other_metric": values.other})
    stored = {
        "metric": values.metric,
        **when.columns,
        **_levels(rows, columns),
        "value": values.typed.values,
    }
    table = stored_rows(rows, stored, ledger.open, rows.heading("value").name)
    notes = (*_notes(rows, "value", [values]), *when.notes, *_account(ledger, columns))
    checks = total_notes(ledger, [values.typed.values])
    named = unit_of(rows, "value")
    return Packed(ledger, table, _source(table), _totals(table), named, (*notes, *checks))


def _wide(rows: Rows) -> Packed | Unclear:
    """Shape a column a period; a row without any figure is left out."""
    columns = typed(rows, _FIELDS)
    named = metrics(rows)
    figures = [measured(rows, part.index, named) for part in rows.table.parts]
    by_row, wrong_year = years.column(rows)
    found = unpivot.blocks(rows, [one.typed for one in figures], by_row)
    if found is None:
        return Unclear(Sentence("intake.which_year"), "period", rows.table.top)
    wrong = [
        fault
        for part, one in zip(rows.table.parts, figures, strict=True)
        for fault in _bad(rows, part.index, one)
    ]
    wrong += ([wrong_year] if wrong_year else []) + _unassigned(rows, columns)
    ledger = account(rows, wrong, {"other_metric": figures[0].other})
    ledger.ignore("empty", _silent([one.typed for one in figures]))
    levels = {"metric": figures[0].metric, **_levels(rows, columns)}
    table = unpivot.unpivoted(rows, found, levels, ledger.open)
    notes = [*_notes(rows, "value", figures), *_account(ledger, columns)]
    notes += total_notes(ledger, [one.typed.values for one in figures])
    return Packed(
        ledger, table, _source(table), _totals(table), unit_of(rows, "value"), tuple(notes)
    )


def _bad(rows: Rows, place: int, values: Measured) -> list[Fault]:
    """Say which values cannot be read."""
    why = partial(money_reason, scale=factor(rows, place))
    return [Fault(place, values.typed.bad, why)]


def _values_wrong(rows: Rows, place: int, values: Measured) -> list[Fault]:
    """Say which values cannot be read and which are missing."""
    missing = np.asarray(values.typed.values.is_null()) & ~values.typed.bad
    return [*_bad(rows, place, values), Fault(place, missing, lambda _: "missing")]


def _unassigned(rows: Rows, columns: TypedFields) -> list[Fault]:
    """Find targets that say nobody, where the sheet has columns to say whom."""
    if not columns:
        return []
    silent = np.ones(len(rows), np.bool_)
    for column in columns.values():
        silent &= np.asarray(column.values.is_null())
    first = min(rows.table.fields[name] for name in columns)
    return [Fault(first, silent, lambda _: "no_member")]


def _silent(figures: list[Typed]) -> Mask:
    """Mark the rows without any figure."""
    silent: Mask = np.logical_and.reduce(
        [np.asarray(column.values.is_null()) & ~column.bad for column in figures]
    )
    return silent


def _levels(rows: Rows, columns: TypedFields) -> dict[str, pa.Array]:
    """Give each target its level: the first that it names of rep, team, region and so on."""
    level = pa.repeat("company", len(rows))
    for name in reversed(_ORDER):
        if name in columns:
            level = pc.if_else(columns[name].values.is_valid(), name, level)
    return {"level": level, **texts_of(columns, DIMENSIONS)}


def _source(table: pa.Table) -> str:
    """Name what a set of targets replaces: metric/level/grain of most of its rows."""
    return "/".join(_most(table, name) for name in ("metric", "level", "grain"))


def _most(table: pa.Table, name: str) -> str:
    counts = pc.value_counts(table[name]).to_pylist()
    best = max(counts, key=lambda entry: (entry["counts"], entry["values"]), default=None)
    return str(best["values"]) if best else ""


def _totals(table: pa.Table) -> dict[str, str]:
    return {"value": summed(table["value"])} if len(table) else {"value": str(Decimal())}


def _account(ledger: Ledger, columns: TypedFields) -> list[Sentence]:
    return [*emptied(ledger, columns), *left_out(ledger)]


def _notes(rows: Rows, field: str, figures: list[Measured]) -> list[Sentence]:
    said = scaled(rows, field) if any(one.has_money for one in figures) else []
    return [*said, *rounded({str(n): one.typed for n, one in enumerate(figures)})]
