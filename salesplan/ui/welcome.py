"""The first start: what this is, three steps, and a sample company with one click."""

from datetime import date

import streamlit as st

from salesplan.store import Store
from salesplan.text import language, t
from salesplan.ui import frame, samples
from salesplan.ui.jobs import Job
from salesplan.ui.progress import failed, watch
from salesplan.ui.tongue import spoken

_STEPS = ("upload_file", "fact_check", "flag")
_NARROWEST = 260


def draw(store: Store) -> None:
    """Invite to try the sample company or to bring own files; or show how far the sample is."""
    job = samples.under_way()
    if job and job.running:
        watch(lambda: job.running, lambda: _progress(job))
        return
    failed(job)
    st.markdown(t("welcome.what"))
    _steps()
    with st.grid(2, min_column_width=_NARROWEST, gap="small", key="ways"):
        with st.container(border=True, height="stretch"):
            _sample(store)
        with st.container(border=True, height="stretch"):
            _own()


def _steps() -> None:
    with st.grid(len(_STEPS), min_column_width=_NARROWEST, gap="small"):
        for number, icon in enumerate(_STEPS, start=1):
            with st.container(border=True, height="stretch"):
                st.markdown(f":blue[:material/{icon}:] **{number}. {t(f'welcome.step_{number}')}**")
                st.caption(t(f"welcome.step_{number}_how"))


def _sample(store: Store) -> None:
    st.subheader(t("welcome.sample"), anchor=False)
    st.caption(t("welcome.sample_what"))
    st.button(
        t("welcome.sample_load"),
        type="primary",
        icon=":material/play_arrow:",
        key="load_sample",
        on_click=spoken(samples.load),
        args=(store, language(), date.today()),  # noqa: DTZ011 - the sample ends with last month
    )


def _own() -> None:
    st.subheader(t("welcome.own"), anchor=False)
    st.caption(t("welcome.own_what"))
    if st.button(t("welcome.own_go"), icon=":material/upload_file:", key="own_files"):
        st.switch_page(frame.path("data", "import"))


def _progress(job: Job) -> None:
    """Draw how far the sample company is."""
    step = job.steps[-1] if job.steps else None
    with st.container(border=True, key="sample_progress"):
        st.subheader(t("welcome.sample"), anchor=False)
        if step and step.of:
            words = t("welcome.loading", done=step.done + 1, of=step.of)
            st.progress(step.done / step.of, text=words)
        else:
            st.progress(0.0, text=t("welcome.writing"))
        st.caption(t("welcome.wait"))
