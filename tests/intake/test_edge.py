"""The edge of intake: what nobody foresaw ends one file, never the others."""

import sys

import pytest

from salesplan.intake.ahead import examine_all
from salesplan.text import say, speaking

EDGE = sys.modules["salesplan.intake.examine"]  # the package gives its function that name


@pytest.fixture
def stumbling(monkeypatch):
    """A recogniser that fails at a file named bad."""

    def recognise(sheet, file, answers, known=EDGE.recognise):
        return 1 // 0 if file == "bad" else known(sheet, file, answers)

    monkeypatch.setattr(EDGE, "recognise", recognise)


@pytest.mark.usefixtures("stumbling")
def test_a_failure_that_nobody_foresaw_refuses_its_file_and_the_others_go_on(tmp_path, caplog):
    paths = [tmp_path / "bad.csv", tmp_path / "good.csv"]
    for path in paths:
        path.write_text("日期,客户,金额\n2026-03-01,甲,5\n", encoding="utf-8")
    bad, good = [examined for _, examined in examine_all(paths)]

    assert (bad.status, bad.tables, good.status) == ("refused", (), "read")
    assert "something unforeseen happened while bad.csv was read" in say(bad.reason)
    assert "ZeroDivisionError" in caplog.text
    with speaking("zh"):
        assert say(bad.reason).startswith("读取“bad.csv”时出现了意料之外的问题")
