"""The parts of a page: headline, figures, cards and charts. A page names them, nothing more."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from salesplan import columns
from salesplan.charts import Drawing
from salesplan.reports.figure import Figure
from salesplan.text import Sentence, say, t
from salesplan.ui import drawer
from salesplan.ui.drawer import Drill
from salesplan.ui.page import choose
from salesplan.ui.plain import COLOURS, escape
from salesplan.ui.tongue import fragment, spoken

_ARROWS = {"up": "up", "down": "down", "level": "off"}
_LINE = 3  # fewer points make no line
_NARROWEST = 158  # two figures side by side on a phone
_WIDE = (1.7, 1)
_FEW = 24


def headline(sentence: Sentence) -> None:
    """Show the sentence that sums the page up; what it names stays text."""
    st.markdown(say(_escaped(sentence)))


def warn(sentence: Sentence | None) -> None:
    """Show what the reader must know before believing the figures, where there is anything."""
    if sentence:
        st.warning(say(_escaped(sentence)), icon=":material/warning:")


def _escaped(sentence: Sentence) -> Sentence:
    """Escape what a sentence names, also in the sentences inside it."""
    safe = {name: _safe(value) for name, value in sentence.values.items()}
    return replace(sentence, values=safe)


def _safe(value: object) -> object:
    if isinstance(value, Sentence):
        return _escaped(value)
    return escape(value) if isinstance(value, str) else value


@fragment
def figures(shown: Sequence[Figure], *, page: str, opens: Drill) -> None:
    """Show figures as cards in a row; the button of a card opens the rows behind it."""
    with st.grid(len(shown), min_column_width=_NARROWEST, gap="small", key="figures"):
        for figure in shown:
            _card(figure, page, opens)
    drawer.show("figures", opens.store)


def _card(figure: Figure, page: str, opens: Drill) -> None:
    """Draw one figure; its name is the button that opens the rows behind it."""
    with st.container(border=True, height="stretch", gap=None, key=f"figure_{figure.name}"):
        st.button(
            t(f"{page}.card_{figure.name}"),
            key=f"open_{figure.name}",
            type="tertiary",
            icon=":material/chevron_right:",
            icon_position="right",
            help=_meaning(figure, page),
            on_click=spoken(_opened),
            args=(figure, opens),
        )
        st.metric(
            t(f"{page}.card_{figure.name}"),
            columns.small_unit(figure.value),
            figure.delta,
            delta_color=COLOURS[figure.tone],  # type: ignore[arg-type] # one of Streamlit's names
            delta_arrow=_ARROWS[figure.arrow],  # type: ignore[arg-type] # likewise
            delta_description=figure.beside,
            label_visibility="collapsed",
            chart_data=list(figure.trend) if len(figure.trend) >= _LINE else None,
            chart_type=figure.shape,  # type: ignore[arg-type] # likewise
        )


def _meaning(figure: Figure, page: str) -> str:
    """Say how a figure is made, and what else is known about this one."""
    return " ".join(filter(None, (t(f"{page}.help_{figure.name}"), figure.note)))


def _opened(figure: Figure, opens: Drill) -> None:
    """Open what a figure is made of: answers for satisfaction, sales for all others."""
    if figure.name == "csat":
        drawer.open_answers("figures", opens)
    else:
        drawer.open_whole("figures", opens, figure.month)


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Divide the page: the larger part left, the smaller right; one above the other on a phone."""
    left, right = st.columns(_WIDE, gap="small")
    return left, right


@contextmanager
def card(key: str, within: DeltaGenerator, **blanks: object) -> Iterator[None]:
    """Frame a part of the page, with its title and the line that says how to read it."""
    with within.container(border=True, height="stretch"):
        st.subheader(t(key, **blanks), anchor=False)
        st.caption(t(f"{key}_note", **blanks))
        yield


def word(label: str, code: str) -> str:
    """Give the word of a code, as `choose` shows it."""
    return t(f"{label}_{code}")


def few_or_all(members: pa.Table, *, label: str) -> int | None:
    """Let the reader choose between both ends of many members and all; None shows all."""
    if members.num_rows <= _FEW:
        return None
    return _FEW if choose("rows", ("ends", "all"), label=label) == "ends" else None


def chart(drawing: Drawing, key: str) -> None:
    """Show a drawing."""
    frame = st.container(key=f"chart_{key}")  # a chart that cannot be clicked shows no key itself
    frame.vega_lite_chart(drawing.rows, drawing.spec, key=key, alt=drawing.alt)


@fragment
def clickable(drawing: Drawing, key: str, *, opens: Drill) -> None:
    """Show a drawing; a click opens the rows behind what was clicked."""
    current = drawer.key(key)
    st.vega_lite_chart(
        drawing.rows,
        drawing.spec,
        key=current,
        alt=drawing.alt,
        on_select=spoken(partial(_picked, current, key, opens)),
    )
    drawer.show(key, opens.store)


def _picked(current: str, key: str, opens: Drill) -> None:
    picks: list[dict[str, Any]] = st.session_state[current].selection.get("pick") or []
    if picks:
        drawer.open_picked(key, opens, picks[0])
