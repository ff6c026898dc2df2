"""Rows to typed columns and an account of the rows: what is loaded, rejected, left out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import numpy as np

from salesplan.intake import sift, years
from salesplan.intake.dates import parse_date
from salesplan.intake.days import days
from salesplan.intake.kinds import Field
from salesplan.intake.ledger import Fault, Ledger
from salesplan.intake.numbered import worded
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask, Typed, errors_among, money, texts
from salesplan.intake.units import factor
from salesplan.intake.values import Bad, parse_count, parse_money, stored

TypedFields = dict[str, Typed]


def typed(rows: Rows, fields: Iterable[Field]) -> TypedFields:
    """Read every column that was taken for one of these fields."""
    return {f.name: _forgiven(rows, f) for f in fields if f.name in rows.table.fields}


def account(
    rows: Rows, faults: Iterable[Fault], left_out: Mapping[str, Mask] | None = None
) -> Ledger:
    """Leave out what is no data, then reject what is at fault."""
    ledger, found, apart = Ledger(rows), list(faults), dict(left_out or {})
    unfit = np.logical_or.reduce([np.zeros(len(rows), np.bool_), *(f.mask for f in found)])
    ledger.ignore("other_table", sift.another_table(rows, unfit))
    suspects = np.logical_or.reduce([unfit, *apart.values()])
    ledger.ignore("repeated_header", sift.repeated_headers(rows, suspects))
    ledger.ignore("total", sift.totals(rows, suspects))
    ledger.ignore("remark", sift.remarks(rows, suspects))
    for why, mask in apart.items():
        ledger.ignore(why, mask)
    for fault in found:
        ledger.reject(fault)
    return ledger


def faults(rows: Rows, columns: TypedFields, fields: Iterable[Field]) -> list[Fault]:
    """List what is wrong with the cells of each field."""
    found = []
    for field in fields:
        column = columns.get(field.name)
        place = rows.table.fields.get(field.name)
        if column is None or place is None:
            continue
        if column.bad.any():
            found.append(Fault(place, column.bad, _why(rows, field)))
        if field.required and column.values.null_count:
            missing = np.asarray(column.values.is_null()) & ~column.bad
            found.append(Fault(place, missing, lambda _: "missing"))
    return found


def _forgiven(rows: Rows, field: Field) -> Typed:
    """Read a column; take the errors of the spreadsheet as empty where the field may be."""
    read = _typed(rows, field)
    if field.required or not read.bad.any():
        return read
    errors = errors_among(rows.column(field.name), read.bad)
    return read if errors is None else replace(read, bad=read.bad & ~errors, errors=errors)


def _typed(rows: Rows, field: Field) -> Typed:
    column = rows.column(field.name)
    if field.type == "money":
        return money(column, factor=factor(rows, rows.table.fields[field.name]))
    if field.type == "count":
        return money(column, read=parse_count)
    if field.type == "date":
        cells = worded(column, rows.heading(field.name).header)
        return years.completed(days(cells, rows.order), cells, rows)
    return texts(column, rows.different(field.name))


def _why(rows: Rows, field: Field) -> Callable[[str], str]:
    """Give what names the reason for a cell that could not be read."""
    if field.type == "date":
        return lambda found: _reason(parse_date(found, rows.order, years.known(rows)), "not_a_date")
    scale = factor(rows, rows.table.fields[field.name]) if field.type == "money" else 1
    return lambda found: money_reason(found, scale)


def money_reason(found: str, scale: int = 1) -> str:
    """Name the reason why an amount cannot be stored."""
    read = parse_money(found)
    if read is None or isinstance(read, Bad):
        return _reason(read, "not_a_number")
    return _reason(stored(read, scale)[0], "not_a_number")


def _reason(found: object, otherwise: str) -> str:
    return found.reason if isinstance(found, Bad) else otherwise
