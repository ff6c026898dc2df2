"""Undo of a batch of 100,000 rows, against its load."""

from dataclasses import replace
from pathlib import Path

from measuring import Line, at_most, cpu_so_far

ROWS = 100_000
TURNS = 3


def lines(folder: Path, rows: int) -> list[Line]:
    """Load and take back in turns, in a database that holds the other rows."""
    import stock

    store = stock.Store.open(stock.stocked(folder / "undo.duckdb", rows))
    edition = stock.month_of_sales(stock.LAST_MONTH, ROWS, edition=2)
    addition = replace(edition, on_overlap="add")
    spent = {"load": 0.0, "undo": 0.0}
    for _ in range(TURNS):
        start = cpu_so_far()
        batch = stock.loaded(store, addition).batch
        middle = cpu_so_far()
        store.undo(batch)
        spent["load"] += middle - start
        spent["undo"] += cpu_so_far() - middle
    store.close()
    what = f"undo of {ROWS:,} rows / their load, CPU"
    return [at_most("undo", what, 1.0, spent["undo"] / spent["load"])]
