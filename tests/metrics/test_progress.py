"""Progress: actual, plan and last year, day by day, each summed up."""

from datetime import date

COLUMNS = "day actual plan last_year"
WEEK = {"period": "2026-07-06..2026-07-12"}


def test_it_has_a_row_for_each_day_and_no_actual_after_the_as_of_day(plan):
    plan.target("company 2026-07 230")
    plan.sales("Ann 2026-07-05 1", "Ann 2026-07-06 9", "Ann 2026-07-08 6", "Ann 2026-07-09 1")
    plan.sales("Ann 2025-07-05 1", "Ann 2025-07-07 5", "Ann 2025-07-12 2")

    assert plan.measure("progress", COLUMNS, **WEEK, as_of="2026-07-08") == [
        (date(2026, 7, 6), 9, 10, 0),
        (date(2026, 7, 7), 9, 20, 5),
        (date(2026, 7, 8), 15, 30, 5),
        (date(2026, 7, 9), None, 40, 5),
        (date(2026, 7, 10), None, 50, 5),
        (date(2026, 7, 11), None, 50, 5),
        (date(2026, 7, 12), None, 50, 7),
    ]


def test_without_a_target_or_a_last_year_there_is_no_line(plan):
    plan.sales("Ann 2026-07-06 9")
    rows = plan.measure("progress", COLUMNS, **WEEK)

    assert {row[2:] for row in rows} == {(None, None)}


def test_it_ends_at_the_target_of_the_whole_period(plan):
    plan.target("Ann 2026-Q3 100", "Bob 2026-07 33.3333")
    rows = plan.measure("progress", "plan", period="2026-Q3")

    assert rows[-1] == plan.measure("attainment", "target", period="2026-Q3")[0]


def test_the_leap_day_a_year_before_counts_on_the_28th(plan):
    plan.sales("Ann 2024-02-29 9")
    rows = plan.measure("progress", "day last_year", period="2025-02")

    assert rows[-2:] == [(date(2025, 2, 27), 0), (date(2025, 2, 28), 9)]


def test_filters_hold_for_every_line(plan):
    plan.target("Ann 2026-07 230", "Bob 2026-07 230")
    plan.sales("Ann 2026-07-06 9", "Bob 2026-07-06 1", "Ann 2025-07-06 5", "Bob 2025-07-06 1")
    rows = plan.measure("progress", COLUMNS, **WEEK, rep="Ann")

    assert rows[0] == (date(2026, 7, 6), 9, 10, 5)
