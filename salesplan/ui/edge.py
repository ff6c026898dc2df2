"""The edge: what a person sees when something went wrong. One calm sentence, never a traceback."""

import logging
import secrets

import streamlit as st

from salesplan.errors import Bug, SalesplanError
from salesplan.text import say
from salesplan.ui import tongue
from salesplan.ui.plain import escape

_log = logging.getLogger("salesplan")


def show(error: Exception) -> bool:
    """Show an error in one sentence, and tell Streamlit that it need not."""
    tongue.speak()
    ours = known(error)
    if isinstance(ours, Bug):
        st.error(escape(say(ours)), icon=":material/error:")
    else:
        st.warning(escape(say(ours)), icon=":material/info:")
    return True


def known(error: Exception) -> SalesplanError:
    """Give an error of ours as it is; any other is a bug, logged under the number that it shows."""
    if isinstance(error, SalesplanError):
        _log.info("%s", error)
        return error
    number = secrets.token_hex(4)
    _log.error("error %s", number, exc_info=error)
    return Bug(number=number)
