"""The cells of a measured table, written for machines, for spreadsheets and for people."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa

from salesplan import columns

Cell = str | int | float | Decimal | date | None
_CENT = Decimal("0.01")
# A quotient of money is money still; a quantity has no cents.
_MONEY_THOUGH_DOUBLE = {"price"}
_NOT_MONEY = {"quantity", "score", "scale_max"}
_SUMMED_MONEY = {"amount", "cost", "value"}


def sums(totals: Mapping[str, str]) -> dict[str, str | None]:
    """Write the sums of a batch: money with its cents, pieces without."""
    return {
        name: columns.plain_money(Decimal(total)) if name in _SUMMED_MONEY else total
        for name, total in totals.items()
    }


def for_machines(table: pa.Table) -> list[dict[str, str | int | float | None]]:
    """Give records for JSON: money as decimal strings, ratios as numbers, unknown as null."""
    names = table.column_names
    return [
        {name: _for_json(name, cell) for name, cell in zip(names, row, strict=True)}
        for row in _rows(table)
    ]


def for_sheets(table: pa.Table) -> list[list[Cell]]:
    """Give rows for CSV: figures as figures, the rest as text."""
    return [
        [_plain(name, cell) for name, cell in zip(table.column_names, row, strict=True)]
        for row in _rows(table)
    ]


def for_people(table: pa.Table) -> list[list[str]]:
    """Give rows for a screen: thousands apart, ratios in percent."""
    return [
        [_worded(name, cell) for name, cell in zip(table.column_names, row, strict=True)]
        for row in _rows(table)
    ]


def _rows(table: pa.Table) -> list[tuple[Cell, ...]]:
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def _plain(name: str, cell: Cell) -> Cell:
    """Give money with the cents it has, quantities without, days without a time."""
    if isinstance(cell, float) and name in _MONEY_THOUGH_DOUBLE:
        cell = Decimal(repr(cell)).quantize(_CENT, ROUND_HALF_UP)
    if isinstance(cell, Decimal):
        return _trimmed(cell) if name in _NOT_MONEY else Decimal(columns.plain_money(cell) or 0)
    return cell.date() if isinstance(cell, datetime) else cell


def _trimmed(value: Decimal) -> Decimal:
    """Drop zeros behind the point, never those before it."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _for_json(name: str, cell: Cell) -> str | int | float | None:
    plain = _plain(name, cell)
    return str(plain) if isinstance(plain, Decimal | date) else plain


def _worded(name: str, cell: Cell) -> str:
    plain = _plain(name, cell)
    if plain is None:
        return columns.NOTHING
    if isinstance(plain, float):
        return columns.rate(plain)
    return f"{plain:,}" if isinstance(plain, Decimal | int) else str(plain)
