"""What the reader has chosen: kept in the session, written in the URL by stable codes.

Streamlit's own bind="query-params" would carry translated labels, so this is our own: the session
is seeded from the URL, every choice is written to both, and a change of page keeps it.
"""

import time

import streamlit as st

NAMES = ("period", "as_of", "region", "team", "rep", "product", "channel", "by", "rows", "lang")
# A slow browser still sends the old URL for a moment after a click; later a difference is the
# reader's doing (Back, or a link followed).
_LAG = 2.0
_CHOSEN, _WRITTEN, _PAGE = "chosen", "chosen_written", "chosen_on_page"
Choices = dict[str, tuple[str, ...]]


def all_of(name: str) -> tuple[str, ...]:
    """Give the codes chosen under a name."""
    return _chosen().get(name, ())


def one(name: str) -> str | None:
    """Give the code chosen under a name, or None."""
    return next(iter(all_of(name)), None)


def put(name: str, *codes: str) -> None:
    """Choose codes under a name; none clears it."""
    chosen = {key: value for key, value in _chosen().items() if key != name}
    _keep({**chosen, name: codes} if codes else chosen)
    _write()


def adopt(page: str) -> None:
    """Bring session and URL together at the start of a run: a link wins, a new page keeps."""
    asked = _in_url()
    if page != st.session_state.get(_PAGE):
        _keep({**_chosen(), **asked})
    elif asked != _chosen() and time.monotonic() - st.session_state.get(_WRITTEN, 0) > _LAG:
        _keep(asked)
    st.session_state[_PAGE] = page
    _write()


def _chosen() -> Choices:
    if _CHOSEN not in st.session_state:
        _keep(_in_url())
    chosen: Choices = st.session_state[_CHOSEN]
    return chosen


def _keep(chosen: Choices) -> None:
    st.session_state[_CHOSEN] = chosen


def _in_url() -> Choices:
    given = {name: tuple(st.query_params.get_all(name)) for name in NAMES}
    return {name: codes for name, codes in given.items() if any(codes)}


def _write() -> None:
    """Write the choices into the URL where they differ; other parameters stay."""
    asked, chosen = _in_url(), _chosen()
    if asked == chosen:
        return
    for name in asked.keys() - chosen.keys():
        del st.query_params[name]
    for name, codes in chosen.items():
        if codes != asked.get(name):
            st.query_params[name] = list(codes)
    st.session_state[_WRITTEN] = time.monotonic()
