"""The first leaf of the drawer: the figure that was clicked, and the sales that it is made of."""

from decimal import Decimal

import pyarrow as pa
import streamlit as st

from salesplan import charts, columns
from salesplan.charts.cells import written
from salesplan.reports.asking import Row, first
from salesplan.reports.figure import TONES
from salesplan.rules.standing import standing
from salesplan.scope import Scope
from salesplan.settings import Settings
from salesplan.store import Store
from salesplan.text import t
from salesplan.ui import drawer_side, drawer_table, drawer_targets
from salesplan.ui.asked import ask
from salesplan.ui.plain import COLOURS

_WORDS = ("customer", "product", "rep", "order_id", "channel", "team", "region")
_SHOWN = ("sold_on", "amount", *_WORDS)


def draw(scope: Scope, store: Store) -> None:
    """Draw the figure, its months, and the sales or the targets that it is made of."""
    settings, whole = store.settings, first(ask(store, "attainment", scope))
    _figures(whole, settings)
    by_month = ask(store, "attainment_by_month", scope)
    if by_month.num_rows > 1:
        drawing = charts.months(by_month, settings)
        st.caption(t("drawer.months", unit=drawing.unit))
        st.vega_lite_chart(drawing.rows, drawing.spec, key="drawer_months", alt=drawing.alt)
    if whole["target"] is not None and drawer_side.choose() == "target":
        drawer_targets.draw(scope, store)
    else:
        _sales(whole, scope, store)


def _sales(whole: Row, scope: Scope, store: Store) -> None:
    """Draw the proof that the sales add up to the actual, and the sales."""
    settings, total = store.settings, first(ask(store, "rows_total", scope))
    rows = ask(store, "rows", scope)
    st.caption(_proof(whole, total, rows.num_rows, settings))
    if rows.num_rows < total["rows"]:
        st.caption(t("drawer.largest", count=columns.count(rows.num_rows)))
    if rows.num_rows:
        _table(rows, settings)


def _figures(whole: Row, settings: Settings) -> None:
    """Show what was sold, against the plan to date."""
    gap, pace = whole["gap_to_date"], whole["pace"]
    stands = standing(whole["actual"] or Decimal(), whole["target_to_date"], settings)
    with st.grid(2, min_column_width=150, gap="small"):
        st.metric(
            t("drawer.actual"),
            columns.small_unit(written(whole["actual"], settings)),
            None if gap is None else written(-gap, settings, signed=True),
            delta_color=COLOURS[TONES[stands]],  # type: ignore[arg-type] # one of Streamlit's names
            delta_arrow="off",
            delta_description=None if gap is None else t("attainment.to_plan"),
            border=True,
            height="stretch",
        )
        said = t("chart.no_target") if pace is None else columns.rate(pace)
        st.metric(t("drawer.pace"), said, border=True, height="stretch")


def _proof(whole: Row, total: Row, shown: int, settings: Settings) -> str:
    """Say that the rows add up to the actual; where they do not, say by how much they miss it."""
    amount = columns.money_exact(total["amount"], settings.currency)
    words = {"rows": columns.count(total["rows"]), "amount": amount}
    if not total["rows"]:
        return t("drawer.none")
    missed = total["amount"] - (whole["actual"] or Decimal())
    if not missed:
        return t("drawer.sum" if shown == total["rows"] else "drawer.sum_of_all", **words)
    return t("drawer.sum_differs", **words, missed=columns.money_exact(missed, settings.currency))


def _table(rows: pa.Table, settings: Settings) -> None:
    """List the sales; the button of a row opens its source."""
    money = t("drawer.amount", unit=columns.unit_label(columns.UNITS["yuan"], settings.currency))
    shown = rows.select(_SHOWN).set_column(
        _SHOWN.index("amount"), "amount", rows.column("amount").cast(pa.float64())
    )
    config = {
        "sold_on": drawer_table.day("sold_on"),
        "amount": st.column_config.NumberColumn(money, format="%,.2f"),
        **{name: drawer_table.words(name) for name in _WORDS},
    }
    drawer_table.draw(shown, config, sources=rows, alt=t("drawer.rows"))
