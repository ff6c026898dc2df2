"""The rows that cannot be loaded: each by its cell, with the reason and what to do."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from salesplan.store import Parcel, Problem
from salesplan.text import say, t
from salesplan.ui.importing import handouts
from salesplan.ui.importing.facts import sentence

_SHOWN = 200
_ROWS_HIGH = 8


def draw(parcel: Parcel, name: str, key: str) -> None:
    """Draw the first problems, and hand out all of them as a file."""
    problems = parcel.rejected
    st.dataframe(
        frame(problems[:_SHOWN]),
        hide_index=True,
        height="auto" if len(problems) <= _ROWS_HIGH else 320,
        column_config={
            "sheet": st.column_config.TextColumn(t("import.sheet"), width="small"),
            "row": st.column_config.NumberColumn(t("import.row"), width="small"),
            "column": st.column_config.TextColumn(t("import.column"), width="small"),
            "found": st.column_config.TextColumn(t("import.found"), width="small"),
            "reason": st.column_config.TextColumn(t("import.reason"), width="large"),
        },
        key=f"problems_{key}",
    )
    if len(problems) > _SHOWN:
        st.caption(t("import.first_problems", shown=_SHOWN, all=len(problems)))
    downloads(problems, name, key, handouts.Source(parcel.mapping, parcel.unit))


def downloads(problems: Sequence[Problem], name: str, key: str, source: handouts.Source) -> None:
    """Offer all rejected rows with the reason beside each; the file is made on the click."""
    file = t("import.rejected_file", name=name.rpartition(".")[0] or name)
    with st.container(horizontal=True, gap="small"):
        for kind in handouts.MIME:
            st.download_button(
                t(f"import.rejected_{kind}"),
                handouts.maker(problems, kind, source),
                file_name=f"{file}.{kind}",
                mime=handouts.MIME[kind],
                icon=":material/download:",
                on_click="ignore",
                key=f"rejected_{kind}_{key}",
            )


def frame(problems: Sequence[Problem]) -> pd.DataFrame:
    """Lay problems out, a row each."""
    return pd.DataFrame(
        {
            "sheet": [problem.sheet for problem in problems],
            "row": [problem.row for problem in problems],
            "column": [problem.column or "" for problem in problems],
            "found": [problem.found or "" for problem in problems],
            "reason": [sentence(say(problem.reason)) for problem in problems],
        }
    )
