"""Callbacks: they run before the page does, and speak its language all the same."""

import ast
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "salesplan" / "ui"
EVENTS = {"on_click", "on_change", "on_select", "on_dismiss"}


def given(path):
    """What a module gives to the events of its widgets."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return [word.value for call in calls for word in call.keywords if word.arg in EVENTS]


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.stem)
def test_each_speaks_the_readers_language_first(path):
    asked = [ast.unparse(what) for what in given(path) if not isinstance(what, ast.Constant)]

    assert [one for one in asked if not one.removeprefix("tongue.").startswith("spoken(")] == []
