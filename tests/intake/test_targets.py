"""Sheets of targets: a row a period, or a column a period."""

from datetime import date

import pytest

from salesplan.periods import Period

MONTHS = ",".join(f"{month}月" for month in range(1, 13))


def test_months_across_with_a_title_and_totals_become_a_row_a_month(sheets, loaded, told, notes):
    rows = [
        ["2026年度销售目标（万元）"],
        [None],
        ["团队", "姓名", "1月", "2月", "3月", "合计"],
        ["A", "张三", 1, 2, "-", 3],
        ["A", "李四", 4, 5, 6, 15],
        ["合计", None, 5, 7, 6, 18],
    ]
    (draft,) = sheets({"Sheet1": rows})

    assert (draft.kind, draft.layout, draft.unit, told(draft)) == (
        "targets",
        "wide",
        "wan",
        (3, 2, 0, 1),
    )
    assert loaded(
        draft, "metric", "level", "team", "rep", "grain", "starts_on", "ends_on", "value"
    ) == [
        "sales rep A 张三 month 2026-01-01 2026-02-01 10000",
        "sales rep A 李四 month 2026-01-01 2026-02-01 40000",
        "sales rep A 张三 month 2026-02-01 2026-03-01 20000",
        "sales rep A 李四 month 2026-02-01 2026-03-01 50000",
        "sales rep A 李四 month 2026-03-01 2026-04-01 60000",
    ]
    assert draft.parcel.totals == {"value": "180000"}
    assert draft.parcel.source == "sales/rep/month"
    assert notes(draft) == ["scaled", "left_out_total", "total_agrees"]


@pytest.mark.parametrize(
    ("head", "name", "starts"),
    [
        ("Rep,Jan-26,Feb-26", "quota.csv", ["2026-01-01", "2026-02-01"]),
        ("Rep,2026-01,2026-02", "quota.csv", ["2026-01-01", "2026-02-01"]),
        ("Rep,202601,202602", "quota.csv", ["2026-01-01", "2026-02-01"]),
        ("Rep,January,February", "quota 2026.csv", ["2026-01-01", "2026-02-01"]),
        ("Rep,M01,M02", "quota 2026.csv", ["2026-01-01", "2026-02-01"]),
        ("Rep,2026年1月目标,2026年2月目标", "x.csv", ["2026-01-01", "2026-02-01"]),
        ("Rep,Q1,Q2", "quota 2026.csv", ["2026-01-01", "2026-04-01"]),
        ("姓名,一季度,二季度", "2026目标.csv", ["2026-01-01", "2026-04-01"]),
        ("Rep,2026-Q3,2026-Q4", "quota.csv", ["2026-07-01", "2026-10-01"]),
        ("Rep,2026,2027", "annual targets.csv", ["2026-01-01", "2027-01-01"]),
    ],
)
def test_a_period_across_is_read_in_every_form(lines, loaded, head, name, starts):
    (draft,) = lines(head, "Ann,1,2", name=name)

    assert (draft.kind, loaded(draft, "starts_on")) == ("targets", starts)


def test_headers_that_are_days_are_their_months(sheets, loaded):
    (draft,) = sheets(
        {"a": [["Rep", date(2026, 1, 1), date(2026, 2, 1)], ["Ann", 100, 200]]}, name="budget.xlsx"
    )

    assert loaded(draft, "grain", "starts_on", "value") == [
        "month 2026-01-01 100",
        "month 2026-02-01 200",
    ]


def test_months_without_a_year_ask_for_it(lines, loaded):
    rows = (f"姓名,{MONTHS}", "张三," + ",".join("1" * 12))
    (asked,) = lines(*rows, name="销售目标.csv")
    (told,) = lines(*rows, name="销售目标.csv", period=Period.year(2026))

    assert (asked.question, asked.reason.key) == ("period", "intake.which_year")
    assert loaded(told, "starts_on")[:2] == ["2026-01-01", "2026-02-01"]


