"""The made-up company of the measurements: any number of sales over three years, from one seed."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import xlsxwriter

FIRST = np.datetime64("2023-01-01")
DAYS = 1095
REPS, CUSTOMERS, PRODUCTS = 60, 2_000, 40
REGIONS = ("North", "East", "South", "West")
CHANNELS = ("direct", "partner", "online")
HEADERS = {
    "order_id": "Order ID",
    "sold_on": "Order Date",
    "rep": "Sales Rep",
    "team": "Team",
    "region": "Region",
    "customer": "Customer",
    "product": "Product",
    "channel": "Channel",
    "quantity": "Quantity",
    "unit_price": "Unit Price",
    "amount": "Amount",
    "cost": "Cost",
}


def sales(
    rows: int, *, seed: int = 7, first: np.datetime64 = FIRST, days: int = DAYS
) -> pd.DataFrame:
    """Sales in the order of their days; the same seed gives the same rows."""
    chance = np.random.default_rng(seed)
    reps = chance.integers(0, REPS, rows)
    quantity = chance.integers(1, 20, rows)
    price = chance.integers(1_000, 900_000, rows) / 100
    amount = np.round(quantity * price, 2)
    return pd.DataFrame(
        {
            "order_id": [f"SO-{seed}-{number:08d}" for number in range(rows)],
            "sold_on": first + np.sort(chance.integers(0, days, rows)),
            "rep": np.char.add("Rep ", reps.astype(str)),
            "team": np.char.add("Team ", (reps // 6).astype(str)),
            "region": np.take(REGIONS, reps // 15),
            "customer": np.char.add("Customer ", chance.integers(0, CUSTOMERS, rows).astype(str)),
            "product": np.char.add("Product ", chance.integers(0, PRODUCTS, rows).astype(str)),
            "channel": np.take(CHANNELS, chance.integers(0, 3, rows)),
            "quantity": quantity,
            "unit_price": price,
            "amount": amount,
            "cost": np.round(amount * 0.6, 2),
        }
    )


def placed(rep: int) -> tuple[str, str, str]:
    """A rep, with team and region."""
    return f"Rep {rep}", f"Team {rep // 6}", REGIONS[rep // 15]


def workbook(path: Path, rows: int) -> Path:
    """Sales as a CRM exports them: one sheet, twelve columns, real dates."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet, day = book.add_worksheet("Orders"), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADERS.values())
    for number, cells in enumerate(records(sales(rows)), start=1):
        sheet.write_row(number, 0, cells)
        sheet.write_datetime(number, 1, cells[1], day)
    book.close()
    return path


def csv_file(path: Path, rows: int) -> Path:
    """The same as comma-separated text."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS.values())
        writer.writerows(records(sales(rows)))
    return path


def records(frame: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    """The rows of a frame as plain Python values."""
    columns = [frame[name].tolist() for name in frame.columns if name != "sold_on"]
    days: list[date] = frame["sold_on"].dt.date.tolist()
    return zip(columns[0], days, *columns[1:], strict=True)
