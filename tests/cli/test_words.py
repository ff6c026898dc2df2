"""How the command line speaks."""

import pytest

from salesplan.__main__ import tongue
from salesplan.commands.outcome import in_columns


@pytest.mark.parametrize(
    ("arguments", "environment", "spoken"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "SALESPLAN_LANGUAGE": "zh"}, "zh"),
        ([], {"SALESPLAN_LANGUAGE": "auto", "LANG": "zh_CN"}, "zh"),
        (["check", "--language", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["check", "--language=zh"], {}, "zh"),
        (["check", "--language"], {}, "en"),
    ],
)
def test_it_speaks_as_asked_else_as_the_system_does(arguments, environment, spoken):
    assert tongue(arguments, environment) == spoken


def test_columns_are_as_wide_as_they_look():
    table = in_columns(["成员", "实际"], [["张三", "1,200.00"], ["Ann", "7.00"]])

    assert table == "成员      实际\n张三  1,200.00\nAnn       7.00"


@pytest.mark.parametrize("command", ["import", "batches", "undo", "measure", "sample", "check"])
def test_every_command_explains_itself(salesplan, command):
    answer = salesplan(command, "--help")

    assert answer.code == 0
    assert "--db PATH" in answer.out
    assert "--json" in answer.out


def test_help_speaks_chinese(salesplan):
    assert "撤销一个批次" in salesplan("--help", LANG="zh_CN.UTF-8", LC_ALL="").out
