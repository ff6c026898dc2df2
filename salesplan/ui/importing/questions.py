"""What a sheet leaves open, asked with one click each; and the corrections of what was guessed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from salesplan import columns
from salesplan.intake import Draft
from salesplan.periods import parse_period
from salesplan.settings import UNITS
from salesplan.store import KINDS
from salesplan.text import say, t
from salesplan.ui.importing import facts, tray
from salesplan.ui.importing.facts import sentence
from salesplan.ui.importing.tray import Upload
from salesplan.ui.plain import escape
from salesplan.ui.tongue import spoken

ORDERS = ("dmy", "mdy")
# The field that holds the money, where it is not called amount.
_MONEY = {"targets": "value"}
_YEARS_BACK, _YEARS_ON = 3, 1


@dataclass(frozen=True)
class Question:
    """One row of choices: the codes, their words, and the answer that each of them is."""

    name: str
    options: Sequence[str]
    word: Callable[[str], str]
    answer: Callable[[str], dict[str, object]]
    lit: str | None = None


def draw(upload: Upload, draft: Draft) -> None:
    """Ask what the sheet leaves open."""
    with st.container(border=True):
        if draft.reason:
            st.markdown(f":orange[:material/help:] **{escape(sentence(say(draft.reason)))}**")
        if draft.question == "period":
            _ask(upload, draft, _month(_year(upload, draft)))
        else:
            _ask(upload, draft, question(upload, draft, draft.question or "kind"))


def correct(upload: Upload, draft: Draft) -> None:
    """Offer what was recognised for correction."""
    with st.container(horizontal=True, gap="large"):
        _ask(upload, draft, _plain("kind", KINDS, draft.kind))
        unit = facts.unit(draft)
        if unit:
            _ask(upload, draft, _plain("unit", UNITS, unit))


def question(upload: Upload, draft: Draft, name: str) -> Question:
    """Give the question of a name, but for the period, which takes two rows."""
    if name == "amount":
        return _amount(upload, draft)
    return _plain(name, {"kind": KINDS, "unit": UNITS, "date_order": ORDERS}[name], None)


def _plain(name: str, options: Sequence[str], lit: str | None) -> Question:
    """Ask for a code that is the answer itself."""
    return Question(
        name, options, lambda code: t(f"import.{name}_{code}"), lambda code: {name: code}, lit
    )


def _amount(upload: Upload, draft: Draft) -> Question:
    """Ask which column holds the money."""
    field = _MONEY.get(draft.kind or "", "amount")
    headers = [column.header for column in draft.columns]
    given = tray.mapping(upload, draft.sheet)
    return Question("amount", headers, escape, lambda header: {"mapping": {**given, header: field}})


def _year(upload: Upload, draft: Draft) -> str:
    now = date.today().year  # noqa: DTZ011 - only which years are on offer
    years = [str(year) for year in range(now - _YEARS_BACK, now + _YEARS_ON + 1)]
    key = key_of(upload, draft, "year")
    chosen = st.segmented_control(
        t("import.ask_year"), years, default=str(now), key=key, required=True
    )
    return chosen or str(now)


def _month(year: str) -> Question:
    codes = [year, *(f"{year}-{month:02}" for month in range(1, 13))]
    return Question("month", codes, _month_name, lambda code: {"period": parse_period(code)})


def _month_name(code: str) -> str:
    if "-" not in code:
        return t("import.whole_year", year=code)
    return columns.short_month(parse_period(code).start)


def _ask(upload: Upload, draft: Draft, asked: Question) -> None:
    """Draw one row of choices; a click is the answer."""
    key = key_of(upload, draft, asked.name)
    st.session_state[key] = asked.lit

    def answered() -> None:
        code = st.session_state[key]
        if code:
            tray.answer(upload, draft.sheet, **asked.answer(code))

    st.pills(
        t(f"import.ask_{asked.name}"),
        asked.options,
        key=key,
        format_func=asked.word,
        on_change=spoken(answered),
    )


def key_of(upload: Upload, draft: Draft, name: str) -> str:
    """Name a widget of a sheet; every answer makes it a new one."""
    return f"{name}_{upload.sha256[:12]}_{draft.sheet}_{draft.table_no}_{upload.rounds}"
