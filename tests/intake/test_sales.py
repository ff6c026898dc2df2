"""Sheets of sales, orders and deals, as people keep them."""

import pytest

from salesplan.intake import examine
from salesplan.periods import Period
from salesplan.text import say, speaking


def test_titles_notes_marks_and_merged_cells_are_seen_through(sheets, loaded, told, notes):
    rows = [
        ["2026年3月销售明细"],
        ["单位：万元　制表：销售部"],
        [None],
        ["大区", "日期*", "负责人(必填)", "客户\n名称", "销售额"],
        ["华东", "2026/3/5", "张三", "甲", 1.5],
        [None, "2026-03-06", "李四", "乙", "2"],
        ["华北", "2026年3月8日", None, "丙", "(0.5)"],
        ["合计", None, None, None, 3],
        ["备注：不含退货"],
    ]
    (draft,) = sheets({"3月": rows}, merges=[(5, 1, 6, 1)])

    assert (draft.status, draft.header_row, draft.unit, told(draft)) == (
        "ready",
        4,
        "wan",
        (5, 3, 0, 2),
    )
    assert loaded(draft, "source_row", "sold_on", "region", "rep", "customer", "amount") == [
        "5 2026-03-05 华东 张三 甲 15000",
        "6 2026-03-06 华东 李四 乙 20000",
        "7 2026-03-08 华北 - 丙 -5000",
    ]
    assert notes(draft) == ["scaled", "left_out_total", "left_out_remark", "total_agrees"]


def test_a_total_that_differs_from_its_rows_is_pointed_out(lines):
    (draft,) = lines("日期,客户,金额", "2026-03-01,甲,5", "2026-03-02,乙,6", "合计,,12")

    assert say(draft.notes[-1]) == "total row 4 says 12, but its rows add up to 11"


def test_subtotals_are_checked_against_their_own_rows(lines, notes, told):
    (draft,) = lines(
        "日期,区域,金额",
        "2026-03-01,华东,5",
        "2026-03-02,华东,6",
        ",华东小计,11",
        "2026-03-02,华北,7",
        ",华北小计,7",
        ",总计,18",
    )

    assert told(draft) == (6, 3, 0, 3)
    assert notes(draft) == ["left_out_total", "total_agrees"]


def test_a_customer_named_total_is_a_customer(lines, told):
    (draft,) = lines("日期,客户,订单号,金额", "2026-03-01,Total,1,5", "2026-03-02,乙,2,6")

    assert told(draft) == (2, 2, 0, 0)


def test_a_header_that_is_repeated_is_no_row(lines, told, notes):
    (draft,) = lines("日期,客户,金额", "2026-03-01,甲,5", "日期,客户,金额", "2026-03-02,乙,6")

    assert (told(draft), notes(draft)) == ((3, 2, 0, 1), ["left_out_repeated_header"])


def test_a_second_table_further_down_is_not_mixed_in(sheets, told, notes):
    rows = [
        ["日期", "客户", "金额"],
        ["2026-03-01", "甲", 5],
        [None],
        ["费用"],
        ["费用类型", "部门", "占比"],
        ["差旅", "A", 0.2],
    ]
    (draft,) = sheets({"Sheet1": rows})

    assert (told(draft), notes(draft)) == ((4, 1, 0, 3), ["left_out_other_table"])


def test_each_rejected_row_names_its_cell_and_says_what_to_do(lines, rejected):
    (draft,) = lines(
        "日期,客户,数量,金额",
        "2026-03-01,甲,1,待定",
        "暂无,乙,1,6",
        "2026-02-30,丙,1,7",
        "2026-03-01,丁,x,8",
        "2026-03-01,戊,1,#REF!",
        "2026-03-01,己,1,5",
        "2026-03-01,庚,1,1e15",
    )

    assert rejected(draft) == [
        (2, "金额", "待定", "not_a_number"),
        (3, "日期", "暂无", "missing"),
        (4, "日期", "2026-02-30", "not_a_date"),
        (5, "数量", "x", "not_a_number"),
        (6, "金额", "#REF!", "error_cell"),
        (8, "金额", "1e15", "too_large"),
    ]
    assert (
        say(draft.parcel.rejected[0].reason)
        == "“待定” in “金额” is not a number: write it as 1234.50"
    )
    assert draft.parcel.rejected[0].cells == {
        "日期": "2026-03-01",
        "客户": "甲",
        "数量": "1",
        "金额": "待定",
    }


