"""The filters of every page: period and as-of day, and the members; one place draws them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import streamlit as st

from salesplan import columns
from salesplan.errors import BadPeriod
from salesplan.metrics import members
from salesplan.periods import FiscalYear, Period, code, parse_period
from salesplan.scope import DIMENSIONS, Scope
from salesplan.store import Store
from salesplan.text import t
from salesplan.ui import state
from salesplan.ui.plain import escape
from salesplan.ui.tongue import spoken

# So many members fit as pills; more are searched in a list.
_FEW = 8
_KEPT = 64
# The halves and quarters of a year, by the ends of their codes.
_PARTS = ("H1", "H2", "Q1", "Q2", "Q3", "Q4")
# A day typed by hand far outside is none that anybody means.
_YEARS = range(1990, 2201)


@dataclass(frozen=True)
class Span:
    """The days that can be looked at: from the first to the last day with results."""

    first: date
    last: date
    fiscal: FiscalYear

    @property
    def years(self) -> range:
        """The fiscal years that hold results."""
        return range(self.fiscal.of(self.first), self.fiscal.of(self.last) + 1)

    @property
    def usual(self) -> str:
        """The code of the fiscal year with the last results."""
        return str(self.years[-1])


def draw(store: Store) -> Scope:
    """Draw the filters and give the scope that they say."""
    span = span_of(store)
    scope = scope_of(span)
    _period(span, scope)
    _members(store)
    return scope


def span_of(store: Store) -> Span:
    """Give the span of the results; today's day where there are none."""
    last = store.last_day or date.max
    return Span(store.first_day or last, last, store.settings.fiscal)


def scope_of(span: Span) -> Scope:
    """Read the scope from what the reader has chosen; what cannot be read is the usual."""
    chosen = {dimension: state.all_of(dimension) for dimension in DIMENSIONS}
    return Scope(_chosen_period(span), _chosen_day(span), **chosen)


def _chosen_period(span: Span) -> Period:
    try:
        return parse_period(state.one("period") or span.usual, span.fiscal)
    except BadPeriod:
        return parse_period(span.usual, span.fiscal)


def _chosen_day(span: Span) -> date:
    try:
        day = date.fromisoformat(state.one("as_of") or "")
    except ValueError:
        return span.last
    return day if day.year in _YEARS else span.last


def _period(span: Span, scope: Scope) -> None:
    """Draw the period and the as-of day, behind one button that says both."""
    label = f"{period_name(scope.period, span.fiscal)} · {_to_day(scope)}"
    with st.popover(label, icon=":material/calendar_month:", key="filter_period"):
        year = _year_of(scope.period, span)
        _pills("year", [str(one) for one in span.years], year, span)
        _pills("part", [year, *(f"{year}-{part}" for part in _PARTS)], None, span)
        _pills("month", _months(int(year), span), None, span)
        _as_of(span, scope)


def _to_day(scope: Scope) -> str:
    return t("frame.to_day", day=columns.day(scope.as_of))


def _year_of(period: Period, span: Span) -> str:
    """Name the fiscal year that a period starts in, within the span."""
    year = span.fiscal.of(period.start)
    return str(min(max(year, span.years[0]), span.years[-1]))


def _months(year: int, span: Span) -> list[str]:
    return [f"{month:%Y-%m}" for month in Period.year(year, span.fiscal).months()]


def _pills(name: str, codes: list[str], lit: str | None, span: Span) -> None:
    """Draw a row of periods, the chosen one lit."""
    key, chosen = f"_period_{name}", code(_chosen_period(span), span.fiscal)
    st.session_state[key] = lit or (chosen if chosen in codes else None)
    st.pills(
        t("frame.period"),
        codes,
        key=key,
        format_func=lambda one: _short(one, name, span.fiscal),
        label_visibility="collapsed",
        on_change=spoken(_picked),
        args=(key, span.usual),
    )


def _picked(key: str, usual: str) -> None:
    """Keep the picked period; the usual one needs no word in the URL, unpicking does nothing."""
    picked = st.session_state[key]
    if picked:
        state.put("period", *(() if picked == usual else (picked,)))


