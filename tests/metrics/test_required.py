"""Required: what each remaining working day must bring, beside the best and the median day."""

from decimal import Decimal

WHAT_IS_LEFT = "actual target remaining workdays_left required_per_day"


def test_the_rest_is_spread_over_the_working_days_that_are_left(plan):
    plan.target("Ann 2026-07 240")
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("required", WHAT_IS_LEFT, as_of="2026-07-10") == [(90, 240, 150, 15, 10)]


def test_a_target_that_is_reached_leaves_less_than_nothing(plan):
    plan.target("Ann 2026-07 60")
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("required", WHAT_IS_LEFT, as_of="2026-07-10") == [(90, 60, -30, 15, -2)]


def test_without_a_day_left_nothing_can_be_required(plan):
    plan.target("Ann 2026-07 240")

    assert plan.measure("required", WHAT_IS_LEFT) == [(0, 240, 240, 0, None)]


def test_without_a_target_nothing_is_required(plan):
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("required", WHAT_IS_LEFT, as_of="2026-07-10") == [
        (90, None, None, 15, None)
    ]


def test_the_most_required_comes_first(plan):
    plan.target("Ann 2026-07 30", "Bob 2026-07 45")

    assert plan.measure("required", "member required_per_day", by="rep", as_of="2026-07-10") == [
        ("Bob", 3),
        ("Ann", 2),
    ]


def test_the_median_day_counts_working_days_without_a_sale(plan):
    plan.sales("Ann 2026-07-01 9", "Ann 2026-07-02 4", "Ann 2026-07-02 2")

    assert plan.measure("required", "best_day median_day", as_of="2026-07-03") == [(9, 6)]
    assert plan.measure("required", "best_day median_day", as_of="2026-07-06") == [(9, 3)]
    assert plan.measure("required", "best_day median_day", as_of="2026-07-07") == [(9, 0)]


def test_a_day_off_with_sales_is_a_day_too(plan):
    plan.sales("Ann 2026-07-01 1", "Ann 2026-07-04 9")  # a Saturday

    assert plan.measure("required", "best_day median_day", as_of="2026-07-02") == [
        (1, Decimal("0.5"))
    ]
    assert plan.measure("required", "best_day median_day", as_of="2026-07-04") == [
        (9, Decimal("0.5"))
    ]


def test_each_member_has_days_of_its_own(plan):
    plan.sales("Ann 2026-07-01 9", "- 2026-07-01 4")

    assert plan.measure("required", "member best_day median_day", by="rep", as_of="2026-07-01") == [
        ("Ann", 9, 9),
        (None, 4, 4),
    ]


def test_before_the_period_all_its_days_are_left(plan):
    plan.target("Ann 2026-07 46")

    assert plan.measure("required", WHAT_IS_LEFT + " best_day", as_of="2026-06-10") == [
        (0, 46, 46, 23, 2, None)
    ]
