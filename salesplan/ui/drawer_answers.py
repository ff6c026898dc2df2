"""The drawer's leaf for satisfaction: the share, its interval, and the answers it is made of."""

import pyarrow as pa
import streamlit as st

from salesplan import columns
from salesplan.reports.asking import Row, first
from salesplan.scope import Scope
from salesplan.store import Store
from salesplan.text import t
from salesplan.ui import drawer_table
from salesplan.ui.asked import ask

_WORDS = ("customer", "comment", "rep", "question", "product", "team", "region")
_SHOWN = ("answered_on", "score", "scale_max", *_WORDS)


def draw(scope: Scope, store: Store) -> None:
    """Draw the share of satisfied answers, how sure it is, and the answers."""
    whole, rows = first(ask(store, "csat", scope)), ask(store, "answers", scope)
    if not rows.num_rows:
        st.caption(t("drawer.no_answers"))
        return
    with st.grid(2, min_column_width=150, gap="small"):
        st.metric(t("drawer.csat"), columns.rate(whole["csat"]), border=True, height="stretch")
        st.metric(t("drawer.interval"), _interval(whole), border=True, height="stretch")
    counts = {name: columns.count(whole[name]) for name in ("answers", "satisfied")}
    st.caption(t("drawer.answers_sum", **counts))
    if whole["needed"]:
        st.caption(t("drawer.needed", needed=columns.count(whole["needed"])))
    if rows.num_rows < whole["answers"]:
        st.caption(t("drawer.least_satisfied", count=columns.count(rows.num_rows)))
    _table(rows)


def _interval(whole: Row) -> str:
    return f"{columns.rate(whole['low'])} – {columns.rate(whole['high'])}"


def _table(rows: pa.Table) -> None:
    shown = rows.select(_SHOWN)
    for name in ("score", "scale_max"):
        figures = rows.column(name).cast(pa.float64())
        shown = shown.set_column(_SHOWN.index(name), name, figures)
    config = {
        "answered_on": drawer_table.day("answered_on"),
        **{name: _figure(name) for name in ("score", "scale_max")},
        **{name: drawer_table.words(name) for name in _WORDS},
        "comment": drawer_table.words("comment", width="medium"),
    }
    drawer_table.draw(shown, config, sources=rows, alt=t("drawer.answers"))


def _figure(name: str) -> object:
    return st.column_config.NumberColumn(t(f"drawer.{name}"), format="%g")
