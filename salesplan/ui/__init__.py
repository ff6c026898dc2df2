"""The only package that knows Streamlit: the frame, the parts of a page, and what it remembers.

A page says `from salesplan import ui` and finds here all that it may use. The names are looked up
when first used, because app.py imports from this package too and must be up before pandas is.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesplan.ui.page import begin, begin_plain, caption, choose
    from salesplan.ui.plain import escape
    from salesplan.ui.tongue import fragment

_HOMES = {
    "begin": "page",
    "begin_plain": "page",
    "caption": "page",
    "choose": "page",
    "escape": "plain",
    "fragment": "tongue",
}
__all__ = ["begin", "begin_plain", "caption", "choose", "escape", "fragment"]


def __getattr__(name: str) -> object:
    """Find a name in the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"salesplan.ui.{_HOMES[name]}"), name)
