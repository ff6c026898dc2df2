"""The files in the tray: each with its progress, its sheets, and what is left to do."""

import streamlit as st

from salesplan.store import Store
from salesplan.text import say, t
from salesplan.ui import edge, frame, progress
from salesplan.ui.importing import facts, sheet, tray
from salesplan.ui.importing.tray import Place, Upload
from salesplan.ui.plain import escape
from salesplan.ui.tongue import spoken

READING = ("receive", "read", "check")
_ONE_BY_ONE = 3


def files(store: Store) -> None:
    """Draw every file in the tray."""
    waiting = tray.uploads()
    progress.settle([job for upload in waiting for job in upload.jobs])
    if any(upload.busy for upload in waiting):
        progress.watch(lambda: any(upload.busy for upload in waiting), lambda: _under_way(waiting))
    _all_at_once(store, waiting)
    for upload in waiting:
        if not upload.busy:
            _file(store, upload)


def _under_way(waiting: list[Upload]) -> None:
    """Draw each job with its steps, or many jobs as one bar."""
    jobs = [(upload, job) for upload in waiting for job in upload.jobs]
    running = [(upload, job) for upload, job in jobs if job.running]
    if len(running) > _ONE_BY_ONE:
        done = len(jobs) - len(running)
        st.progress(done / len(jobs), text=t("import.under_way", done=done, of=len(jobs)))
        return
    for upload, job in running:
        with st.container(border=True):
            st.markdown(f"**{escape(upload.name)}**")
            loading = job is not upload.examining
            progress.steps(job, ("load",) if loading else READING, "import.step")


def _all_at_once(store: Store, waiting: list[Upload]) -> None:
    """Offer to load every sheet that is ready, and to clear what is done."""
    ready = [(upload, place) for upload in waiting for place in upload.ready]
    done = [upload for upload in waiting if upload.done]
    if len(ready) <= 1 and not done:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if len(ready) > 1:
            rows = sum(upload.sheets[place].rows for upload, place in ready)
            words = t("import.load_every", sheets=len(ready), rows=facts.rows(rows))
            st.button(
                words,
                type="primary",
                icon=":material/done_all:",
                key="load_every",
                on_click=spoken(_load_every),
                args=(store, ready),
            )
        if done:
            _to_result()
            st.button(
                t("import.clear_done"), type="tertiary", on_click=spoken(_clear), args=(done,)
            )


def _to_result() -> None:
    """Lead on to what the loaded figures say."""
    page = frame.path("review", "attainment")
    if page.exists():
        st.page_link(page, label=t("import.see_result"), icon=":material/flag:")


def _load_every(store: Store, ready: list[tuple[Upload, Place]]) -> None:
    for upload, place in ready:
        tray.load(upload, place, store)


def _clear(done: list[Upload]) -> None:
    for upload in done:
        tray.drop(upload)


def _file(store: Store, upload: Upload) -> None:
    with st.container(key=f"file_{upload.sha256[:12]}"):
        _head(upload)
        if upload.examining and upload.examining.error:
            edge.show(upload.examining.error)
        elif upload.refused:
            st.warning(escape(say(upload.refused)), icon=":material/info:")
        for place, one in upload.sheets.items():
            if one.draft.status != "skipped":
                with st.container(border=True):
                    sheet.draw(store, upload, place)
        _skipped(store, upload)


def _head(upload: Upload) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/description: **{escape(upload.name)}**", width="content")
        st.space("stretch")
        st.button(
            t("import.remove"),
            icon=":material/close:",
            type="tertiary",
            key=f"remove_{upload.sha256[:12]}",
            on_click=spoken(tray.drop),
            args=(upload,),
        )


def _skipped(store: Store, upload: Upload) -> None:
    """Name the sheets that were left out, each with its reason, and a way to take it in."""
    for place, one in upload.sheets.items():
        if one.draft.status == "skipped":
            why, currency = one.draft.reason, store.settings.currency
            told = facts.told(why, one.draft.kind, currency=currency) if why else ""
            reason = f": {escape(told)}" if told else ""
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                words = f"{t('import.skipped')} **{escape(place[0])}**{reason}"
                st.caption(words, width="content")
                if upload.data:
                    _take_in(upload, place)


def _take_in(upload: Upload, place: Place) -> None:
    st.button(
        t("import.take_in"),
        type="tertiary",
        icon=":material/add:",
        key=f"take_in_{upload.sha256[:12]}_{place}_{upload.rounds}",
        on_click=spoken(tray.answer),
        args=(upload, place[0]),
    )
