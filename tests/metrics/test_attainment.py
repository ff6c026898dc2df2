"""Attainment: actual against target, whole and to date."""

from datetime import date, timedelta
from decimal import Decimal

COLUMNS = "member target actual attainment"


def test_without_a_target_there_is_no_attainment(plan):
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("attainment", COLUMNS, by="rep") == [("Ann", None, 90, None)]


def test_a_target_without_sales_is_at_zero(plan):
    plan.target("Ann 2026-07 100")

    assert plan.measure("attainment", COLUMNS, by="rep") == [("Ann", 100, 0, 0)]


def test_a_target_of_zero_gives_no_attainment(plan):
    plan.target("Ann 2026-07 0")
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("attainment", COLUMNS, by="rep") == [("Ann", 0, 90, None)]


def test_sums_come_first_and_the_ratio_last(plan):
    plan.target("Ann 2026-07 1000", "Bob 2026-07 10")
    plan.sales("Ann 2026-07-03 500", "Bob 2026-07-03 20")

    assert plan.measure("attainment", COLUMNS) == [(None, 1010, 520, 520 / 1010)]
    assert plan.measure("attainment", COLUMNS, by="rep") == [
        ("Bob", 10, 20, 2.0),
        ("Ann", 1000, 500, 0.5),
    ]


def test_the_gap_is_what_is_missing_and_negative_when_ahead(plan):
    plan.target("Ann 2026-07 100", "Bob 2026-07 100")
    plan.sales("Ann 2026-07-03 130", "Bob 2026-07-03 70")

    assert plan.measure("attainment", "member gap", by="rep") == [("Ann", -30), ("Bob", 30)]


def test_to_date_counts_the_working_days_that_have_passed(plan):
    plan.target("Ann 2026-07 230")  # 23 working days, 8 of them up to the 10th
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure(
        "attainment", "target target_to_date pace gap_to_date", as_of="2026-07-10"
    ) == [(230, 80, 1.125, -10)]


def test_sales_after_the_as_of_day_never_count(plan):
    plan.sales("Ann 2026-07-10 90", "Ann 2026-07-11 7")

    assert plan.measure("attainment", "actual", as_of="2026-07-10") == [(90,)]


def test_months_and_quarters_come_in_their_order(plan):
    plan.target("company 2026 1200")
    plan.sales("Ann 2026-02-03 90", "Ann 2026-05-03 10")
    months = plan.measure("attainment", "key actual", by="month", period="2026-H1")

    assert months == [
        ("2026-01", 0),
        ("2026-02", 90),
        ("2026-03", 0),
        ("2026-04", 0),
        ("2026-05", 10),
        ("2026-06", 0),
    ]
    assert plan.measure("attainment", "key actual", by="quarter", period="2026-H1") == [
        ("2026-Q1", 90),
        ("2026-Q2", 10),
    ]


def test_quarters_are_those_of_the_fiscal_year(plan):
    plan.settings(fiscal_year_start=4)
    plan.sales("Ann 2026-04-03 90", "Ann 2027-03-03 10")

    assert plan.measure("attainment", "key actual", by="quarter", period="2027") == [
        ("2027-Q1", 90),
        ("2027-Q4", 10),
    ]


def test_a_year_target_lies_on_its_months_by_working_days(plan):
    plan.settings(country="US")
    plan.target("company 2026 250")  # 250 working days, 22 of them in July

    assert plan.measure("attainment", "target", period="2026-07") == [(22,)]


def test_part_of_a_month_has_its_part_of_the_target(plan):
    plan.target("company 2026-07 230")

    assert plan.measure("attainment", "target", period="2026-07-06..2026-07-12") == [(50,)]
    assert plan.measure("attainment", "target", period="2026-07-11..2026-07-12") == [(0,)]


def test_parts_of_a_month_add_up_to_the_last_digit(plan):
    plan.target("company 2026-07 100")
    halves = [
        plan.measure("attainment", "target", period=days)[0][0]
        for days in ("2026-07-01..2026-07-08", "2026-07-09..2026-07-31")
    ]

    assert halves == [Decimal("26.0870"), Decimal("73.9130")]
    assert sum(halves) == 100


def test_a_month_without_a_working_day_is_spread_over_all_its_days(plan):
    plan.settings(days_off=tuple(date(2026, 7, 1) + timedelta(days) for days in range(31)))
    plan.target("company 2026-07 310")

    assert plan.measure("attainment", "target_to_date", as_of="2026-07-10") == [(100,)]


def test_a_result_counts_for_the_team_that_the_rep_was_in_on_that_day(plan):
    plan.assign(
        "Ann valid_from=2026-01-01 valid_until=2026-07-15 team=North region=East",
        "Ann valid_from=2026-07-15 team=South region=West",
    )
    plan.sales("Ann 2026-07-14 90", "Ann 2026-07-15 7")

    assert plan.measure("attainment", "member actual", by="team") == [("North", 90), ("South", 7)]
    assert plan.measure("attainment", "member actual", by="region") == [("East", 90), ("West", 7)]


def test_a_rep_is_shown_by_name_and_told_by_id(plan):
    plan.reps("Ann id=007")
    plan.sales("007 2026-07-03 90", "Ann 2026-07-04 7")

    assert plan.measure("attainment", "key member actual", by="rep") == [("007", "Ann", 97)]


def test_what_has_no_member_stays_in_the_sum(plan):
    plan.sales("Ann 2026-07-03 90 product=Pump", "- 2026-07-04 7")

    assert plan.measure("attainment", "key actual", by="rep") == [("Ann", 90), (None, 7)]
    assert plan.measure("attainment", "key actual", by="product") == [("Pump", 90), (None, 7)]


def test_a_corrected_month_counts_instead_of_the_first(plan):
    plan.sales("Ann 2026-07-03 90")
    plan.sales("Ann 2026-07-03 80", on_overlap="replace")

    assert plan.measure("attainment", "actual") == [(80,)]


def test_a_scope_with_nothing_in_it_has_no_row(plan):
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("attainment", "actual", period="2025-07") == []
