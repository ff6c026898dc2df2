"""The sample company on the Import page: that it is there, and the way to be rid of it."""

import streamlit as st

from salesplan.store import Store
from salesplan.text import t
from salesplan.ui import samples
from salesplan.ui.jobs import Job
from salesplan.ui.progress import failed, watch
from salesplan.ui.tongue import spoken


def sample_bar(store: Store) -> None:
    """Say that the sample company is loaded, and offer to remove it."""
    job = samples.leaving()
    if job and job.running:
        watch(lambda: job.running, lambda: _progress(job))
        return
    coming = samples.under_way()
    for one in (job, coming):
        failed(one)
    if (coming and coming.running) or not samples.loaded(store):
        return
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", border=True, key="sample_bar"
    ):
        words = f":blue[:material/info:] {t('import.sample_here')}"
        st.markdown(words, width="content")
        st.space("stretch")
        st.button(
            t("import.sample_remove"),
            icon=":material/delete_sweep:",
            key="remove_sample",
            on_click=spoken(samples.remove),
            args=(store,),
        )


def _progress(job: Job) -> None:
    step = job.steps[-1] if job.steps else None
    done, of = (step.done, step.of) if step else (0, 1)
    st.progress(done / of, text=t("import.sample_removing", done=done, of=of))