def test_an_order_of_day_and_month_is_proved_by_any_day_of_the_file(lines, loaded):
    (draft,) = lines("Date,Customer,Amount", "05/03/2026,A,1", "16/03/2026,B,2")

    assert loaded(draft, "sold_on") == ["2026-03-05", "2026-03-16"]


def test_years_of_two_digits_follow_the_order_of_their_file(lines, loaded):
    (proved,) = lines("Date,Customer,Amount", "3/5/26,A,1", "3/16/26,B,2")
    (asked,) = lines("Date,Customer,Amount", "3/5/26,A,1")

    assert loaded(proved, "sold_on") == ["2026-03-05", "2026-03-16"]
    assert (asked.question, asked.parcel) == ("date_order", None)


def test_years_of_two_digits_that_may_come_first_are_asked_about(lines, loaded):
    (asked,) = lines("Date,Customer,Amount", "26/03/05,A,1", "26/03/17,B,2")
    (proved,) = lines("Date,Customer,Amount", "25/03/26,A,1", "27/03/26,B,2")

    assert asked.question == "date_order"
    assert "26/03/05" in say(asked.reason)
    assert loaded(proved, "sold_on") == ["2026-03-25", "2026-03-27"]


def test_an_order_that_nothing_proves_is_asked_once_and_taken(lines, loaded):
    rows = ("Date,Customer,Amount", "05/03/2026,A,1", "06/03/2026,B,2")
    (asked,) = lines(*rows)
    (told,) = lines(*rows, date_order="mdy")

    assert (asked.status, asked.question, asked.parcel) == ("needs_answer", "date_order", None)
    assert "05/03/2026" in say(asked.reason)
    assert loaded(told, "sold_on") == ["2026-05-03", "2026-06-03"]


def test_orders_that_contradict_each_other_are_asked_about(lines, rejected):
    rows = ("Date,Customer,Amount", "05/13/2026,A,1", "16/03/2026,B,2")
    (asked,) = lines(*rows)
    (told,) = lines(*rows, date_order="dmy")

    assert (asked.question, asked.reason.key) == ("date_order", "intake.orders_differ")
    assert rejected(told) == [(2, "Date", "05/13/2026", "not_a_date")]


def test_months_without_a_year_take_it_from_a_column_or_a_name_or_ask(lines, loaded):
    (by_column,) = lines("年份,月份,区域,销售额", "2026,1,华东,5", "2027,2月,华东,6")
    (by_name,) = lines("月份,区域,销售额", "1月,华东,5", name="2026年销售.csv")
    (asked,) = lines("月份,区域,销售额", "1月,华东,5")

    assert loaded(by_column, "sold_on") == ["2026-01-01", "2027-02-01"]
    assert loaded(by_name, "sold_on") == ["2026-01-01"]
    assert (asked.question, asked.reason.key) == ("period", "intake.which_year_of_days")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("sales_9_2022.csv", "2022-09-01"),
        ("2026年3月销售.csv", "2026-03-01"),
        ("sales-2026-03.csv", "2026-03-01"),
        ("Sales March 2026.csv", "2026-03-01"),
        ("202603.csv", "2026-03-01"),
    ],
)
def test_a_sheet_without_days_takes_the_month_that_its_file_is_named_for(
    lines, loaded, notes, name, day
):
    (draft,) = lines("客户,销售额", "甲,5", "合计,5", name=name)

    assert loaded(draft, "sold_on", "amount") == [f"{day} 5"]
    assert notes(draft)[0] == "period_taken"


