"""The drawer: from a figure to the rows behind it, and from a row to the file it came from.

A click is kept in the session under the part that was clicked. The part draws the drawer itself,
inside its own fragment, so that opening and closing reruns nothing else. Closing gives the part a
new key: else a second click on the same place would be no news to the browser.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import streamlit as st

from salesplan.periods import Period, add_months
from salesplan.reports import attainment
from salesplan.scope import Scope
from salesplan.store import Store
from salesplan.text import t
from salesplan.ui import drawer_answers, drawer_rows, drawer_side, drawer_source, tongue
from salesplan.ui.asked import asking
from salesplan.ui.filters import period_name
from salesplan.ui.plain import escape

WIDTH = 640
_OPEN, _TIMES = "drawer", "drawer_times"
# Kinds of a chart's rows that stand for no member: there is nothing behind them.
_NOBODY = frozenset({"others", "left_over"})


@dataclass(frozen=True)
class Drill:
    """Where clicks lead: to the rows of a scope, narrowed to the member that was clicked."""

    store: Store
    scope: Scope
    by: str | None = None

    def along(self, dimension: str) -> "Drill":
        """Let clicks lead to members of a dimension."""
        return replace(self, by=dimension)


@dataclass(frozen=True)
class Opened:
    """What is open: by which part, whose rows (None: all) in which scope, sales or answers."""

    owner: str
    name: str | None
    scope: Scope
    answers: bool = False


def key(part: str) -> str:
    """Give the key of a part that opens the drawer; it is new after each closing."""
    return f"{part}_{st.session_state.get(_TIMES, {}).get(part, 0)}"


def open_whole(part: str, drill: Drill, month: date | None = None) -> None:
    """Open the rows of the whole scope, or of one of its months."""
    _open(part, drill, {"kind": "total", "month": month.isoformat() if month else None})


def open_answers(part: str, drill: Drill) -> None:
    """Open the answers of the whole scope."""
    drawer_source.forget()
    st.session_state[_OPEN] = Opened(part, None, drill.scope, answers=True)


def open_picked(part: str, drill: Drill, pick: Mapping[str, object]) -> None:
    """Open the rows of what was clicked: a member (key, name), a month of it, or the total."""
    if pick.get("kind") not in _NOBODY:
        _open(part, drill, pick)


def _open(part: str, drill: Drill, pick: Mapping[str, object]) -> None:
    whole = pick.get("kind") == "total" or drill.by is None
    name = None if whole else str(pick["name"])
    scope = (
        drill.scope if whole else drill.scope.only(**{str(drill.by): str(pick.get("key") or "")})
    )
    if pick.get("month"):
        scope = _in_month(scope, date.fromisoformat(str(pick["month"])))
    drawer_source.forget()
    drawer_side.forget()
    st.session_state[_OPEN] = Opened(part, name, scope)


def _in_month(scope: Scope, month: date) -> Scope:
    """Narrow a scope to the part of a month that its period touches."""
    start, end = max(month, scope.period.start), min(add_months(month, 1), scope.period.end)
    return replace(scope, period=Period(start, end))


def show(part: str, store: Store) -> None:
    """Draw the drawer where this part has opened it."""
    opened: Opened | None = st.session_state.get(_OPEN)
    if opened is None or opened.owner != part:
        return
    filtered = attainment.chosen(asking(store, opened.scope), opened.scope)
    name = escape(opened.name or filtered or t("drawer.everyone"))
    title = f"{name} · {period_name(opened.scope.period, store.settings.fiscal)}"
    drawn = st.dialog(
        title, width=WIDTH, position="right", on_dismiss=tongue.spoken(partial(_close, part))
    )
    drawn(_body)(opened, store)


def _body(opened: Opened, store: Store) -> None:
    """Show the rows, or the source of the row that was chosen among them."""
    tongue.speak()
    row = drawer_source.chosen()
    if row is not None:
        drawer_source.draw(row, store)
    elif opened.answers:
        drawer_answers.draw(opened.scope, store)
    else:
        drawer_rows.draw(opened.scope, store)


def _close(part: str) -> None:
    st.session_state.pop(_OPEN, None)
    times: dict[str, int] = st.session_state.get(_TIMES, {})
    st.session_state[_TIMES] = {**times, part: times.get(part, 0) + 1}
