"""The Settings page's form: each choice with the effect that it has, said at once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

import streamlit as st

from salesplan import columns
from salesplan.errors import BadSetting
from salesplan.settings import CHOICES, Settings, checked
from salesplan.store import Store
from salesplan.text import t
from salesplan.text.names import country_name, currency_name
from salesplan.ui import days_off, effects
from salesplan.ui.plain import escape
from salesplan.ui.tongue import house, spoken
from salesplan.workdays import countries

CURRENCIES = ("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "SGD", "INR", "KRW", "AUD", "CAD")
_MONTHS = range(1, 13)
_HUNDRED = Decimal(100)
_NARROWEST = 340
_LARGEST = 300.0
_KEYS = "set_"
Choice = TypeVar("Choice", int, str)


def settings_form(store: Store) -> None:
    """Draw the form, say what is wrong with it, and save it."""
    saved = store.settings
    day = store.last_day or date.today()  # noqa: DTZ011 - an example day until there is data
    entered = _cards(saved, day)
    _save(store, saved, entered, usable=_is_usable(entered))


def _is_usable(entered: Settings) -> bool:
    """Tell whether the choices can be saved, and say which cannot be used."""
    try:
        checked(entered)
    except BadSetting as wrong:
        name = t(f"settings.{wrong.values['name']}")
        words = t("settings.not_usable", name=name, found=_shown(wrong.values["found"]))
        st.warning(escape(words), icon=":material/info:")
        return False
    return not days_off.read(st.session_state[f"{_KEYS}days_off"])[1]


def _shown(found: object) -> str:
    """Write what a setting was set to; a rate as the form does."""
    try:
        return columns.rate(float(str(found)))
    except ValueError:
        return str(found)


def _cards(saved: Settings, day: date) -> Settings:
    entered = saved
    with st.grid(2, min_column_width=_NARROWEST, gap="small"):
        for draw in (_calendar, _display, _judgement, _satisfaction):
            with st.container(border=True, height="stretch"):
                st.subheader(t(f"settings.card{draw.__name__}"), anchor=False)
                entered = draw(entered, day)
    return entered


def _calendar(saved: Settings, day: date) -> Settings:
    start = _select("fiscal_year_start", list(_MONTHS), saved.fiscal_year_start)
    named = _segments("fiscal_year_named", saved.fiscal_year_named) if start > 1 else "end"
    country = st.selectbox(
        t("settings.country"),
        countries(),
        format_func=country_name,
        key=_kept("country", saved.country),
    )
    off = _days_off(saved)
    entered = replace(
        saved,
        fiscal_year_start=start,
        fiscal_year_named=named,
        country=country,
        days_off=off,
    )
    _effect(*effects.calendar(entered, day))
    return entered


def _display(saved: Settings, _: date) -> Settings:
    known = list(dict.fromkeys([*CURRENCIES, saved.currency]))
    currency = st.selectbox(
        t("settings.currency"),
        known,
        format_func=lambda code: f"{currency_name(code)} ({code})",
        key=_kept("currency", saved.currency),
    )
    unit = _select("unit", list(CHOICES["unit"]), saved.unit)
    entered = replace(saved, currency=currency, unit=unit)
    _effect(*effects.money(entered))
    return replace(
        entered,
        colours=_segments("colours", saved.colours),
        language=_segments("language", saved.language),
    )


def _judgement(saved: Settings, _: date) -> Settings:
    with st.container(horizontal=True, gap="small"):
        ahead = _rate("ahead", saved.ahead)
        on_track = _rate("on_track", saved.on_track)
        at_risk = _rate("at_risk", saved.at_risk)
    entered = replace(saved, ahead=ahead, on_track=on_track, at_risk=at_risk)
    _effect(*effects.judgement(entered))
    return entered


def _satisfaction(saved: Settings, _: date) -> Settings:
    with st.container(horizontal=True, gap="small"):
        goal = _rate("satisfaction_goal", saved.satisfaction_goal)
        top = _rate("satisfaction_top", saved.satisfaction_top)
    entered = replace(saved, satisfaction_goal=goal, satisfaction_top=top)
    _effect(*effects.satisfaction(entered))
    return entered


def _days_off(saved: Settings) -> tuple[date, ...]:
    """Ask for the days off; a line that is none is named below the field."""
    written = st.text_area(
        t("settings.days_off"),
        "\n".join(day.isoformat() for day in saved.days_off),
        key=f"{_KEYS}days_off",
        help=t("settings.days_off_help"),
        height=68,
    )
    days, unread = days_off.read(written)
    for one in unread:
        words = t("settings.not_a_day", line=one.line, found=one.found)
        st.markdown(f":orange[:material/warning:] {escape(words)}")
    return days


def _select(name: str, options: list[Choice], value: Choice) -> Choice:
    return st.selectbox(
        t(f"settings.{name}"),
        options,
        format_func=lambda code: t(f"settings.{name}_{code}"),
        key=_kept(name, value),
    )


def _kept(name: str, value: object) -> str:
    """Give the key of a list's choice; set anew each run, it is worded in the language of now."""
    key = f"{_KEYS}{name}"
    st.session_state[key] = st.session_state.get(key, value)
    return key


def _segments(name: str, value: str) -> str:
    chosen = st.segmented_control(
        t(f"settings.{name}"),
        CHOICES[name],
        default=value,
        format_func=lambda code: t(f"settings.{name}_{code}"),
        required=True,
        key=f"{_KEYS}{name}",
    )
    return chosen or value


def _rate(name: str, value: Decimal) -> Decimal:
    """Ask for a rate as a percentage."""
    percent = st.number_input(
        t(f"settings.{name}"),
        min_value=0.0,
        max_value=_LARGEST,
        value=float(value * _HUNDRED),
        step=1.0,
        format="%.1f",
        key=f"{_KEYS}{name}",
    )
    return Decimal(str(percent)) / _HUNDRED


def _effect(*sentences: str) -> None:
    """Say what the choices above lead to."""
    st.caption(
        "  \n".join(f":material/subdirectory_arrow_right: {escape(one)}" for one in sentences)
    )


def _save(store: Store, saved: Settings, entered: Settings, *, usable: bool) -> None:
    """Offer to save what differs from what is saved, once all of it can be used."""
    if usable and entered == saved:
        st.caption(t("settings.all_saved"))
        return
    with st.container(horizontal=True, gap="small"):
        st.button(
            t("settings.save"),
            type="primary",
            icon=":material/check:",
            key="save_settings",
            disabled=not usable,
            on_click=spoken(_saved),
            args=(store, entered),
        )
        st.button(t("settings.discard"), type="tertiary", on_click=spoken(_forget))


def _saved(store: Store, entered: Settings) -> None:
    store.save_settings(entered)
    house(entered.language)  # before the run: the frame is drawn ahead of the page
    st.toast(t("settings.done"), icon=":material/check:")


def _forget() -> None:
    """Go back to what is saved."""
    for key in [key for key in st.session_state if str(key).startswith(_KEYS)]:
        del st.session_state[key]
