"""Speech: a key, its blanks, the language of the thread."""

from threading import Thread

import pytest

from salesplan.errors import BadPeriod, UnknownText
from salesplan.text import Sentence, language, say, speak, speaking, t


def test_a_text_comes_in_the_language_spoken():
    with speaking("zh"):
        assert t("column.short_month", month=7, name="Jul") == "7月"
    with speaking("en"):
        assert t("column.short_month", month=7, name="Jul") == "Jul"


def test_an_error_is_one_sentence_with_what_was_found():
    with speaking("en"):
        assert say(BadPeriod(found="Q9")).startswith("“Q9” is not a period.")


def test_a_sentence_may_hold_a_sentence():
    inner = Sentence("column.month", {"year": 2026, "month": 7, "name": "Jul"})

    with speaking("zh"):
        assert say(Sentence("column.points", {"figure": inner})) == "2026年7月 个百分点"


def test_a_missing_text_is_named():
    with pytest.raises(UnknownText) as caught:
        t("column.nowhere")

    assert caught.value.values == {"text": "column.nowhere"}


def test_one_thread_does_not_change_the_language_of_another():
    with speaking("en"):
        thread = Thread(target=speak, args=("zh",))
        thread.start()
        thread.join()

        assert language() == "en"


def test_a_language_that_we_lack_falls_back_to_english():
    with speaking("zh"):
        speak("fr")

        assert language() == "en"
