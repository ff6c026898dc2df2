"""The days that a period to date is compared with."""

from datetime import date, timedelta

import pytest

from salesplan.metrics.windows import (
    aligned,
    period_before,
    preceding,
    same_dates,
    whole_months,
    year_before,
)
from salesplan.periods import Period, parse_period
from salesplan.scope import Scope
from salesplan.workdays import WorkCalendar

CHINA = WorkCalendar("CN").is_workday


def everyday(_):
    """Every day is worked."""
    return True


def days(text):
    """A period, or None for one without a day."""
    return parse_period(text) if text else None


def scope(period, as_of):
    """A scope of a period up to a day."""
    return Scope(parse_period(period), date.fromisoformat(as_of))


@pytest.mark.parametrize(
    ("stretch", "whole"),
    [
        ("2026-07", "2026-07"),
        ("2026-07-02..2026-07-31", None),
        ("2026-07-01..2026-07-30", None),
        ("2026-06-15..2026-08-15", "2026-07"),
        ("2026-06-30..2026-09-30", "2026-Q3"),
        ("2026-07-31..2026-08-01", None),
    ],
)
def test_whole_months_lie_wholly_inside(stretch, whole):
    inside = parse_period(stretch)

    assert whole_months(inside.start, inside.end) == (days(whole) or Period(inside.end, inside.end))


@pytest.mark.parametrize(
    ("as_of", "last_day"),
    [
        ("2026-07-10", "2025-07-10"),  # Friday, the 8th working day: Thursday the 10th
        ("2026-07-01", "2025-07-01"),
        ("2026-07-03", "2025-07-03"),  # Friday: Thursday
        ("2026-07-04", "2025-07-03"),  # Saturday: no day off follows Thursday
        ("2026-07-31", "2025-07-31"),
        ("2026-07-30", "2025-07-30"),  # the 22nd working day
    ],
)
def test_a_month_to_date_has_as_many_working_days_a_year_before(as_of, last_day):
    base = year_before(scope("2026-07", as_of), CHINA)

    assert base == Period(date(2025, 7, 1), date.fromisoformat(last_day) + timedelta(1))


def test_only_the_month_of_the_as_of_day_is_aligned():
    base = year_before(scope("2026", "2026-02-28"), CHINA)

    assert base == Period(date(2025, 1, 1), date(2025, 3, 1))


def test_days_off_before_the_first_working_day_are_kept():
    # China was off from the 1st to the 7th of October 2026, and to the 8th in 2025.
    base = year_before(scope("2026-10", "2026-10-05"), CHINA)

    assert base == Period(date(2025, 10, 1), date(2025, 10, 6))


def test_a_month_with_fewer_working_days_is_taken_whole():
    now, then = Period.month(2026, 7), Period.month(2026, 2)

    assert aligned(date(2026, 7, 31), now=now, then=then, works=CHINA) == then.end


def test_without_a_known_calendar_days_are_counted():
    assert year_before(scope("2026-07", "2026-07-10"), everyday) == Period(
        date(2025, 7, 1), date(2025, 7, 11)
    )
    assert year_before(scope("2024-02", "2024-02-29"), everyday) == Period(
        date(2023, 2, 1), date(2023, 3, 1)
    )


def test_a_week_has_as_many_working_days_a_year_before():
    # Three working days of July lie before it: in 2025 these ended on Thursday the 3rd.
    assert year_before(scope("2026-W28", "2026-07-12"), CHINA) == Period(
        date(2025, 7, 4), date(2025, 7, 11)
    )


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2026-07", "2026-06"),
        ("2026-Q1", "2025-Q4"),
        ("2026", "2025"),
        ("2026-W28", "2026-W27"),
        ("2026-07-02..2026-07-04", "2026-06-29..2026-07-01"),
        ("2026-03", "2026-02"),
    ],
)
def test_the_period_before_is_as_long_and_ends_where_this_starts(period, before):
    assert preceding(parse_period(period)) == parse_period(before)


@pytest.mark.parametrize(
    ("period", "as_of", "last_day"),
    [
        ("2026-07", "2026-07-10", "2026-06-10"),
        ("2026-07", "2026-07-31", "2026-06-30"),
        ("2026-Q3", "2026-09-30", "2026-06-30"),
        ("2026-W28", "2026-07-08", "2026-07-01"),
    ],
)
def test_the_period_before_ends_where_as_many_working_days_had_passed(period, as_of, last_day):
    base = period_before(scope(period, as_of), CHINA)

    assert base.last_day == date.fromisoformat(last_day)


def test_before_the_period_no_day_has_passed_before_either():
    assert period_before(scope("2026-07", "2026-06-10"), CHINA).days == 0
    assert year_before(scope("2026-07", "2026-06-10"), CHINA).days == 0


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2026-07", "2025-07"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024-02-20..2024-02-28", "2023-02-20..2023-02-28"),
    ],
)
def test_the_same_dates_lie_a_year_before(period, before):
    assert same_dates(parse_period(period)) == parse_period(before)


def test_a_leap_day_alone_has_no_date_a_year_before():
    assert same_dates(Period(date(2024, 2, 29), date(2024, 3, 1))).days == 0
