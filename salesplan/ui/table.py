"""A table of members: their name opens them, the rest shows itself in bars and lines."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from salesplan import columns
from salesplan.text import t
from salesplan.ui import drawer
from salesplan.ui.drawer import Drill
from salesplan.ui.tongue import fragment

_ROW = 35
_FULL = 1.2  # where a progress bar is full


@fragment
def table(
    frame: pd.DataFrame, *, key: str, page: str, unit: str, opens: Drill, height: int
) -> None:
    """Show members (key, name) with rates, money in one unit, and lines; a name opens its rows.

    A column's kind is the end of its name: _rate, _money or _trend. The rest of the name is its
    word in the page's texts.
    """
    names = [name for name in frame.columns if name not in {"key", "name"}]
    shown = frame.drop(columns="key")
    st.dataframe(
        shown,
        hide_index=True,
        row_height=_ROW,
        height=min(height, _ROW * (len(frame) + 1) + 3),
        placeholder=t("chart.no_target"),
        alt=t(f"{page}.{key}"),
        column_config={"name": _button(frame, key, page, opens)}
        | {name: _column(name, page, unit, frame) for name in names},
    )
    drawer.show(key, opens.store)


def _button(frame: pd.DataFrame, key: str, page: str, opens: Drill) -> Any:  # noqa: ANN401 - Streamlit's own type
    click = f"{key}_click"
    return st.column_config.ButtonColumn(
        t(f"{page}.name"),
        type="tertiary",
        alignment="left",
        pinned=True,
        key=click,
        on_click=partial(_clicked, click, key, frame, opens),
    )


def _clicked(click: str, key: str, frame: pd.DataFrame, opens: Drill) -> None:
    row: Mapping[Any, Any] = frame.iloc[st.session_state[click].row]
    drawer.open_picked(key, opens, {"key": row["key"], "name": row["name"]})


def _column(name: str, page: str, unit: str, frame: pd.DataFrame) -> Any:  # noqa: ANN401 - Streamlit's own type
    config = st.column_config
    word, _, kind = name.rpartition("_")
    if kind == "rate":
        full = 100 * _FULL
        return config.ProgressColumn(
            t(f"{page}.{word}"), format="%.1f%%", min_value=0, max_value=full
        )
    if kind == "money":
        digits = columns.UNITS[unit].digits
        return config.NumberColumn(t(f"{page}.{word}"), format=f"%,.{digits}f")
    return config.LineChartColumn(t(f"{page}.{word}"), y_min=0.5, y_max=1.5)
