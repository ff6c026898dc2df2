"""The first start: what this is, three steps, and a sample company with one click."""

import streamlit as st

from salesplan.store import Store
from salesplan.text import t


def draw(store: Store) -> None:  # noqa: ARG001
    """Invite to load files or the sample company."""
    st.subheader(t("pages.import"))
