"""Which side of a figure the drawer shows, actual or target; kept while a row's source is read."""

import streamlit as st

from salesplan.text import t
from salesplan.ui.tongue import spoken

_SIDES = ("actual", "target")
_SIDE, _CLICK = "drawer_side", "drawer_side_click"


def choose() -> str:
    """Let the reader choose a side."""
    st.session_state[_CLICK] = st.session_state.get(_SIDE, _SIDES[0])
    st.segmented_control(
        t("drawer.side"),
        _SIDES,
        key=_CLICK,
        format_func=lambda side: t(f"drawer.side_{side}"),
        label_visibility="collapsed",
        required=True,
        on_change=spoken(_turned),
    )
    side: str = st.session_state[_CLICK]
    return side


def forget() -> None:
    """Turn back to the actual."""
    st.session_state.pop(_SIDE, None)


def _turned() -> None:
    st.session_state[_SIDE] = st.session_state[_CLICK]
