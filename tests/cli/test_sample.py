"""sample: the sample company's workbooks."""

from pathlib import Path

TODAY = ("--today", "2026-11-24")


def test_it_names_the_files_that_it_wrote(salesplan, tmp_path):
    arguments = ("--reps", 3, "--rows", 90, "--language", "zh", "--json", *TODAY)
    answer = salesplan("sample", tmp_path / "s", *arguments)
    files = [Path(file) for file in answer.json["files"]]

    assert answer.code == 0
    assert len(files) == 41
    assert all(file.exists() for file in files)
    assert files[0].name == "人员名单.xlsx"


def test_the_language_is_the_systems_unless_told(salesplan, tmp_path):
    small = ("--reps", 1, "--rows", 1, "--json", *TODAY)

    english = salesplan("sample", tmp_path / "en", *small).json["files"]
    chinese = salesplan("sample", tmp_path / "zh", *small, LC_ALL="zh_CN.UTF-8").json["files"]

    assert Path(english[0]).name == "reps.xlsx"
    assert Path(chinese[0]).name == "人员名单.xlsx"


def test_a_folder_that_cannot_be_written_is_named(salesplan, tmp_path):
    (tmp_path / "file").write_text("")

    answer = salesplan("sample", tmp_path / "file" / "inside", *TODAY)

    assert answer.code == 2
    assert answer.err.startswith("Nothing can be written to ")
    assert answer.err.count("\n") == 1


def test_nobody_sells_for_a_company_without_reps(salesplan, tmp_path):
    answer = salesplan("sample", tmp_path, "--reps", 0, LC_ALL="zh_CN.UTF-8")

    assert answer.code == 2
    assert "“0”不是大于零的整数" in answer.err
