"""What a sheet says in a few words: its rows, its days, its total."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import streamlit as st

from salesplan import columns
from salesplan.intake import Draft
from salesplan.intake.reach import reach
from salesplan.store.parcel import Parcel
from salesplan.text import Sentence, say, t
from salesplan.ui.plain import escape

_NARROWEST = 104
_TOTALS = {"sales": "amount", "targets": "value"}
# The sentences that name sums of a sheet's figures, and the blanks that hold them.
_SUMS = {"intake.summary": ("sum",), "intake.total_differs": ("found", "sum")}


@dataclass(frozen=True)
class Fact:
    """One figure of a sheet, with its label."""

    label: str
    value: str


def facts(parcel: Parcel, currency: str) -> list[Fact]:
    """List what a sheet brings, for its card."""
    counts = [
        Fact(t(f"import.{name}"), columns.count(getattr(parcel, name)))
        for name in ("rows_read", "rows_loaded", "rows_rejected", "rows_ignored")
    ]
    return [
        *counts,
        Fact(t("import.period"), stretch(reach(parcel))),
        Fact(t("import.total"), columns.money_exact(total(parcel), currency)),
    ]


def stretch(ends: tuple[date, date] | None) -> str:
    """Word the days from the first to the last."""
    if ends is None:
        return columns.NOTHING
    first, last = ends
    return columns.day(first) if first == last else f"{columns.day(first)} – {columns.day(last)}"


def total(parcel: Parcel) -> Decimal | None:
    """Give the sum of money that a sheet brings; None where it brings none."""
    written = parcel.totals.get(_TOTALS.get(parcel.kind, ""))
    return Decimal(written) if written else None


def sheet_name(sheet: str, file: str) -> str:
    """Name a sheet; a text file has one without a name of its own."""
    return "" if sheet == file else sheet


def rows(count: int) -> str:
    """Write how many rows."""
    return t("import.one_row") if count == 1 else t("import.many_rows", count=columns.count(count))


def sentence(words: str) -> str:
    """Begin words with a capital, so that a clause stands alone."""
    return words[:1].upper() + words[1:]


def told(what: Sentence, kind: str | None, *, currency: str) -> str:
    """Word what was read in a sheet; its sums as money where they are known to be money."""
    sums = {name: what.values[name] for name in _SUMS.get(what.key, ())}
    worded = {
        name: _sum(str(found), currency if kind == "sales" else None)
        for name, found in sums.items()
    }
    return say(replace(what, values={**what.values, **worded}))


def _sum(found: str, currency: str | None) -> str:
    figure = Decimal(found)
    return columns.money_exact(figure, currency) if currency else format(figure, ",f")


def draw(shown: list[Fact], across: int) -> None:
    """Draw facts side by side, each under its label."""
    with st.grid(across, min_column_width=_NARROWEST, gap="small"):
        for one in shown:
            st.markdown(f":gray[:small[{one.label}]]  \n**{escape(one.value)}**")


def setting(draft: Draft) -> str:
    """Say in one line how the sheet was read: header row, layout, unit."""
    parts = [t("import.header_row", row=draft.header_row), t(f"import.layout_{draft.layout}")]
    named = unit(draft)
    if named:
        parts.append(t("import.in_unit", unit=t(f"import.unit_{named}")))
    return " · ".join(parts)


def unit(draft: Draft) -> str | None:
    """Name the unit of a sheet's money, yuan where nothing else was said; None without money."""
    return draft.unit or ("yuan" if draft.kind in _TOTALS else None)
