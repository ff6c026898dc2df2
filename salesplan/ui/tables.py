"""A table of members: their name opens them, the rest shows itself in bars and lines."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from salesplan import columns
from salesplan.columns import Unit
from salesplan.reports.people import Listing
from salesplan.text import t
from salesplan.ui import drawer
from salesplan.ui.drawer import Drill
from salesplan.ui.tongue import fragment, spoken

_ROW = 35
_RATE = 112  # narrow enough for the next columns to be seen on a phone
_LINE = 72
_FULL = 120.0  # per cent, where a progress bar is full


@fragment
def table(listing: Listing, *, key: str, page: str, opens: Drill, height: int) -> None:
    """List members (key, name) with rates, money in one unit, and lines; a name opens its rows.

    A column's kind is the end of its name: _rate, _money or _trend. The rest of the name is its
    word in the page's texts. Where nobody is listed, a sentence says so.
    """
    if listing.frame.empty:
        st.caption(t(f"{page}.{key}_none"))
        return
    frame, settings = listing.frame, opens.store.settings
    unit = columns.unit_label(listing.unit, settings.currency)
    kinds = {name: name.rpartition("_") for name in frame.columns if "_" in name}
    st.dataframe(
        frame.drop(columns="key"),
        hide_index=True,
        row_height=_ROW,
        height=min(height, _ROW * (len(frame) + 1) + 3),
        placeholder=t("chart.no_target"),
        alt=t(f"{page}.{key}"),
        column_config={"name": _button(frame, key, page, opens)}
        | {
            name: _column(t(f"{page}.{word}", unit=unit), kind, listing.unit)
            for name, (word, _, kind) in kinds.items()
        },
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
        on_click=spoken(partial(_clicked, click, key, frame, opens)),
    )


def _clicked(click: str, key: str, frame: pd.DataFrame, opens: Drill) -> None:
    row: Mapping[Any, Any] = frame.iloc[st.session_state[click].row].to_dict()
    drawer.open_picked(key, opens, {"key": row["key"], "name": row["name"]})


def _column(label: str, kind: str, unit: Unit) -> Any:  # noqa: ANN401 - Streamlit's own type
    config = st.column_config
    if kind == "rate":
        return config.ProgressColumn(
            label, width=_RATE, format="%.1f%%", min_value=0, max_value=_FULL
        )
    if kind == "money":
        return config.NumberColumn(label, format=f"%,.{unit.digits}f")
    return config.LineChartColumn(label, width=_LINE, y_min=0.5, y_max=1.5)
