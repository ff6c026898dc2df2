"""The place where files are dropped; it drops their bytes from the session at once."""

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from salesplan.text import t
from salesplan.ui.importing import tray

# Streamlit has no words of its own but English ones; CSS puts ours in their place.
_RULES = """<style>
.st-key-{key} [data-testid="stFileUploaderDropzone"] button p,
.st-key-{key} [data-testid="stFileUploaderDropzoneInstructions"] * {{ font-size: 0; }}
.st-key-{key} [data-testid="stFileUploaderDropzone"] button p::after {{
  content: "{button}"; font-size: 0.875rem; }}
.st-key-{key} [data-testid="stFileUploaderDropzoneInstructions"]::after {{
  content: "{hint}"; font-size: 0.875rem; }}
.st-key-{key} [data-testid="stFileChip"][aria-invalid="true"]::after {{
  content: "{too_large}"; font-size: 0.875rem; padding: 0 0.5rem; }}
</style>"""
KEY = "uploader"
_COUNT = "uploader_count"


def uploader() -> None:
    """Draw the uploader; whatever is dropped goes to the tray, which refuses in our own words."""
    number = st.session_state.setdefault(_COUNT, 0)
    with st.container(key=KEY):
        words = {"button": t("import.choose"), "hint": t("import.hint")}
        st.html(_RULES.format(key=KEY, too_large=t("import.too_large"), **words))
        files = st.file_uploader(
            t("import.drop"),
            accept_multiple_files=True,
            key=f"{KEY}_{number}",
            label_visibility="collapsed",
        )
    if files:
        for file in files:
            tray.receive(file.name, file.getvalue())
            _let_go(file)
        # A new widget, which shows none of the files of the old one.
        st.session_state[_COUNT] = number + 1
        st.rerun()


def _let_go(file: UploadedFile) -> None:
    """Drop the server's copy at once; Streamlit would keep it until the session ends."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
