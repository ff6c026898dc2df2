"""The edge: an error is one sentence on the page."""

import re

from streamlit.testing.v1 import AppTest

BREAKS = """
from salesplan.ui import edge
edge.show(ZeroDivisionError("the secret bonus of Ann"))
"""
SPEAKS = """
from salesplan import text
from salesplan.errors import BadPeriod
from salesplan.ui import edge
text.speak("en")
edge.show(BadPeriod(found="soon"))
"""
REFUSES = """
from salesplan.errors import BadPeriod
from salesplan.ui import edge
edge.show(BadPeriod(found="![x](http://evil)"))
"""


def test_a_bug_shows_a_number_and_nothing_of_the_data():
    app = AppTest.from_string(BREAKS).run()

    assert not app.exception
    assert app.error[0].value
    assert "bonus" not in app.error[0].value


def test_an_error_speaks_the_language_of_the_reader():
    app = AppTest.from_string(SPEAKS)
    app.query_params["lang"] = "zh"

    assert re.search("[\u4e00-\u9fff]", app.run().warning[0].value)


def test_an_error_of_ours_shows_its_sentence_as_text():
    app = AppTest.from_string(REFUSES).run()

    assert "evil" in app.warning[0].value
    assert "](" not in app.warning[0].value.replace("\\](", "")
