"""Run rate: where the period ends if it goes on as so far."""

from decimal import Decimal

COLUMNS = "actual workdays_elapsed workdays run_rate"


def test_it_goes_on_as_on_the_working_days_so_far(plan):
    plan.sales("Ann 2026-07-03 80", "Ann 2026-07-20 1000")

    assert plan.measure("run_rate", COLUMNS, as_of="2026-07-10") == [(80, 8, 23, 230)]


def test_it_keeps_four_decimals_of_money(plan):
    plan.sales("Ann 2026-07-03 10")

    assert plan.measure("run_rate", "run_rate", as_of="2026-07-03") == [(Decimal("76.6667"),)]


def test_at_the_end_it_is_the_actual(plan):
    plan.sales("Ann 2026-07-03 80")

    assert plan.measure("run_rate", COLUMNS) == [(80, 23, 23, 80)]


def test_before_a_working_day_has_passed_there_is_none(plan):
    plan.sales("Ann 2026-08-01 80")  # a Saturday

    assert plan.measure("run_rate", COLUMNS, period="2026-08", as_of="2026-08-02") == [
        (80, 0, 21, None)
    ]


def test_a_member_with_only_a_target_runs_at_zero(plan):
    plan.target("Bob 2026-07 10")
    plan.sales("Ann 2026-07-03 80")

    assert plan.measure("run_rate", "member run_rate", by="rep", as_of="2026-07-10") == [
        ("Ann", 230),
        ("Bob", 0),
    ]