@pytest.mark.parametrize(
    "name", ["sales.csv", "Deals_2026_05_28.csv", "2026年销售.csv", "2026Q1销售.csv"]
)
def test_a_sheet_without_days_or_a_month_asks_for_its_period(lines, loaded, name):
    (asked,) = lines("客户,销售额", "甲,5", name=name)
    (told,) = lines("客户,销售额", "甲,5", name=name, period=Period.month(2026, 4))

    assert (asked.status, asked.question) == ("needs_answer", "period")
    assert loaded(told, "sold_on") == ["2026-04-01"]


def test_a_profit_gives_the_cost(lines, loaded):
    (draft,) = lines("日期,产品,销售额,毛利", "2026-03-01,A,100,30.5")

    assert loaded(draft, "amount", "cost") == ["100 69.5"]


def test_quantity_times_price_is_the_amount_where_there_is_none(lines, loaded, notes):
    (draft,) = lines("Date,Product,Qty,Unit Price", "2026-03-01,A,3,10.55555", "2026-03-02,B,2,5")

    assert loaded(draft, "quantity", "amount") == ["3 31.6668", "2 10"]
    assert notes(draft) == ["rounded"]


def test_ids_keep_their_zeros_and_all_their_digits(lines, loaded):
    (draft,) = lines("订单号,日期,客户编号,金额", "123456789012345678,2026-03-01,0012,5")

    assert loaded(draft, "order_id", "customer") == ["123456789012345678 0012"]


def test_decimals_with_a_comma_are_seen_in_the_column(lines, loaded):
    (draft,) = lines(
        "No;Date;Customer;Amount",
        "1;2026-01-01;A;1.234,50",
        "2;2026-01-02;A;1.234",
        "3;2026-01-02;A;12,5",
    )

    assert loaded(draft, "amount") == ["1234.5", "1234", "12.5"]


def test_an_error_in_a_text_is_empty_and_said(sheets, loaded, notes):
    (draft,) = sheets({"a": [["日期", "负责人", "金额"], ["2026-03-01", "#REF!", 5]]})

    assert (loaded(draft, "rep"), notes(draft)) == (["-"], ["errors_emptied"])


def test_an_error_where_nothing_is_required_is_empty_and_its_row_is_named(sheets, loaded, told):
    rows = [
        ["日期", "负责人", "数量", "单价", "毛利", "金额"],
        ["2026-03-01", "甲", 1, "#DIV/0!", "#REF!", 5],
        ["2026-03-02", "乙", 2, 3, 1, 6],
        ["2026-03-03", "丙", "#VALUE!", "#REF!", 2, 7],
    ]
    (draft,) = sheets({"a": rows})

    assert told(draft) == (3, 3, 0, 0)
    assert loaded(draft, "quantity", "amount", "cost") == ["1 5 -", "2 6 5", "- 7 5"]
    assert [say(note) for note in draft.notes] == [
        "数量: error cells (#VALUE!) read as empty: 1; rows: 4",
        "单价: error cells (#DIV/0!, #REF!) read as empty: 2; rows: 2, 4",
        "毛利: error cells (#REF!) read as empty: 1; rows: 2",
    ]
    with speaking("zh"):
        assert say(draft.notes[0]) == "“数量”有 1 个错误单元格（#VALUE!），已当作空白；行：4"


def test_an_error_in_what_makes_the_amount_rejects_its_row(lines, rejected):
    (draft,) = lines(
        "日期,产品,数量,单价",
        "2026-03-01,A,1,#DIV/0!",
        "2026-03-01,B,#REF!,2",
        "2026-03-01,C,,2",
        "2026-03-01,D,9999999999,9999999999",
        "2026-03-01,E,3,2",
    )

    assert rejected(draft) == [
        (2, "单价", "#DIV/0!", "error_cell"),
        (3, "数量", "#REF!", "error_cell"),
        (4, "数量", None, "missing"),
        (5, "单价", "9999999999", "too_large"),
    ]


