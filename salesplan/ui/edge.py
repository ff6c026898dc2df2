"""The edge: what a person sees when something went wrong. One calm sentence, never a traceback."""

import logging
import secrets

import streamlit as st

from salesplan.errors import SalesplanError
from salesplan.text import say, t
from salesplan.ui.plain import escape

_log = logging.getLogger("salesplan")


def show(error: Exception) -> bool:
    """Show an error in one sentence; a bug goes to the log under the number that is shown."""
    if isinstance(error, SalesplanError):
        _log.warning("%s", error)
        st.warning(escape(say(error)), icon=":material/info:")
    else:
        number = secrets.token_hex(4)
        _log.error("error %s", number, exc_info=error)
        st.error(t("frame.bug", number=number), icon=":material/error:")
    return True
