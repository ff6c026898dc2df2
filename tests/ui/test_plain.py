"""Words of others in Markdown: they stay words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesplan.ui.plain import escape

MARKS = "\\`*_{}[]()<>#+-.!|~$:&@"


@pytest.mark.parametrize(
    "words", ["![x](http://evil/x.png)", "<iframe srcdoc=x>", "# big", ":material/home:", "$x^2$"]
)
def test_markup_loses_its_meaning(words):
    assert not re.search(r"(?<!\\)[\[\]<>#:$!]", escape(words))


@given(st.text())
def test_every_mark_is_escaped_and_nothing_is_lost(words):
    plain = escape(words)

    assert not re.search(rf"(?<!\\)(?:\\\\)*[{re.escape(MARKS[1:])}]", plain)
    assert re.sub(r"\\(.)", r"\1", plain) == re.sub(r"\s+", " ", words).strip()


def test_several_lines_become_one():
    assert escape("a\n\n# b") == r"a \# b"