def test_a_sheet_that_adds_up_another_is_left_out(sheets):
    detail = [["日期", "区域", "销售额"], ["2026-03-01", "华东", 5], ["2026-03-02", "华北", 6]]
    drafts = sheets(
        {"明细": detail, "汇总": [["区域", "销售额"], ["华东", 5], ["华北", 6], ["合计", 11]]},
        name="2026年3月.xlsx",
    )

    assert [(d.sheet, d.status) for d in drafts] == [("明细", "ready"), ("汇总", "skipped")]
    assert say(drafts[1].reason).startswith(
        "this sheet adds up the sheet 明细 (the amounts come to the same 11)"
    )


def test_estimates_are_not_taken_for_sales(lines):
    (draft,) = lines("Month,Region,Amount", "2026-01,East,5", name="sales forecast.csv")

    assert (draft.status, draft.question, draft.reason.key) == (
        "needs_answer",
        "kind",
        "intake.estimates",
    )


def test_months_across_are_sales_when_the_name_says_so(lines, loaded):
    (draft,) = lines("Rep,2026-01,2026-02", "Ann,1,2", "Bob,,3", name="monthly sales.csv")

    assert draft.layout == "wide"
    assert loaded(draft, "rep", "sold_on", "amount", "source_column") == [
        "Ann 2026-01-01 1 2026-01",
        "Ann 2026-02-01 2 2026-02",
        "Bob 2026-02-01 3 2026-02",
    ]


def test_the_same_headers_in_another_order_are_the_same_source(lines):
    (one,) = lines("日期,客户,金额(元)", "2026-03-01,甲,5")
    (two,) = lines("客户,金额,日期*", "甲,5,2026-03-01")
    (other,) = lines("日期,客户,金额,备注", "2026-03-01,甲,5,x")

    assert one.parcel.source == two.parcel.source != other.parcel.source


@pytest.mark.parametrize(
    ("mark", "encoding", "note"),
    [
        (",", "gb18030", ["the text was read as GB18030, its columns parted by commas"]),
        (",", "utf-16", ["the text was read as UTF-16-LE, its columns parted by commas"]),
        ("\t", "utf-8", ["the text was read as UTF-8, its columns parted by tabs"]),
        (",", "utf-8", []),
        (",", "utf-8-sig", []),
    ],
)
def test_an_unusual_encoding_or_delimiter_is_said(mark, encoding, note):
    text = "日期,客户,金额\n2026-03-01,北京甲公司,5\n".replace(",", mark)
    (draft,) = examine("file.csv", text.encode(encoding)).tables

    assert [say(one) for one in draft.notes] == note


def test_a_delimiter_without_a_name_is_shown():
    (draft,) = examine("file.csv", "sep=~\n日期~金额\n2026-03-01~5\n".encode()).tables

    assert say(draft.notes[0]) == "the text was read as UTF-8, its columns parted by ~"


def test_a_column_that_no_row_can_be_read_by_is_asked_about(lines):
    rows = [f"2026-03-01,甲,x{number}" for number in range(1001)]
    (draft,) = lines("日期,客户,金额", *rows, kind="sales", mapping={"金额": "amount"})

    assert (draft.status, draft.reason.key) == ("needs_answer", "intake.nothing_readable")
    assert draft.reason.values == {"count": 1001, "column": "金额"}


def test_a_number_merged_over_rows_is_counted_once_and_said(sheets, loaded, notes, rejected):
    rows = [["日期", "客户", "金额"], ["2026-03-01", "甲", 5], ["2026-03-02", "乙", None]]
    (draft,) = sheets({"a": rows}, merges=[(2, 3, 3, 3)])

    assert (loaded(draft, "customer", "amount"), notes(draft)) == (["甲 5"], ["merged_number"])
    assert rejected(draft) == [(3, "金额", None, "missing")]
