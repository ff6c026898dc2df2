"""G1: a workbook of 100,000 rows and 12 columns to a checked, typed table."""

from collections.abc import Callable
from pathlib import Path

from measuring import Line, at_most, in_turns

ROWS = 100_000
Task = Callable[[], object]


def ours(path: str) -> Task:
    """Recognise, check and type the sheet, in the child process that an upload gets."""
    from salesplan.intake import examine

    data = Path(path).read_bytes()
    return lambda: ready(examine("orders.xlsx", data))


def ready(examined: object) -> object:
    """What was examined, after a look that it is really all there."""
    (draft,) = examined.tables
    if draft.parcel is None or draft.parcel.rows_loaded != ROWS:
        raise SystemExit(f"the workbook was not read whole: {draft}")
    return examined


def openpyxl_loop(path: str) -> Task:
    """The usual loop: openpyxl in read-only mode, row by row."""
    import openpyxl

    def loop() -> object:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        return list(book.active.iter_rows(values_only=True))

    return loop


def pandas_openpyxl(path: str) -> Task:
    """The usual line: pandas.read_excel."""
    import pandas as pd

    return lambda: pd.read_excel(path, engine="openpyxl")


def lines(folder: Path, rows: int) -> list[Line]:
    """Measure G1; the size is part of the goal."""
    from company import workbook

    del rows
    path = workbook(folder / "orders.xlsx", ROWS)
    names = ("ours", "openpyxl_loop", "pandas_openpyxl")
    found = in_turns({name: (f"workbook:{name}", path) for name in names})
    cpu = {name: one.cpu for name, one in found.items()}
    return [
        at_most("G1", "CPU / openpyxl loop", 0.15, cpu["ours"] / cpu["openpyxl_loop"]),
        at_most("G1", "CPU / pandas.read_excel", 0.10, cpu["ours"] / cpu["pandas_openpyxl"]),
    ]
