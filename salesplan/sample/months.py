"""One month of orders as the CRM exports it: a workbook, or text where it is large."""

import csv
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv as arrow_csv

from salesplan.sample.company import Company
from salesplan.sample.mistakes import mistakes, spoil
from salesplan.sample.people import Ints
from salesplan.sample.workbooks import Row, add_table, workbook

_LARGE = 6_000  # lines of a month: past this, text is what people export
_HEAD = 60  # the first lines of a text, in which the mistakes stand


def month_export(company: Company, number: int, folder: Path) -> Path:
    """Write a month's order lines, the month's mistakes among them."""
    month = company.timeline.month(number)
    stem = company.words.files.month.format(month=f"{month:%Y-%m}")
    lines = company.orders.of_month(number)
    if len(company.orders.month) > _LARGE * 36:
        return _text(company, number, _table(company, lines), folder / f"{stem}.csv")
    rows = _with_mistakes(company, number, _rows(_table(company, lines)))
    words = company.words.orders
    return workbook(
        folder / f"{stem}.xlsx", lambda book: add_table(book, words.sheet, words.headers, rows)
    )


def _table(company: Company, lines: slice) -> pa.Table:
    """Put the lines under the export's headers."""
    orders, staff, words = company.orders, company.staff, company.words
    day = orders.day[lines]
    columns = [
        _order_ids(day, orders.number[lines]),
        pa.array(day),
        _named(company.customers.names, orders.customer[lines]),
        _named(words.products, orders.product[lines]),
        _named(words.channels, orders.channel[lines]),
        _named([seat.region for seat in staff.seats], orders.seat[lines]),
        _named([rep.name for rep in staff.reps], orders.rep[lines]),
        pa.array(orders.quantity[lines]),
        pa.array(orders.amount[lines] / 100),
        pa.array(orders.cost[lines] / 100),
    ]
    return pa.table(columns, names=words.orders.headers)


def _named(names: list[str], numbers: Ints) -> pa.Array:
    return pa.array(names).take(pa.array(numbers))


def _order_ids(day: npt.NDArray[np.datetime64], number: Ints) -> pa.Array:
    """Give ids such as SO20260305-0012."""
    lines = zip(day.tolist(), number.tolist(), strict=True)
    return pa.array([f"SO{d:%Y%m%d}-{n:04}" for d, n in lines], pa.string())


def _rows(table: pa.Table) -> list[Row]:
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def _with_mistakes(company: Company, number: int, rows: list[Row]) -> list[Row]:
    wrong = mistakes(company.words, company.timeline)
    return spoil(rows, [mistake for mistake in wrong if mistake.month == number])


def _text(company: Company, number: int, table: pa.Table, path: Path) -> Path:
    """Write comma-separated text with the mark that Excel knows UTF-8 by."""
    head = _with_mistakes(company, number, _rows(table.slice(0, _HEAD)))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(table.column_names)
        sheet.writerows(head)
    with path.open("ab") as file:
        no_header = arrow_csv.WriteOptions(include_header=False)
        arrow_csv.write_csv(table.slice(_HEAD), file, no_header)
    return path
