"""The table of the drawer: rows of one kind, the first button of each leads to its source."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import streamlit as st

from salesplan import columns
from salesplan.text import language, t
from salesplan.ui import drawer_source
from salesplan.ui.tongue import spoken

_HEIGHT = 560
_FEW = 12  # so many rows need no scrolling
_CLICK = "drawer_row"


def draw(shown: pa.Table, config: Mapping[str, Any], *, sources: pa.Table, alt: str) -> None:
    """List rows without the columns that say nothing; `sources` says where each came from."""
    kept = [name for name in shown.column_names if shown.column(name).null_count < shown.num_rows]
    frame = shown.select(kept).to_pandas()
    frame.insert(0, "source", t("drawer.open"))
    st.dataframe(
        frame,
        hide_index=True,
        height=_HEIGHT if shown.num_rows > _FEW else "content",
        placeholder=columns.NOTHING,
        alt=alt,
        column_config={"source": _button(sources), **config},
    )


def _button(sources: pa.Table) -> Any:  # noqa: ANN401 - Streamlit's own type
    return st.column_config.ButtonColumn(
        t("drawer.source"),
        type="tertiary",
        width="small",
        pinned=True,
        key=_CLICK,
        on_click=spoken(_picked),
        args=(sources,),
    )


def _picked(sources: pa.Table) -> None:
    place = st.session_state[_CLICK].row
    drawer_source.choose(sources.slice(place, 1).to_pylist()[0])


def words(name: str, width: Any = None) -> Any:  # noqa: ANN401 - Streamlit's own types
    """Show a column as text."""
    return st.column_config.TextColumn(t(f"drawer.{name}"), width=width)


def day(name: str) -> Any:  # noqa: ANN401 - Streamlit's own type
    """Show a column as days."""
    written = "YYYY-MM-DD" if language() == "zh" else "D MMM YYYY"
    return st.column_config.DateColumn(t(f"drawer.{name}"), format=written)
