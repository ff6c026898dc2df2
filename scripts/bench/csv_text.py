"""G9: a CSV file of up to a million rows into the database."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from measuring import Line, at_most, in_turns, known

MOST = 1_000_000
Task = Callable[[], object]


def checked(path: str) -> Task:
    """Examine: recognised, checked, typed."""
    from salesplan.intake import examine

    data = Path(path).read_bytes()
    return lambda: examine("orders.csv", data)


def loaded(path: str) -> Task:
    """Examine and load: the original kept, the cube renewed."""
    from salesplan.intake import examine
    from salesplan.store import Store

    data = Path(path).read_bytes()
    store = Store.open(Path(mkdtemp()) / "ours.duckdb")

    def load() -> object:
        (draft,) = examine("orders.csv", data).tables
        receipt = store.load(draft.parcel)
        if receipt.status != "loaded":
            raise SystemExit(f"the file was not loaded: {receipt}")
        return receipt

    return load


def pandas_to_duckdb(path: str) -> Task:
    """The usual way: pandas reads and types, DuckDB keeps."""
    import duckdb
    import pandas as pd

    connection = duckdb.connect(Path(mkdtemp()) / "pandas.duckdb")

    def load() -> object:
        frame = pd.read_csv(path, parse_dates=["Order Date"])
        connection.register("frame", frame)
        return connection.execute("create table sale as select * from frame").fetchall()

    return load


def lines(folder: Path, rows: int) -> list[Line]:
    """Measure G9 at the asked-for size, a million rows at most."""
    from company import csv_file

    path = csv_file(folder / "orders.csv", min(rows, MOST))
    names = ("checked", "loaded", "pandas_to_duckdb")
    found = in_turns({name: (f"csv_text:{name}", path) for name in names})
    checked_, loaded_, peer = (found[name] for name in names)
    spent = f"({checked_.cpu:.1f} s, {peer.cpu:.1f} s)"
    size = f"{min(rows, MOST):,} rows, CPU / pandas to DuckDB {spent}"
    return [
        at_most("G9", size, 0.55, checked_.cpu / peer.cpu),
        at_most("G9", "peak memory, likewise", 0.7, checked_.peak / peer.peak),
        known("G9", "CPU, with load, cube and kept original", loaded_.cpu / peer.cpu),
        known("G9", "peak memory, likewise", loaded_.peak / peer.peak),
    ]