def test_a_year_in_a_column_completes_the_months(lines, loaded):
    (draft,) = lines("Year,EmployeeID,M01,M02", "2025,007,1,-", "2026,007,3,4", name="targets.csv")

    assert loaded(draft, "rep", "starts_on", "value") == [
        "007 2025-01-01 1",
        "007 2026-01-01 3",
        "007 2026-02-01 4",
    ]


def test_periods_across_that_nobody_names_are_asked_about(lines):
    (asked,) = lines("Rep,Jan 2026,Feb 2026", "Ann,1,2")
    (targets,) = lines("Rep,Jan 2026,Feb 2026", "Ann,1,2", kind="targets")
    (sales,) = lines("Rep,Jan 2026,Feb 2026", "Ann,1,2", kind="sales")

    assert (asked.status, asked.question) == ("needs_answer", "kind")
    assert [(d.kind, d.status, len(d.parcel.rows)) for d in (targets, sales)] == [
        ("targets", "ready", 2),
        ("sales", "ready", 2),
    ]


def test_target_and_actual_under_each_month_are_two_drafts(sheets, loaded):
    rows = [
        ["姓名", "1月", None, "2月", None],
        [None, "目标", "实际", "目标", "实际"],
        ["张三", 10, 9, 20, 21],
    ]
    drafts = sheets({"2026": rows}, merges=[(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)])

    assert [(d.kind, d.table_no, d.header_row) for d in drafts] == [
        ("targets", 1, 2),
        ("sales", 2, 2),
    ]
    assert loaded(drafts[0], "starts_on", "value") == ["2026-01-01 10", "2026-02-01 20"]
    assert loaded(drafts[1], "sold_on", "amount") == ["2026-01-01 9", "2026-02-01 21"]


def test_target_and_actual_side_by_side_are_two_drafts(lines, loaded):
    drafts = lines("月份,团队,销售目标,实际完成", "2026-01,A,100,90")

    assert [(d.kind, d.table_no) for d in drafts] == [("targets", 1), ("sales", 2)]
    assert loaded(drafts[0], "team", "starts_on", "value") == ["A 2026-01-01 100"]
    assert loaded(drafts[1], "team", "sold_on", "amount") == ["A 2026-01-01 90"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("月份,目标", "2026-01,100"), "sales company month 2026-01-01 2026-02-01 100"),
        (("区域,季度,目标", "华东,2026Q1,100"), "sales region quarter 2026-01-01 2026-04-01 100"),
        (("年份,团队,年度目标", "2026,A,100"), "sales team year 2026-01-01 2027-01-01 100"),
        (
            ("年份,月份,负责人,目标", "2026,3月,张三,100"),
            "sales rep month 2026-03-01 2026-04-01 100",
        ),
        (("Year,Month,Rep,Target", "2026,3,Ann,100"), "sales rep month 2026-03-01 2026-04-01 100"),
        (("周,团队,目标", "2026-W07,A,5"), "sales team week 2026-02-09 2026-02-16 5"),
        (("Product,Date,Target", "A,2026-03-05,5"), "sales product day 2026-03-05 2026-03-06 5"),
        (
            ("渠道,月份,预算(千元)", "电商,2026-03,5"),
            "sales channel month 2026-03-01 2026-04-01 5000",
        ),
        (
            ("姓名,月份,新客户目标", "张三,2026-01,5"),
            "new_customers rep month 2026-01-01 2026-02-01 5",
        ),
        (
            ("团队,月份,满意度目标", "A,2026-01,92%"),
            "satisfaction team month 2026-01-01 2026-02-01 0.92",
        ),
        (
            ("团队,月份,满意度目标", "A,2026-01,92"),
            "satisfaction team month 2026-01-01 2026-02-01 0.92",
        ),
        (("团队,月份,毛利率目标", "A,2026-01,0.3"), "margin team month 2026-01-01 2026-02-01 0.3"),
    ],
)
def test_a_row_a_target_says_its_metric_level_and_period(lines, loaded, rows, expected):
    (draft,) = lines(*rows)

    assert loaded(draft, "metric", "level", "grain", "starts_on", "ends_on", "value") == [expected]


