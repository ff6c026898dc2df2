"""The frame around every page: language, menu, logo, and the page that was asked for."""

from pathlib import Path

import streamlit as st

from salesplan.errors import SalesplanError
from salesplan.text import t
from salesplan.ui import edge, state, tongue

ROOT = Path(__file__).parents[2]
ART = Path(__file__).parent / "static"
SIDEBAR = 236
_STYLE = ART / "quiet.css"


def run(contents: dict[str, dict[str, str]]) -> None:
    """Draw the frame and run the page that was asked for."""
    st.set_page_config(
        page_title="Salesplan",
        page_icon=ART / "icon.svg",
        layout="wide",
        initial_sidebar_state=SIDEBAR,
    )
    st.html(_STYLE)
    tongue.speak()
    page = st.navigation(menu(contents), expanded=True)
    state.adopt(page.url_path)
    if not page.url_path:
        st.switch_page(path(*_places(contents)[0]))
    st.logo(ART / "logo.svg", size="large", icon_image=ART / "icon.svg")
    with st.sidebar:
        tongue.switch()
    try:
        page.run()
    except SalesplanError as error:
        edge.show(error)


def menu(contents: dict[str, dict[str, str]]) -> dict[str, list[st.Page]]:
    """List the pages by section, in the language that is spoken.

    The bare address has a page of its own, not shown, that leads to the first: so each page has
    one address, and a link to it stays right when another page comes first.
    """
    sections = {
        t(f"pages.{section}"): [_page(section, name, icon) for name, icon in pages.items()]
        for section, pages in contents.items()
    }
    home = st.Page(_nowhere, default=True, visibility="hidden")
    return {"": [home], **sections}


def _nowhere() -> None:
    """Show nothing: the bare address leads on."""


def _places(contents: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    """List section and name of every page."""
    return [(section, name) for section, pages in contents.items() for name in pages]


def _page(section: str, name: str, icon: str) -> st.Page:
    return st.Page(path(section, name), title=t(f"pages.{name}"), icon=icon, url_path=name)


def path(section: str, name: str) -> Path:
    """Find a page's file; `import` is a word of Python's, so its file ends in an underscore."""
    plain = ROOT / "pages" / section / f"{name}.py"
    return plain if plain.exists() else plain.with_stem(f"{name}_")
