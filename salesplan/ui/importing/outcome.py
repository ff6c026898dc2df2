"""What became of a sheet: loaded, already there, or the question what to do with an overlap."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from salesplan import columns
from salesplan.store import OnOverlap, Overlap, Receipt, Store
from salesplan.text import t
from salesplan.ui.importing import tray
from salesplan.ui.importing.facts import rows, stretch
from salesplan.ui.importing.questions import key_of
from salesplan.ui.importing.tray import Place, Sheet, Upload
from salesplan.ui.plain import escape
from salesplan.ui.tongue import spoken

ANSWERS: tuple[OnOverlap, ...] = ("replace", "add", "skip")
_BUTTON = 112
_ICONS = {"replace": "swap_horiz", "add": "add", "skip": "block"}


def overlap(store: Store, upload: Upload, place: Place, receipt: Receipt) -> None:
    """Show what is there and what is new, month by month, and ask what shall stand."""
    draft = upload.sheets[place].draft
    with st.container(border=True):
        st.markdown(f":orange[:material/help:] **{t('import.overlap')}**")
        st.dataframe(
            frame(receipt.overlap, store.settings.currency),
            hide_index=True,
            column_config={name: t(f"import.overlap_{name}") for name in _COLUMNS},
            key=key_of(upload, draft, "overlap"),
        )
        _dropped(receipt.overlap)
        for answer in ANSWERS:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.button(
                    t(f"import.answer_{answer}"),
                    icon=f":material/{_ICONS[answer]}:",
                    key=key_of(upload, draft, answer),
                    on_click=spoken(tray.load),
                    args=(upload, place, store, answer),
                    width=_BUTTON,
                )
                st.caption(t(f"import.effect_{answer}"), width="content")


def _dropped(overlaps: Sequence[Overlap]) -> None:
    """Warn of the days that only the file loaded before has: to replace it would drop them."""
    lost = dropped(overlaps)
    if lost:
        words = t("import.overlap_dropped", days=", ".join(stretch(days) for days in lost))
        st.markdown(f":orange[:material/warning:] {escape(words)}")


def dropped(overlaps: Sequence[Overlap]) -> list[tuple[date, date]]:
    """List the days at either end of a month that are there and not among the new ones."""
    one_day = timedelta(days=1)
    before = [(one.first_day, min(one.last_day, one.new_first_day - one_day)) for one in overlaps]
    after = [(max(one.first_day, one.new_last_day + one_day), one.last_day) for one in overlaps]
    return sorted({days for days in [*before, *after] if days[0] <= days[1]})


_COLUMNS: dict[str, Callable[[Overlap, str], object]] = {
    "month": lambda one, _: columns.month(one.month),
    "file": lambda one, _: one.file_name,
    "days": lambda one, _: stretch((one.first_day, one.last_day)),
    "facts": lambda one, _: one.facts,
    "amount": lambda one, currency: columns.money_exact(one.amount, currency),
    "new_days": lambda one, _: stretch((one.new_first_day, one.new_last_day)),
    "new_facts": lambda one, _: one.new_facts,
    "new_amount": lambda one, currency: columns.money_exact(one.new_amount, currency),
}


def frame(overlaps: tuple[Overlap, ...], currency: str) -> pd.DataFrame:
    """Lay an overlap out, a month each."""
    return pd.DataFrame(
        {name: [cell(one, currency) for one in overlaps] for name, cell in _COLUMNS.items()}
    )


def settled(store: Store, sheet: Sheet, receipt: Receipt) -> None:
    """Say what became of a sheet: how it was loaded, or that this was undone since."""
    became = _became(store, sheet, receipt)
    loaded = became.startswith("loaded")
    icon = ":green[:material/check_circle:]" if loaded else ":blue[:material/info:]"
    blanks = {"rows": rows(sheet.rows), "rejected": rows(sheet.rejected)}
    st.markdown(f"{icon} {t(f'import.became_{became}', **blanks)}")


def _became(store: Store, sheet: Sheet, receipt: Receipt) -> str:
    undone = {batch.id for batch in store.batches() if batch.status == "undone"}
    if receipt.batch in undone:
        return "undone"
    return "loaded_partly" if receipt.status == "loaded" and sheet.rejected else receipt.status
