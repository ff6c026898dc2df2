"""A database with any number of sales over three years and a target for each rep and month."""

import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pandas as pd
import pyarrow as pa
from company import REPS, placed, sales

from salesplan.store import Store
from salesplan.store.parcel import Kind, Parcel, Receipt

MONTHS = np.arange("2023-01", "2026-01", dtype="datetime64[M]")
LAST_MONTH = len(MONTHS) - 1
MONEY = pa.decimal128(18, 4)


def stocked(path: Path, rows: int) -> Path:
    """A database file with that many sales, loaded month by month."""
    store = Store.open(path)
    loaded(store, targets())
    for month in range(len(MONTHS)):
        loaded(store, month_of_sales(month, rows // len(MONTHS)))
    store.close()
    return path


def copied(path: Path | str) -> Path:
    """A copy that others may change."""
    return Path(shutil.copy(path, mkdtemp(dir=Path(path).parent)))


def loaded(store: Store, load: Parcel) -> Receipt:
    """Load, and insist that it was loaded."""
    receipt = store.load(load)
    if receipt.status != "loaded":
        raise SystemExit(f"{load.file_name} was not loaded: {receipt}")
    return receipt


def month_of_sales(month: int, rows: int, *, edition: int = 1) -> Parcel:
    """One month of sales as a parcel; another edition has other figures."""
    first, after = (one.astype("datetime64[D]") for one in (MONTHS[month], MONTHS[month] + 1))
    days = int((after - first).astype(int))
    frame = sales(rows, seed=100 * edition + month, first=first, days=days)
    table = pa.Table.from_pandas(frame.drop(columns="unit_price"), preserve_index=False)
    typed = dict.fromkeys(("quantity", "amount", "cost"), MONEY) | {"sold_on": pa.date32()}
    return parcel("sales", f"{MONTHS[month]}-{edition}.xlsx", in_types(table, typed))


def targets() -> Parcel:
    """A million a month for each rep."""
    frame = pd.DataFrame(
        [
            (*placed(rep), month.astype(date), (month + 1).astype("datetime64[D]").astype(date))
            for rep in range(REPS)
            for month in MONTHS
        ],
        columns=["rep", "team", "region", "starts_on", "ends_on"],
    ).assign(metric="sales", grain="month", level="rep", value=1_000_000)
    table = pa.Table.from_pandas(frame, preserve_index=False)
    return parcel("targets", "targets.xlsx", in_types(table, {"value": MONEY}))


def in_types(table: pa.Table, types: dict[str, pa.DataType]) -> pa.Table:
    """A table with some columns in the store's types, and the rows numbered."""
    for name, kind in types.items():
        column = table[name].cast(pa.float64()) if kind == MONEY else table[name]
        table = table.set_column(table.column_names.index(name), name, column.cast(kind))
    return table.append_column("source_row", pa.array(range(2, table.num_rows + 2), pa.int32()))


def parcel(kind: Kind, name: str, rows: pa.Table) -> Parcel:
    """A parcel as the intake makes them."""
    counts = {"rows_read": rows.num_rows, "rows_loaded": rows.num_rows}
    content = name.encode()
    digest = sha256(content).hexdigest()
    return Parcel(name, digest, content, "Sheet1", kind, f"bench {kind}", rows, **counts)