def _short(period: str, row: str, fiscal: FiscalYear) -> str:
    """Word a period within its row."""
    if row == "part" and "-" not in period:
        return t("frame.whole_year")
    if row == "part":
        return _part_name(period[-2:])
    return period_name(parse_period(period, fiscal), fiscal, short=row == "month")


def period_name(period: Period, fiscal: FiscalYear, *, short: bool = False) -> str:
    """Word a period: 2026 年, 2026 财年, 2026 年 上半年, 2026 年 3 季度, 2026年7月, or two days."""
    year, _, part = code(period, fiscal).partition("-")
    if ".." in part or part.startswith("W"):
        return f"{columns.day(period.start)} – {columns.day(period.last_day)}"
    kind = "calendar_year" if fiscal.start_month == 1 else "fiscal_year"
    named = t(f"frame.{kind}", year=year)
    if not part:
        return named
    if part in _PARTS:
        return t("frame.year_and_part", year=named, part=_part_name(part))
    return columns.short_month(period.start) if short else columns.month(period.start)


def _part_name(part: str) -> str:
    """Word a half or a quarter: 上半年, 3 季度; H1, Q3."""
    if part.startswith("H"):
        return t(f"frame.half_{part[1]}")
    return t("frame.quarter", nth=part[1])


def _as_of(span: Span, scope: Scope) -> None:
    """Draw the as-of day, and the way back to the last day with results."""
    end = Period.year(span.fiscal.of(span.last), span.fiscal).last_day
    first, last = min(span.first, scope.as_of), max(end, scope.as_of)
    st.session_state["_as_of"] = scope.as_of
    st.date_input(
        t("frame.as_of"),
        key="_as_of",
        min_value=first,
        max_value=last,
        format="YYYY-MM-DD",
        help=t("frame.as_of_help"),
        on_change=spoken(_dated),
        args=(span.last,),
    )
    if scope.as_of != span.last:
        st.button(t("frame.last_day"), type="tertiary", on_click=spoken(state.put), args=("as_of",))


def _dated(last: date) -> None:
    day = st.session_state["_as_of"]
    if day:
        state.put("as_of", *(() if day == last else (day.isoformat(),)))


def _members(store: Store) -> None:
    """Draw the members of every dimension that the data has, behind one button."""
    count = sum(len(state.all_of(dimension)) for dimension in DIMENSIONS)
    label = t("frame.filters_on", count=count) if count else t("frame.filters")
    with st.popover(label, icon=":material/tune:", key="filter_members"):
        for dimension in DIMENSIONS:
            _dimension(store, dimension)
        if count:
            st.button(t("frame.clear"), type="tertiary", on_click=spoken(_clear))


def _dimension(store: Store, dimension: str) -> None:
    """Draw the members of a dimension: as pills when they are few, else as a list to search."""
    names = dict(_members_of(store, store.version, dimension))
    chosen = state.all_of(dimension)
    options = list(dict.fromkeys([*names, *chosen]))
    if not options:
        return
    key, label = f"_{dimension}", t(f"frame.{dimension}")
    st.session_state[key] = list(chosen)

    def picked() -> None:
        state.put(dimension, *st.session_state[key])

    def word(one: str) -> str:
        return names.get(one, one)

    if len(options) <= _FEW:
        st.pills(
            label,
            options,
            selection_mode="multi",
            key=key,
            format_func=lambda one: escape(word(one)),  # pills read Markdown, the list does not
            on_change=spoken(picked),
        )
    else:
        st.multiselect(
            label,
            options,
            key=key,
            format_func=word,
            placeholder=t("frame.everyone"),
            select_all=False,
            on_change=spoken(picked),
        )


@lru_cache(maxsize=_KEPT)
def _members_of(
    store: Store,
    version: int,  # noqa: ARG001 - keys the cache: no list outlives its data
    dimension: str,
) -> list[tuple[str, str]]:
    """List the members of a dimension."""
    return members(store, dimension)


def _clear() -> None:
    for dimension in DIMENSIONS:
        state.put(dimension)
