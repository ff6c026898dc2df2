"""G8: replace one month of all the sales, the cube included, against a rebuild of the cube."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from measuring import Line, at_most, in_turns

Task = Callable[[], object]


def replace_month(path: str, rows: str) -> Task:
    """Load another edition of the last month over the first."""
    import stock

    store = stock.Store.open(stock.copied(path))
    edition = stock.month_of_sales(stock.LAST_MONTH, int(rows), edition=2)
    return lambda: stock.loaded(store, replace(edition, on_overlap="replace"))


def rebuild(path: str) -> Task:
    """Derive everything anew from all the sales."""
    import stock

    return stock.Store.open(stock.copied(path)).rebuild


def lines(folder: Path, rows: int) -> list[Line]:
    """Measure G8 on a database of that many rows."""
    import stock

    path = stock.stocked(folder / "months.duckdb", rows)
    found = in_turns(
        {
            "replace": ("months:replace_month", path, rows // len(stock.MONTHS)),
            "rebuild": ("months:rebuild", path),
        }
    )
    ours, peer = found["replace"], found["rebuild"]
    return [
        at_most("G8", f"replace a month of {rows:,} rows", 1.0, ours.wall, "s"),
        at_most("G8", "CPU / rebuild of the cube", 0.1, ours.cpu / peer.cpu),
    ]