def test_a_year_in_the_name_is_the_period_of_annual_targets(lines, loaded, notes):
    (draft,) = lines("姓名,年度目标", "张三,100", "合计,100", name="2026年度目标分解.csv")

    assert loaded(draft, "rep", "grain", "starts_on", "value") == ["张三 year 2026-01-01 100"]
    assert notes(draft)[0] == "period_taken"


def test_targets_without_any_period_ask(lines):
    (draft,) = lines("姓名,目标", "张三,100")

    assert (draft.status, draft.question) == ("needs_answer", "period")


def test_a_column_of_metrics_gives_each_row_its_own(lines, loaded, notes):
    (draft,) = lines(
        "姓名,指标,2026-01,2026-02",
        "张三,销售目标,10,20",
        "张三,实际完成,9,21",
        "张三,新客户目标,3,4",
        "张三,满意度目标,92%,93%",
        name="目标.csv",
    )

    assert loaded(draft, "metric", "starts_on", "value") == [
        "sales 2026-01-01 10",
        "new_customers 2026-01-01 3",
        "satisfaction 2026-01-01 0.92",
        "sales 2026-02-01 20",
        "new_customers 2026-02-01 4",
        "satisfaction 2026-02-01 0.93",
    ]
    assert notes(draft) == ["left_out_other_metric"]


def test_a_target_for_nobody_is_rejected_and_one_without_figures_is_left_out(lines, told, rejected):
    (draft,) = lines(
        "大区,姓名,2026-01,2026-02", "华东,张三,1,2", ",,5,6", "华东,李四,-,", name="目标.csv"
    )

    assert told(draft) == (3, 1, 1, 1)
    assert rejected(draft) == [(3, "大区", None, "no_member")]


def test_one_bad_month_rejects_its_whole_row(lines, told, rejected, loaded):
    (draft,) = lines("姓名,2026-01,2026-02", "张三,1,待定", "李四,3,4", name="目标.csv")

    assert (told(draft), rejected(draft)) == (
        (2, 1, 1, 0),
        [(2, "2026-02", "待定", "not_a_number")],
    )
    assert loaded(draft, "rep", "value") == ["李四 3", "李四 4"]


def test_amounts_on_a_sheet_that_is_called_targets_are_targets(lines):
    (by_name,) = lines("月份,团队,金额", "2026-01,A,5", name="销售目标.csv")
    (orders,) = lines("订单号,下单日期,客户,金额", "1,2026-01-01,甲,5", name="目标客户订单.csv")

    assert (by_name.kind, orders.kind) == ("targets", "sales")


def test_quarters_beside_their_months_are_sums_and_left_out(lines, loaded):
    (draft,) = lines(
        "姓名,1月,2月,3月,一季度,二季度,全年", "张三,1,2,3,6,9,15", name="2026目标.csv"
    )

    assert loaded(draft, "grain", "starts_on", "value") == [
        "month 2026-01-01 1",
        "month 2026-02-01 2",
        "month 2026-03-01 3",
        "quarter 2026-04-01 9",
    ]


def test_months_that_turn_the_year_ask_where_they_begin(lines, loaded):
    rows = ("Rep,Oct,Nov,Dec,Jan", "Ann,1,2,3,4")
    (asked,) = lines(*rows, name="targets FY2026.csv")
    (told,) = lines(*rows, name="targets FY2026.csv", period=Period.month(2025, 10))

    assert (asked.status, asked.question) == ("needs_answer", "period")
    assert loaded(told, "starts_on") == ["2025-10-01", "2025-11-01", "2025-12-01", "2026-01-01"]
