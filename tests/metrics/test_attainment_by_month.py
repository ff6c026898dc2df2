"""Attainment by month: one row per member and month."""

from datetime import date

COLUMNS = "member month actual target attainment"
JULY, AUGUST, SEPTEMBER = date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1)


def test_the_month_of_the_as_of_day_is_held_against_its_days_so_far(plan):
    plan.target("Ann 2026-07 100", "Ann 2026-08 210", "Ann 2026-09 100")
    plan.sales("Ann 2026-07-03 90", "Ann 2026-08-03 50")
    quarter = {"period": "2026-Q3", "as_of": "2026-08-14"}  # 10 of 21 working days

    assert plan.measure("attainment_by_month", COLUMNS, by="rep", **quarter) == [
        ("Ann", JULY, 90, 100, 0.9),
        ("Ann", AUGUST, 50, 100, 0.5),
        ("Ann", SEPTEMBER, None, 100, None),
    ]


def test_on_its_last_day_a_month_is_whole(plan):
    plan.target("Ann 2026-07 100")
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("attainment_by_month", COLUMNS) == [(None, JULY, 90, 100, 0.9)]


def test_on_its_first_day_a_month_has_the_target_of_that_day(plan):
    plan.target("Ann 2026-07 230")
    plan.sales("Ann 2026-07-01 5")

    assert plan.measure("attainment_by_month", COLUMNS, as_of="2026-07-01") == [
        (None, JULY, 5, 10, 0.5)
    ]


def test_members_come_by_name_and_months_in_their_order(plan):
    plan.target("Bob 2026-Q3 300")
    plan.sales("Ann 2026-08-03 90", "Ann 2026-07-03 90")
    rows = plan.measure("attainment_by_month", "member month", by="rep", period="2026-Q3")

    assert rows == [
        ("Ann", JULY),
        ("Ann", AUGUST),
        ("Bob", JULY),
        ("Bob", AUGUST),
        ("Bob", SEPTEMBER),
    ]
