"""Work under way, step by step; the page is drawn anew when it is over."""

import time
from collections.abc import Callable, Sequence

import streamlit as st

from salesplan.text import t
from salesplan.ui import edge
from salesplan.ui.jobs import Job, worker
from salesplan.ui.tongue import fragment

# Most files are read before anybody would see a step: wait that long before showing any.
_PATIENCE = 0.4
_BEAT = 0.5
_DONE, _NOW, _LATER = "check_circle", "progress_activity", "circle"


def settle(jobs: Sequence[Job]) -> None:
    """Give quick work the moment that it needs."""
    until = time.monotonic() + _PATIENCE
    for job in jobs:
        job.over.wait(max(until - time.monotonic(), 0))


def failed(job: Job | None) -> None:
    """Show why a job failed, once: its next start is a new beginning."""
    if job and job.error:
        edge.show(job.error)
        worker.forget(job.key)


def watch(busy: Callable[[], bool], draw: Callable[[], None]) -> None:
    """Draw what is under way again and again; when it is over, run the page."""

    @fragment(run_every=_BEAT)
    def watching() -> None:
        draw()
        if not busy():
            st.rerun()

    watching()


def steps(job: Job, names: Sequence[str], label: str) -> None:
    """Draw the steps of a job: done, under way, to come; what it tells nothing of is done."""
    told = [step.name for step in job.steps]
    at = max((names.index(name) for name in told if name in names), default=min(1, len(names) - 1))
    with st.container(horizontal=True, gap="medium"):
        for number, name in enumerate(names):
            st.markdown(_step(t(f"{label}_{name}"), number - at))


def _step(words: str, distance: int) -> str:
    """Word one step by its distance from the one under way."""
    if distance < 0:
        return f":green[:material/{_DONE}:] {words}"
    if distance == 0:
        return f":blue[:material/{_NOW}:] **{words}**"
    return f":gray[:material/{_LATER}: {words}]"
