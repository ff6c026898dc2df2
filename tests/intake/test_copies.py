"""Two sheets of one workbook with the same rows are loaded once."""

from salesplan.text import say, speaking

ROWS = [["日期", "客户", "金额"], ["2026-03-01", "甲", 5], ["2026-03-02", "乙", 6]]
COPY = [["2026年销售"], ["客户", "日期", "金额"], ["乙", "2026-03-02", 6], ["甲", "2026-03-01", 5]]


def test_a_copy_of_an_earlier_sheet_is_left_out_in_whatever_order_its_rows_are(sheets):
    drafts = sheets({"2026": ROWS, "2026 (2)": COPY})

    assert [(d.sheet, d.status) for d in drafts] == [("2026", "ready"), ("2026 (2)", "skipped")]
    assert say(drafts[1].reason).startswith("repeats the rows of the sheet 2026, ")
    with speaking("zh"):
        assert say(drafts[1].reason).startswith("这张表与工作表“2026”的数据行相同")


def test_a_copy_that_is_chosen_by_name_is_loaded(sheets, told):
    _, chosen = sheets({"2026": ROWS, "2026 (2)": COPY}, sheet="2026 (2)")

    assert (chosen.status, told(chosen)) == ("ready", (2, 2, 0, 0))


def test_a_sheet_that_differs_in_one_cell_is_no_copy(sheets):
    other = [ROWS[0], ["2026-03-01", "丙", 5], ROWS[2]]
    drafts = sheets({"1": ROWS, "2": other})

    assert [draft.status for draft in drafts] == ["ready", "ready"]


def test_a_copy_of_a_hidden_sheet_is_loaded(sheets):
    drafts = sheets({"说明": [["说明"]], "old": ROWS, "2026": ROWS}, hidden=("old",))

    assert [draft.status for draft in drafts] == ["skipped", "skipped", "ready"]


def test_a_copy_is_not_asked_about_a_second_time(sheets):
    rows = [["Date", "Customer", "Amount"], ["03/05/2026", "A", 5], ["04/05/2026", "B", 6]]
    drafts = sheets({"2026": rows, "2026 (2)": [["Sales"], *rows], "more": [*rows, rows[1]]})

    assert [(draft.status, draft.question) for draft in drafts] == [
        ("needs_answer", "date_order"),
        ("skipped", None),
        ("needs_answer", "date_order"),
    ]


def test_targets_and_lists_of_reps_are_compared_too(sheets):
    targets = [["姓名", "2026-01", "2026-02"], ["张三", 5, 6]]
    reps = [["姓名", "团队", "入职日期", "生效日期"], ["张三", "一队", "2020-01-01", "2026-01-01"]]
    drafts = sheets({"目标": targets, "目标 (2)": targets, "名单": reps, "名单 (2)": reps})

    assert [draft.status for draft in drafts] == ["ready", "skipped", "ready", "skipped"]
