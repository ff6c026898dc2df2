"""The only package that knows Streamlit: the frame, the parts of a page, and what it remembers.

A page says `from salesplan import ui` and finds here all that it may use. The names are looked up
when first used, because app.py imports from this package too and must be up before pandas is.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesplan.ui.asked import ask, asking, divisions, finest
    from salesplan.ui.drawer import Drill
    from salesplan.ui.page import begin, begin_plain, caption, choose, stop
    from salesplan.ui.parts import (
        card,
        chart,
        clickable,
        few_or_all,
        figures,
        headline,
        side_by_side,
        warn,
        word,
    )
    from salesplan.ui.plain import escape
    from salesplan.ui.tables import table
    from salesplan.ui.tongue import fragment

_HOMES = {
    "ask": "asked",
    "asking": "asked",
    "begin": "page",
    "begin_plain": "page",
    "caption": "page",
    "card": "parts",
    "chart": "parts",
    "choose": "page",
    "clickable": "parts",
    "divisions": "asked",
    "Drill": "drawer",
    "escape": "plain",
    "few_or_all": "parts",
    "figures": "parts",
    "finest": "asked",
    "fragment": "tongue",
    "headline": "parts",
    "side_by_side": "parts",
    "stop": "page",
    "table": "tables",
    "warn": "parts",
    "word": "parts",
}
__all__ = [
    "Drill",
    "ask",
    "asking",
    "begin",
    "begin_plain",
    "caption",
    "card",
    "chart",
    "choose",
    "clickable",
    "divisions",
    "escape",
    "few_or_all",
    "figures",
    "finest",
    "fragment",
    "headline",
    "side_by_side",
    "stop",
    "table",
    "warn",
    "word",
]


def __getattr__(name: str) -> object:
    """Find a name in the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"salesplan.ui.{_HOMES[name]}"), name)
