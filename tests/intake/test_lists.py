"""Lists of reps and of customers."""

from datetime import date


def test_a_list_of_reps_is_read_as_it_stands(lines, loaded):
    (draft,) = lines(
        "工号,姓名,部门,大区,直属上级,岗位,级别,入职日期,离职日期,邮箱",
        "007,张三,A,华东,李四,主管,P5,2020-01-02,,z@x.example",
    )

    assert (draft.kind, draft.status, draft.parcel.assignments) == ("reps", "ready", None)
    assert loaded(
        draft,
        "id",
        "name",
        "team",
        "region",
        "manager",
        "role",
        "level",
        "hired_on",
        "left_on",
        "email",
    ) == ["007 张三 A 华东 李四 主管 P5 2020-01-02 - z@x.example"]


def test_dated_rows_are_assignments_and_the_latest_is_the_present(lines, loaded):
    (draft,) = lines(
        "工号,姓名,团队,生效日期,失效日期",
        "007,张三,B,2025-07-01,",
        "007,张三,A,2024-01-01,2025-06-30",
        "008,李四,A,2024-01-01,",
    )

    assert loaded(draft, "id", "team") == ["007 B", "008 A"]
    assert draft.parcel.assignments.select(
        ["rep", "team", "valid_from", "valid_until"]
    ).to_pylist() == [
        {"rep": "007", "team": "B", "valid_from": date(2025, 7, 1), "valid_until": None},
        {
            "rep": "007",
            "team": "A",
            "valid_from": date(2024, 1, 1),
            "valid_until": date(2025, 7, 1),
        },
        {"rep": "008", "team": "A", "valid_from": date(2024, 1, 1), "valid_until": None},
    ]


def test_a_rep_without_a_name_or_with_dates_that_run_backwards_is_rejected(lines, rejected):
    (draft,) = lines(
        "工号,姓名,团队,入职日期,离职日期",
        "1,张三,A,2024-01-01,2023-01-01",
        "2,,A,2024-01-01,",
        "3,王五,A,2024-01-01,",
    )

    assert rejected(draft) == [
        (2, "离职日期", "2023-01-01", "ends_before"),
        (3, "姓名", None, "missing"),
    ]


def test_a_list_of_customers_is_read_and_its_last_order_is_no_sale(lines, loaded):
    (draft,) = lines(
        "客户编号,客户名称,客户级别,负责人,首次成交日期,最后一次成交金额,最后一次成交时间",
        "001,甲,A,张三,2020-01-01,500,2026-01-01",
    )

    assert (draft.kind, draft.status) == ("customers", "ready")
    assert loaded(draft, "id", "name", "segment", "owner", "first_order_on") == [
        "001 甲 A 张三 2020-01-01"
    ]


def test_names_with_prices_or_of_a_survey_are_no_list(lines):
    (prices,) = lines(
        "Account,Name,State,Rep,Manager,Quantity,Current Price", "1,A,MN,Ann,Bob,5,10"
    )
    (survey,) = lines(
        "ResponseID,Name,IPAddress,StartDate,EndDate,Finished",
        "1,A,1.2.3.4,2026-01-01,2026-01-01,1",
    )

    assert [(d.status, d.reason.key) for d in (prices, survey)] == [
        ("skipped", "intake.unknown_kind")
    ] * 2
