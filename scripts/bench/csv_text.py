"""G9: a CSV file of up to a million rows into the database."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from measuring import Line, at_most, in_turns, known

MOST = 1_000_000
Task = Callable[[], object]


def checked(path: str) -> Task:
    """Recognise, check and type; the typed rows into a table on disk."""
    import duckdb

    from salesplan.intake import examine

    data = Path(path).read_bytes()
    connection = duckdb.connect(Path(mkdtemp()) / "ours.duckdb")

    def check() -> object:
        (draft,) = examine("orders.csv", data).tables
        connection.register("rows", draft.parcel.rows)
        return connection.execute("create table sale as select * from rows").fetchall()

    return check


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


def pandas_typed(path: str) -> Task:
    """The same promises kept by pandas: ids stay text, days are days, money is exact."""
    import duckdb
    import pandas as pd

    connection = duckdb.connect(Path(mkdtemp()) / "pandas.duckdb")

    def load() -> object:
        frame = pd.read_csv(path, dtype=str)
        frame["Order Date"] = pd.to_datetime(frame["Order Date"])
        connection.register("frame", frame)
        return connection.execute(f"create table sale as {_TYPED}").fetchall()

    return load


_MONEY = ("Quantity", "Unit Price", "Amount", "Cost")
_TYPED = "select * replace ({}) from frame".format(  # noqa: S608 - our own column names
    ", ".join(f'"{name}"::decimal(18, 4) as "{name}"' for name in _MONEY)
)


def pandas_guessed(path: str) -> Task:
    """The quick way: pandas guesses types, leading zeros are lost and money is a double."""
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
    names = ("checked", "loaded", "pandas_typed", "pandas_guessed")
    found = in_turns({name: (f"csv_text:{name}", path) for name in names})
    ours, whole, peer, guessed = (found[name] for name in names)
    size = f"{min(rows, MOST):,} rows, CPU / pandas to DuckDB"
    return [
        at_most("G9", f"{size} ({ours.cpu:.1f} s, {peer.cpu:.1f} s)", 0.55, ours.cpu / peer.cpu),
        at_most("G9", "peak memory, likewise", 0.7, ours.peak / peer.peak),
        known("G9", "CPU / pandas that guesses the types", ours.cpu / guessed.cpu),
        known("G9", "CPU, with load, cube and kept original", whole.cpu / peer.cpu),
        known("G9", "peak memory, likewise", whole.peak / peer.peak),
    ]
