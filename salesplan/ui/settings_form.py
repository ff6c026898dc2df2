"""The Settings page's form: each choice with the effect that it has, said at once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

import streamlit as st

from salesplan.errors import BadSetting
from salesplan.settings import CHOICES, Settings, checked
from salesplan.store import Store
from salesplan.text import say, t
from salesplan.text.names import country_name, currency_name
from salesplan.ui import effects
from salesplan.ui.plain import escape
from salesplan.ui.tongue import spoken
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
    try:
        entered = _cards(saved, day)
    except BadSetting as wrong:
        st.warning(escape(say(_worded(wrong))), icon=":material/info:")
        return
    _save(store, saved, entered)


def _worded(wrong: BadSetting) -> BadSetting:
    """Name the setting as the form does."""
    return BadSetting(**{**wrong.values, "name": t(f"settings.{wrong.values['name']}")})


def _cards(saved: Settings, day: date) -> Settings:
    entered = saved
    with st.grid(2, min_column_width=_NARROWEST, gap="small"):
        for draw in (_calendar, _display, _judgement, _satisfaction):
            with st.container(border=True, height="stretch"):
                st.subheader(t(f"settings.card{draw.__name__}"), anchor=False)
                entered = draw(entered, day)
    return checked(entered)


def _calendar(saved: Settings, day: date) -> Settings:
    start = _select("fiscal_year_start", list(_MONTHS), saved.fiscal_year_start)
    named = _segments("fiscal_year_named", saved.fiscal_year_named) if start > 1 else "end"
    country = st.selectbox(
        t("settings.country"),
        countries(),
        index=countries().index(saved.country),
        format_func=country_name,
        key=f"{_KEYS}country",
    )
    written = st.text_area(
        t("settings.days_off"),
        "\n".join(day.isoformat() for day in saved.days_off),
        key=f"{_KEYS}days_off",
        help=t("settings.days_off_help"),
        height=68,
    )
    entered = replace(
        saved,
        fiscal_year_start=start,
        fiscal_year_named=named,
        country=country,
        days_off=days(written),
    )
    _effect(*effects.calendar(entered, day))
    return entered


def _display(saved: Settings, _: date) -> Settings:
    known = list(dict.fromkeys([*CURRENCIES, saved.currency]))
    currency = st.selectbox(
        t("settings.currency"),
        known,
        index=known.index(saved.currency),
        format_func=lambda code: f"{currency_name(code)} ({code})",
        key=f"{_KEYS}currency",
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


def days(written: str) -> tuple[date, ...]:
    """Read days off, one a line as 2026-05-06; BadSetting names the line that is none."""
    return tuple(sorted({_day(line.strip()) for line in written.splitlines() if line.strip()}))


def _day(line: str) -> date:
    try:
        return date.fromisoformat(line.replace("/", "-"))
    except ValueError as error:
        raise BadSetting(name="days_off", found=line) from error


def _select(name: str, options: list[Choice], value: Choice) -> Choice:
    return st.selectbox(
        t(f"settings.{name}"),
        options,
        index=options.index(value),
        format_func=lambda code: t(f"settings.{name}_{code}"),
        key=f"{_KEYS}{name}",
    )


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


def _save(store: Store, saved: Settings, entered: Settings) -> None:
    """Offer to save what differs from what is saved."""
    if entered == saved:
        st.caption(t("settings.all_saved"))
        return
    with st.container(horizontal=True, gap="small"):
        st.button(
            t("settings.save"),
            type="primary",
            icon=":material/check:",
            key="save_settings",
            on_click=spoken(_saved),
            args=(store, entered),
        )
        st.button(t("settings.discard"), type="tertiary", on_click=spoken(_forget))


def _saved(store: Store, entered: Settings) -> None:
    store.save_settings(entered)
    st.toast(t("settings.done"), icon=":material/check:")


def _forget() -> None:
    """Go back to what is saved."""
    for key in [key for key in st.session_state if str(key).startswith(_KEYS)]:
        del st.session_state[key]
