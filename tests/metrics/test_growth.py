"""Growth on the same days a year before, and on those of the period before."""


def test_a_whole_month_is_held_against_the_whole_month(plan):
    plan.sales("Ann 2026-07-03 90", "Ann 2025-07-31 60", "Ann 2025-08-01 7")

    assert plan.measure("growth", "actual base growth") == [(90, 60, 0.5)]


def test_part_of_a_month_is_held_against_as_many_working_days(plan):
    # Up to Friday 10 July 2026 8 working days had passed; in 2025 these ended on Thursday the 10th.
    plan.sales("Ann 2026-07-10 90", "Ann 2025-07-10 60", "Ann 2025-07-11 7")

    assert plan.measure("growth", "actual base growth", as_of="2026-07-10") == [(90, 60, 0.5)]


def test_a_base_of_zero_or_none_gives_no_growth(plan):
    plan.sales("Ann 2026-07-10 90", "Bob 2026-07-10 90", "Bob 2025-07-10 5", "Bob 2025-07-10 -5")

    assert plan.measure("growth", "member actual base growth", by="rep") == [
        ("Ann", 90, None, None),
        ("Bob", 90, 0, None),
    ]


def test_a_member_that_sold_only_before_has_lost_it_all(plan):
    plan.sales("Ann 2025-07-10 60")

    assert plan.measure("growth", "member actual base growth", by="rep") == [("Ann", 0, 60, -1)]


def test_each_month_is_held_against_that_month_a_year_before(plan):
    plan.sales("Ann 2026-07-10 90", "Ann 2026-08-10 10", "Ann 2025-07-10 60", "Ann 2025-08-10 20")

    assert plan.measure("growth", "key base growth", by="month", period="2026-Q3") == [
        ("2026-07", 60, 0.5),
        ("2026-08", 20, -0.5),
    ]
    assert plan.measure("growth", "key actual base", by="quarter", period="2026-Q3") == [
        ("2026-Q3", 100, 80)
    ]


def test_a_year_to_date_has_whole_months_and_the_days_of_the_last(plan):
    plan.sales("Ann 2025-01-31 5", "Ann 2025-07-10 60", "Ann 2025-07-11 7", "Ann 2024-12-31 3")
    year_to_date = {"period": "2026", "as_of": "2026-07-10"}

    assert plan.measure("growth", "actual base", **year_to_date) == [(0, 65)]


def test_in_a_year_without_a_calendar_days_are_counted(plan):
    plan.sales("Ann 2050-07-12 90", "Ann 2049-07-12 60", "Ann 2049-07-13 7")

    assert plan.measure("growth", "base", period="2050-07", as_of="2050-07-12") == [(60,)]


def test_the_last_day_of_a_year_needs_no_calendar_of_the_next(plan):
    # China's calendar of 2027 is not published; that of 2026 is enough for December's working days.
    plan.sales("Ann 2025-12-30 60", "Ann 2025-12-31 7")

    assert plan.measure("growth", "base", period="2026-12", as_of="2026-12-30") == [(60,)]


def test_a_month_is_held_against_the_month_before(plan):
    plan.sales("Ann 2026-07-03 90", "Ann 2026-06-30 60", "Ann 2026-05-31 7")

    assert plan.measure("growth_period", "actual prior growth") == [(90, 60, 0.5)]


def test_a_month_to_date_is_held_against_as_many_working_days_of_the_one_before(plan):
    # In June 2026 8 working days had passed on Wednesday the 10th.
    plan.sales("Ann 2026-07-10 90", "Ann 2026-06-10 60", "Ann 2026-06-11 7")

    assert plan.measure("growth_period", "actual prior growth", as_of="2026-07-10") == [
        (90, 60, 0.5)
    ]


def test_a_quarter_to_date_is_held_against_as_many_working_days_of_the_one_before(plan):
    # 23 + 8 working days; April had 21, and the 10th of May was Monday the 18th.
    plan.sales("Ann 2026-05-18 60", "Ann 2026-05-19 7")

    assert plan.measure("growth_period", "prior", period="2026-Q3", as_of="2026-08-12") == [(60,)]


def test_a_week_is_held_against_the_week_before(plan):
    plan.sales("Ann 2026-07-12 90", "Ann 2026-07-05 60", "Ann 2026-06-28 7")

    assert plan.measure("growth_period", "actual prior", period="2026-07-06..2026-07-12") == [
        (90, 60)
    ]


def test_filters_hold_for_the_base_too(plan):
    plan.sales("Ann 2026-07-10 90", "Ann 2025-07-10 60", "Bob 2025-07-10 7")

    assert plan.measure("growth", "actual base", rep="Ann") == [(90, 60)]
