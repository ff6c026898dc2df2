"""Which column is what: each header with samples of its cells, and its meaning, to be corrected."""

import pandas as pd
import streamlit as st

from salesplan.intake import Draft
from salesplan.intake.kinds import KINDS
from salesplan.text import say, t
from salesplan.ui.importing import tray
from salesplan.ui.importing.questions import key_of
from salesplan.ui.importing.tray import Upload
from salesplan.ui.tongue import spoken

# A word of its own, because an empty choice reads as a missing one.
LEFT_OUT = "left_out"
_FIELD = "field"
_SAMPLES = 3


def draw(upload: Upload, draft: Draft) -> None:
    """Draw the columns of a sheet; a change of meaning reads the sheet again."""
    key = key_of(upload, draft, "mapping")
    noted = any(column.note for column in draft.columns)

    def edited() -> None:
        _edited(upload, draft, st.session_state[key]["edited_rows"])

    st.data_editor(
        frame(draft),
        key=key,
        hide_index=True,
        disabled=["header", "samples", "note"],
        column_config={
            "header": st.column_config.TextColumn(t("import.header")),
            "samples": st.column_config.TextColumn(t("import.samples"), width="large"),
            _FIELD: st.column_config.SelectboxColumn(
                t("import.meaning"),
                options=[LEFT_OUT, *fields(draft)],
                format_func=meaning,
                width="medium",
            ),
            "note": st.column_config.TextColumn(t("import.note"), width="large") if noted else None,
        },
        on_change=spoken(edited),
    )


def frame(draft: Draft) -> pd.DataFrame:
    """Lay the columns of a sheet out for the editor."""
    return pd.DataFrame(
        {
            "header": [column.header for column in draft.columns],
            "samples": [" · ".join(column.samples[:_SAMPLES]) for column in draft.columns],
            _FIELD: [column.field or LEFT_OUT for column in draft.columns],
            "note": [say(column.note) if column.note else "" for column in draft.columns],
        }
    )


def fields(draft: Draft) -> list[str]:
    """List what a column of this sheet can mean."""
    kind = KINDS.get(draft.kind or "")
    known = [field.name for field in kind.fields] if kind else []
    return list(dict.fromkeys([*known, *(one.field for one in draft.columns if one.field)]))


def meaning(field: object) -> str:
    """Word what a column means."""
    return t(f"import.field_{field}")


def _said(field: str | None) -> str:
    """Put a choice as intake wants it: an empty word leaves the column out."""
    return "" if field in {None, LEFT_OUT} else str(field)


def _edited(upload: Upload, draft: Draft, rows: dict[int, dict[str, str | None]]) -> None:
    given = tray.mapping(upload, draft.sheet)
    changes = {
        draft.columns[number].header: _said(row[_FIELD])
        for number, row in rows.items()
        if _FIELD in row
    }
    tray.answer(upload, draft.sheet, mapping={**given, **changes})
