"""The files of the sample company."""

import csv
import hashlib
from datetime import date

import openpyxl
import pytest

from salesplan.sample import write

TODAY = date(2026, 11, 24)


def digests(files):
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


def cells(file, sheet=None):
    book = openpyxl.load_workbook(file, data_only=True)
    return list((book[sheet] if sheet else book.active).iter_rows(values_only=True))


def test_files_come_in_the_order_to_load_them(chinese):
    names = [file.name for file in chinese]

    assert names[:5] == [
        "人员名单.xlsx",
        "客户名单.xlsx",
        "销售目标.xlsx",
        "2025年下半年目标调整.xlsx",
        "销售订单_2023-11.xlsx",
    ]
    assert names[-2:] == ["销售订单_2026-10.xlsx", "客户满意度调查.csv"]
    assert len(names) == 41


def test_the_same_seed_gives_the_same_bytes(tmp_path, english):
    again = write(tmp_path, language="en", reps=24, today=TODAY)

    assert digests(again) == digests(english)


def test_another_seed_gives_another_company(tmp_path, english):
    other = write(tmp_path, language="en", reps=24, seed=8, today=TODAY)

    assert not set(digests(other)) & set(digests(english))


@pytest.mark.parametrize(("today", "last"), [("2026-01-15", "2025-12"), ("2026-12-31", "2026-11")])
def test_it_ends_with_the_month_before_todays(tmp_path, today, last):
    files = write(tmp_path, language="en", reps=1, today=date.fromisoformat(today))

    assert files[-2].name == f"orders-{last}.xlsx"


def test_one_rep_and_one_line_are_enough(tmp_path):
    files = write(tmp_path, language="zh", reps=1, rows=1, today=TODAY)

    assert len(files) == 41


def test_the_plan_has_a_title_a_unit_merged_teams_and_totals_that_agree(chinese):
    rows = cells(chinese[2], "2025年")
    members = [row for row in rows[3:] if row[2] not in (None, "小计")]

    assert rows[0][0] == "启明自动化2025年度销售目标"
    assert rows[1][0].startswith("单位：万元")
    assert rows[2][:4] == ("大区", "团队", "姓名", "1月")
    assert rows[-1][0] == rows[2][-1] == "合计"
    assert rows[-1][-1] == pytest.approx(sum(value or 0 for row in members for value in row[3:-1]))
    assert any(row[0] is None for row in members)


def test_the_revision_plans_the_second_half_anew(english):
    rows = cells(english[3], "2025")

    assert rows[2] == ("Region", "Team", "Rep", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Total")


def test_a_handful_of_cells_cannot_be_read(chinese):
    last = cells(chinese[-2])
    before = cells(chinese[-3])

    assert "2026-13-45" in [row[1] for row in last]
    assert {"待定", None} <= {row[8] for row in last}
    assert "#N/A" in [row[8] for row in before]


def test_chinese_answers_are_words_in_gb18030(chinese):
    rows = list(csv.DictReader(chinese[-1].read_text(encoding="gb18030").splitlines()))

    assert {row["总体满意度"] for row in rows} >= {"非常满意", "满意", "一般"}


def test_english_answers_are_scores_in_utf_8(english):
    rows = list(csv.DictReader(english[-1].read_text(encoding="utf-8").splitlines()))

    assert {row["Overall Satisfaction (1-5)"] for row in rows} == {"1", "2", "3", "4", "5"}


def test_many_lines_are_written_as_text(tmp_path):
    files = write(tmp_path, language="zh", reps=3, rows=220_000, today=TODAY)
    months = [file.read_text(encoding="utf-8-sig").splitlines() for file in files[4:-1]]

    assert files[4].name == "销售订单_2023-11.csv"
    assert sum(len(month) - 1 for month in months) == 220_000 + 5
    assert months[-1][0].startswith("销售订单编号,下单日期")
