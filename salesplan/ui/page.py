"""How a page begins: the database, the title, the filters, and the scope that they say."""

import os
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from salesplan import columns
from salesplan.scope import Scope
from salesplan.settings import Settings
from salesplan.store import Store
from salesplan.text import t
from salesplan.text.names import country_name, currency_name
from salesplan.ui import filters, samples, state, tongue, welcome

_DATABASE = "SALESPLAN_DB"
_DEFAULT = Path(__file__).parents[2] / "data" / "salesplan.duckdb"


def begin(page: str) -> tuple[Store, Scope]:
    """Begin a page that shows figures: its title, the filters, and what they choose."""
    store = opened()
    job = samples.under_way()
    if store.last_day is None or (job and job.running):
        _invite(store)
    with _header(page):
        scope = filters.draw(store)
    st.caption(_caption(store, scope))
    return store, scope


def begin_plain(page: str) -> Store:
    """Begin a page without filters: its title."""
    store = opened()
    with _header(page):
        pass
    return store


def caption(key: str, **blanks: object) -> None:
    """Write a line of small grey text."""
    st.caption(t(key, **blanks))


def stop() -> None:
    """End the page here: there is nothing more to show."""
    st.stop()


def choose(name: str, options: Sequence[str], *, label: str) -> str:
    """Let the reader choose one of some codes, kept in the URL; the first is the default.

    Their words are `<label>_<code>` in the language files.
    """
    key = f"_{name}"
    chosen = state.one(name)
    st.session_state[key] = chosen if chosen in options else options[0]

    def changed() -> None:
        state.put(name, st.session_state[key])

    st.segmented_control(
        t(label),
        options,
        key=key,
        format_func=lambda code: t(f"{label}_{code}"),
        label_visibility="collapsed",
        required=True,
        on_change=tongue.spoken(changed),
    )
    value: str = st.session_state[key]
    return value


def opened() -> Store:
    """Give the database, opened once for all sessions."""
    store = _opened(os.environ.get(_DATABASE) or str(_DEFAULT))
    tongue.house(store.settings.language)
    return store


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return Store.open(path)


def _header(page: str) -> "st.delta_generator.DeltaGenerator":
    """Draw the title on the left and give the row, for what stands on its right."""
    row = st.container(horizontal=True, vertical_alignment="center", gap="small", key="header")
    row.title(t(f"pages.{page}"), anchor=False, width="content")
    row.space("stretch")
    return row


def _caption(store: Store, scope: Scope) -> str:
    said = t(
        "frame.caption" if scope.as_of == store.last_day else "frame.caption_other_day",
        day=columns.day(scope.as_of),
        last=columns.day(store.last_day),
        week=scope.as_of.isocalendar().week,
        currency=currency_name(store.settings.currency),
    )
    return f"{said} · {_calendar(scope, store.settings)}"


def _calendar(scope: Scope, settings: Settings) -> str:
    """Name the working days that targets are spread over, and the years not published yet."""
    country = country_name(settings.country)
    years = range(scope.period.start.year, scope.period.last_day.year + 1)
    unknown = [str(year) for year in years if not settings.work.known(year)]
    if not unknown:
        return t("frame.calendar", country=country)
    return t("frame.calendar_unknown", country=country, years=", ".join(unknown))


def _invite(store: Store) -> None:
    """Show the first start instead of a page without data."""
    with _header("welcome"):
        pass
    welcome.draw(store)
    st.stop()
