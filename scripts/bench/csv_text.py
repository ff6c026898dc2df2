"""G9: a CSV file of up to a million rows into the database."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from measuring import Line, at_most, in_turns

MOST = 1_000_000
Task = Callable[[], object]


def ours(path: str) -> Task:
    """Examine and load, with the cube and the kept original."""
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
    names = ("ours", "pandas_to_duckdb")
    found = in_turns({name: (f"csv_text:{name}", path) for name in names})
    ours_, peer = (found[name] for name in names)
    return [
        at_most("G9", "CPU / pandas to DuckDB", 0.55, ours_.cpu / peer.cpu),
        at_most("G9", "peak memory / pandas to DuckDB", 0.7, ours_.peak / peer.peak),
    ]
