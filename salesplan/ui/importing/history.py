"""The history: every load of a sheet, what it brought, its files, and the way back."""

from collections.abc import Hashable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pandas as pd
import streamlit as st

from salesplan import columns
from salesplan.store import Batch, Store
from salesplan.store.standing import replaced
from salesplan.text import t
from salesplan.ui import progress
from salesplan.ui.importing import facts, handouts, problems
from salesplan.ui.jobs import worker
from salesplan.ui.plain import escape
from salesplan.ui.tongue import fragment, speak, spoken

_ROWS = 12
_ROW, _HEADER = 35, 36
_CUT = _ROW * _ROWS + _ROW // 2  # half a row more shows that there are more
_OPEN, _CLICK, _ROUND = "history_open", "history_click", "history_round"
_WIDTH = 560


@fragment
def history(store: Store) -> None:
    """Draw every load, the newest first; a click opens it."""
    st.subheader(t("import.history"), anchor=False)
    _undoing(store)
    batches = store.batches()
    if not batches:
        st.caption(t("import.no_history"))
        return
    if len(batches) > _ROWS:
        st.caption(t("import.history_all", count=columns.count(len(batches))))
    gone = replaced(store)
    _table(batches, gone)
    opened = next((one for one in batches if one.id == st.session_state.get(_OPEN)), None)
    if opened:
        _drawer(store, opened)


def _table(batches: list[Batch], gone: frozenset[int]) -> None:
    def clicked() -> None:
        click = st.session_state[_CLICK]
        st.session_state[_OPEN] = batches[click.row].id if click else None

    st.dataframe(
        frame(batches, gone),
        hide_index=True,
        height=_HEADER + (_ROW * len(batches) if len(batches) <= _ROWS else _CUT),
        row_height=_ROW,
        column_config={
            "open": st.column_config.ButtonColumn(
                "", width=64, key=_CLICK, on_click=spoken(clicked), type="tertiary"
            ),
            "file": st.column_config.TextColumn(t("import.file"), width="medium"),
            "sheet": st.column_config.TextColumn(t("import.sheet"), width="small"),
            "kind": st.column_config.TextColumn(t("import.kind"), width="small"),
            "rows": st.column_config.NumberColumn(t("import.loaded"), format="%,d"),
            "rejected": st.column_config.NumberColumn(t("import.rows_rejected"), format="%,d"),
            "period": st.column_config.TextColumn(t("import.period"), width="medium"),
            "when": st.column_config.DatetimeColumn(t("import.when"), format="YYYY-MM-DD HH:mm"),
            "status": st.column_config.TextColumn(t("import.status"), width="small"),
        },
        key=f"history_{st.session_state.get(_ROUND, 0)}",
    )


def frame(batches: list[Batch], gone: frozenset[int]) -> pd.DataFrame:
    """Lay the loads out, a row each."""
    return pd.DataFrame(
        {
            "open": [t("import.open")] * len(batches),
            "file": [one.file_name for one in batches],
            "sheet": [facts.sheet_name(one.sheet, one.file_name) for one in batches],
            "kind": [t(f"import.kind_{one.kind}") for one in batches],
            "rows": [one.rows_loaded for one in batches],
            "rejected": [one.rows_rejected for one in batches],
            "period": [period(one) for one in batches],
            "when": [local(one.loaded_at) for one in batches],
            "status": [standing(one, gone) for one in batches],
        }
    )


def standing(batch: Batch, gone: frozenset[int]) -> str:
    """Word what a load counts for: loaded, undone, or replaced by others as a whole."""
    return t(f"import.status_{'replaced' if batch.id in gone else batch.status}")


def period(batch: Batch) -> str:
    """Word the days that a load covers."""
    if batch.period_from is None or batch.period_to is None:
        return columns.NOTHING
    return facts.stretch((batch.period_from, batch.period_to))


def local(moment: datetime) -> datetime:
    """Put a stored moment (UTC) on the reader's clock."""
    return moment.replace(tzinfo=UTC).astimezone(_zone(st.context.timezone)).replace(tzinfo=None)


def _zone(name: str | None) -> tzinfo:
    """Find the time zone that a browser names; some name one that nobody knows."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def _drawer(store: Store, batch: Batch) -> None:
    @st.dialog(
        t("import.batch"),
        width=_WIDTH,
        position="right",
        on_dismiss=spoken(_closed),
        icon=":material/history:",
    )
    def opened() -> None:
        speak()  # a click within runs this function alone
        st.markdown(f"**{escape(batch.file_name)}**")
        facts.draw(
            [facts.Fact(t(f"import.{name}"), said) for name, said in _facts(store, batch).items()],
            3,
        )
        _files(store, batch)
        st.divider()
        _undo(store, batch)

    opened()


def _closed() -> None:
    st.session_state[_OPEN] = None
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _facts(store: Store, batch: Batch) -> dict[str, str]:
    return {
        "sheet": facts.sheet_name(batch.sheet, batch.file_name) or columns.NOTHING,
        "kind": t(f"import.kind_{batch.kind}"),
        "rows_read": columns.count(batch.rows_read),
        "loaded": columns.count(batch.rows_loaded),
        "rows_rejected": columns.count(batch.rows_rejected),
        "rows_ignored": columns.count(batch.rows_ignored),
        "period": period(batch),
        "when": f"{local(batch.loaded_at):%Y-%m-%d %H:%M}",
        "status": standing(batch, replaced(store)),
    }


def _files(store: Store, batch: Batch) -> None:
    """Offer the original, and the rows that were not loaded."""

    def original() -> bytes:
        found = store.file(batch.sha256)
        return found[1] if found else b""

    st.download_button(
        t("import.original"),
        original,
        file_name=batch.file_name,
        icon=":material/download:",
        on_click="ignore",
        key=f"original_{batch.id}",
    )
    if batch.rows_rejected:
        source = handouts.Source(batch.mapping, batch.unit)
        problems.downloads(store.rejected(batch.id), batch.file_name, f"batch_{batch.id}", source)


def _undo(store: Store, batch: Batch) -> None:
    """Offer the way back, with a second click to confirm."""
    if batch.status != "loaded":
        return
    st.caption(t("import.undo_effect"))
    sure = st.checkbox(t("import.undo_sure"), key=f"sure_{batch.id}")
    if st.button(
        t("import.undo"), icon=":material/undo:", disabled=not sure, key=f"undo_{batch.id}"
    ):
        job = worker.submit(undo_key(batch), lambda _: store.undo(batch.id))
        progress.settle([job])  # the tray is drawn first, and says what was undone
        _closed()
        st.rerun()


def undo_key(batch: Batch) -> Hashable:
    """Name the job that undoes a load."""
    return ("undo", batch.id)


def _undoing(store: Store) -> None:
    """Show the undoing that is under way, and why one failed."""
    found = [worker.find(undo_key(batch)) for batch in store.batches()]
    jobs = [job for job in found if job]
    progress.settle(jobs)
    for job in jobs:
        progress.failed(job)
    if any(job.running for job in jobs):
        progress.watch(lambda: any(job.running for job in jobs), _at_work)


def _at_work() -> None:
    st.markdown(f":blue[:material/progress_activity:] {t('import.undoing')}")
