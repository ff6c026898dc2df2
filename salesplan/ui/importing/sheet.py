"""The card of one sheet: what was recognised, its figures, its columns, its problems."""

import streamlit as st

from salesplan import columns
from salesplan.store import Store
from salesplan.text import t
from salesplan.ui import edge
from salesplan.ui.importing import mapping, outcome, problems, questions, tray
from salesplan.ui.importing.facts import draw as draw_facts
from salesplan.ui.importing.facts import facts, rows, sentence, setting, sheet_name, told
from salesplan.ui.importing.questions import key_of
from salesplan.ui.importing.tray import Place, Sheet, Upload
from salesplan.ui.plain import escape
from salesplan.ui.tongue import spoken


def draw(store: Store, upload: Upload, place: Place) -> None:
    """Draw the card of a sheet, in the state that it is in."""
    sheet = upload.sheets[place]
    _head(store, upload, place)
    if sheet.loading and sheet.loading.error:
        edge.show(sheet.loading.error)
    if sheet.receipt:
        _received(store, upload, place)
    elif sheet.draft.status == "needs_answer":
        questions.draw(upload, sheet.draft)
    if not sheet.settled:
        _body(store, upload, sheet)


def _head(store: Store, upload: Upload, place: Place) -> None:
    """Draw the sheet's name, its kind, and the button that loads it."""
    sheet = upload.sheets[place]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        name = sheet_name(sheet.draft.sheet, upload.name)
        if name:
            st.markdown(f"**{escape(name)}**", width="content")
        if sheet.draft.kind:
            st.badge(t(f"import.kind_{sheet.draft.kind}"), color="blue")
        if sheet.draft.parcel:
            st.caption(setting(sheet.draft), width="content")
        st.space("stretch")
        if sheet.ready:
            st.button(
                load_words(sheet),
                type="primary",
                icon=":material/download_done:",
                key=key_of(upload, sheet.draft, "load"),
                on_click=spoken(tray.load),
                args=(upload, place, store),
            )


def load_words(sheet: Sheet) -> str:
    """Word the button that loads a sheet: how many rows, and that bad ones stay out."""
    key = "load_good" if sheet.rejected else "load_all"
    blanks = {"rows": rows(sheet.rows), "rejected": columns.count(sheet.rejected)}
    return t(f"import.{key}", **blanks)


def _received(store: Store, upload: Upload, place: Place) -> None:
    sheet = upload.sheets[place]
    if sheet.receipt and sheet.receipt.status == "needs_answer":
        outcome.overlap(store, upload, place, sheet.receipt)
    elif sheet.receipt:
        outcome.settled(store, sheet, sheet.receipt)


def _body(store: Store, upload: Upload, sheet: Sheet) -> None:
    """Draw what was read, and behind one click each the columns and the problems."""
    if sheet.draft.parcel:
        shown = facts(sheet.draft.parcel, store.settings.currency)
        draw_facts(shown, across=len(shown))
    for note in sheet.draft.notes:
        words = told(note, sheet.draft.kind, currency=store.settings.currency)
        st.markdown(f":blue[:material/info:] :gray[{escape(sentence(words))}]")
    if sheet.draft.columns:
        _columns(upload, sheet)
    if sheet.draft.parcel and sheet.rejected:
        _problems(upload, sheet)


def _columns(upload: Upload, sheet: Sheet) -> None:
    draft = sheet.draft
    label = t("import.columns", count=len(draft.columns))
    key = key_of(upload, draft, "columns")
    box = st.expander(
        label, icon=":material/table_chart:", key=key, on_change="rerun", type="compact"
    )
    if box.open:
        with box:
            questions.correct(upload, draft)
            mapping.draw(upload, draft)


def _problems(upload: Upload, sheet: Sheet) -> None:
    draft = sheet.draft
    label = t("import.problems", count=columns.count(sheet.rejected))
    key = key_of(upload, draft, "problems")
    box = st.expander(label, icon=":material/report:", key=key, on_change="rerun", type="compact")
    if box.open and draft.parcel:
        with box:
            problems.draw(draft.parcel, upload.name, key)
