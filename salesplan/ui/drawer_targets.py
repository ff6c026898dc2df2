"""The drawer's leaf for targets: the cells of files that the target of a scope is made of."""

from decimal import Decimal

import pyarrow as pa
import streamlit as st

from salesplan import columns
from salesplan.reports.asking import first
from salesplan.scope import Scope
from salesplan.settings import Settings
from salesplan.store import Store
from salesplan.text import t
from salesplan.ui import drawer_table
from salesplan.ui.asked import ask

_MOST = 500  # rows that the metric gives at most
_CENT = Decimal("0.01")
_MONEY = ("value", "counted")
_SHOWN = ("starts_on", "last_day", "member", *_MONEY, "level")


def draw(scope: Scope, store: Store) -> None:
    """Draw the proof that the rows add up to the target, and the rows."""
    rows = ask(store, "target_rows", scope)
    if not rows.num_rows:
        st.caption(t("drawer.no_targets"))
        return
    target = first(ask(store, "attainment", scope))["target"] or Decimal()
    st.caption(_proof(rows, target, store.settings))
    _table(rows, store.settings)


def _proof(rows: pa.Table, target: Decimal, settings: Settings) -> str:
    """Say what the target is the sum of; where rows are left out, how many are shown."""
    words = {
        "target": columns.money_exact(target, settings.currency),
        "rows": columns.count(rows.num_rows),
    }
    if rows.num_rows == _MOST:
        return t("drawer.first_targets", **words)
    missed = sum(rows.column("counted").to_pylist(), Decimal()) - target
    # Parts of several targets of one month are each rounded at four decimals.
    if abs(missed) < _CENT:
        return t("drawer.target_sum", **words)
    return t(
        "drawer.target_differs", **words, missed=columns.money_exact(missed, settings.currency)
    )


def _table(rows: pa.Table, settings: Settings) -> None:
    """List the targets; the button of a row opens its source."""
    whole = rows.column("counted").to_pylist() == rows.column("value").to_pylist()
    money = _MONEY[:1] if whole else _MONEY
    shown = rows.select([name for name in _SHOWN if name not in _MONEY or name in money])
    for name in money:
        figures = rows.column(name).cast(pa.float64())
        shown = shown.set_column(shown.column_names.index(name), name, figures)
    levels = [t(f"drawer.{level}") for level in rows.column("level").to_pylist()]
    shown = shown.set_column(shown.column_names.index("level"), "level", pa.array(levels))
    unit = columns.unit_label(columns.UNITS["yuan"], settings.currency)
    config = {
        **{name: drawer_table.day(name) for name in ("starts_on", "last_day")},
        **{name: drawer_table.words(name) for name in ("member", "level")},
        **{
            name: st.column_config.NumberColumn(t(f"drawer.{name}", unit=unit), format="%,.2f")
            for name in money
        },
    }
    drawer_table.draw(shown, config, sources=rows, alt=t("drawer.target_rows"))
