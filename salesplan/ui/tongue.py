"""The language of a session: from the URL, else the settings, else the browser; and its switch."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar, overload

import streamlit as st

from salesplan import text
from salesplan.ui import state

_WORDS = {"zh": "中文", "en": "English"}
Drawing = TypeVar("Drawing", bound=Callable[..., object])
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def speak() -> None:
    """Speak the reader's language for the rest of this run (or of this fragment's run)."""
    text.speak(language())


def language() -> str:
    """Give the reader's language: "zh" or "en"."""
    chosen = state.one("lang") or st.session_state.get("house_language", "auto")
    return chosen if chosen in text.LANGUAGES else from_browser()


def house(chosen: str) -> None:
    """Take the house's language, from the settings, for who has chosen none."""
    st.session_state["house_language"] = chosen
    speak()


def from_browser() -> str:
    """Guess the language from the browser's locale; Chinese where it says nothing."""
    return "zh" if (st.context.locale or "zh").lower().startswith("zh") else "en"


def switch() -> None:
    """Let the reader choose between the languages."""
    st.session_state["_lang"] = language()
    st.segmented_control(
        text.t("frame.language"),
        text.LANGUAGES,
        key="_lang",
        format_func=_WORDS.__getitem__,
        label_visibility="collapsed",
        required=True,
        width="stretch",
        on_change=spoken(_switched),
    )


def spoken(callback: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Make a callback that speaks the reader's language: it runs before the page does."""

    def speaking(*given: Given.args, **named: Given.kwargs) -> Answer:
        speak()
        return callback(*given, **named)

    return speaking


def _switched() -> None:
    state.put("lang", st.session_state["_lang"])
    speak()


@overload
def fragment(function: Drawing) -> Drawing: ...
@overload
def fragment(*, run_every: float) -> Callable[[Drawing], Drawing]: ...
def fragment(
    function: Callable[..., object] | None = None, *, run_every: float | None = None
) -> object:
    """Make a fragment that speaks the reader's language, also when it runs alone."""
    if function is None:
        return functools.partial(_fragment, run_every=run_every)
    return _fragment(function, run_every=run_every)


def _fragment(function: Callable[..., object], *, run_every: float | None) -> object:
    @st.fragment(run_every=run_every)
    @functools.wraps(function)
    def speaking(*given: object, **named: object) -> object:
        speak()
        return function(*given, **named)

    return speaking
