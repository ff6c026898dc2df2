"""The second leaf of the drawer: the file, sheet and row that a sale came from, cell by cell."""

from datetime import datetime, time
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from salesplan import columns
from salesplan.intake.read import SheetData, sheets
from salesplan.store import Store
from salesplan.text import t
from salesplan.ui.tongue import spoken

_ROW = "drawer_source"
_FILES = 2  # parsed files kept
Row = dict[str, Any]


def choose(row: Row) -> None:
    """Turn to the source of a row."""
    st.session_state[_ROW] = row


def chosen() -> Row | None:
    """Give the row whose source is shown."""
    row: Row | None = st.session_state.get(_ROW)
    return row


def forget() -> None:
    """Turn back to the rows."""
    st.session_state.pop(_ROW, None)


def draw(row: Row, store: Store) -> None:
    """Show where a sale came from, its cells as the file has them, and the file itself."""
    st.button(
        t("drawer.back"), icon=":material/arrow_back:", type="tertiary", on_click=spoken(forget)
    )
    st.text(t("drawer.from", file=row["file_name"], sheet=row["sheet"], row=row["source_row"]))
    found = store.file(row["sha256"])
    if found is None:
        st.caption(t("drawer.no_file"))
        return
    name, content = found
    cells = original(name, content, row["sheet"], row["source_row"], _header_row(row, store))
    st.dataframe(
        cells,
        hide_index=True,
        height="content",
        alt=t("drawer.cells"),
        placeholder=columns.NOTHING,
        column_config={"header": t("drawer.header"), "cell": t("drawer.cell")},
    )
    st.download_button(
        t("drawer.download"), content, file_name=name, icon=":material/download:", on_click="ignore"
    )


def _header_row(row: Row, store: Store) -> int:
    batches = {batch.id: batch.header_row for batch in store.batches()}
    return batches[row["batch_id"]]


def original(name: str, content: bytes, sheet: str, row: int, header_row: int) -> pd.DataFrame:
    """Give the cells of one row of a file under their headers (header, cell), as text."""
    found = {data.name: data for data in _sheets(name, content)}
    data = found.get(sheet) or next(iter(found.values()))
    places = range(1, data.col_count + 1)
    cells = [(_said(data, header_row, place), _said(data, row, place)) for place in places]
    written = [(header, cell) for header, cell in cells if header or cell]
    return pd.DataFrame(written, columns=["header", "cell"], dtype="str")


def _said(data: SheetData, row: int, place: int) -> str | None:
    """Write a cell as a spreadsheet shows it: no point in whole numbers, no time in days."""
    cell = data.cell(row, place)
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    if isinstance(cell, datetime) and cell.time() == time():
        return f"{cell:%Y-%m-%d}"
    return None if cell is None else str(cell)


@lru_cache(maxsize=_FILES)
def _sheets(name: str, content: bytes) -> tuple[SheetData, ...]:
    return sheets(name, content)
