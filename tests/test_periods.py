"""Periods: half-open, fiscal, written and read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesplan.errors import BadPeriod
from salesplan.periods import FiscalYear, Period, add_months, code, parse_period

APRIL = FiscalYear(start_month=4, named_by="end")


@pytest.mark.parametrize(
    ("text", "start", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-q3", "2026-07-01", "2026-09-30"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-07-05..2026-07-05", "2026-07-05", "2026-07-05"),
    ],
)
def test_a_code_names_its_first_and_last_day(text, start, last):
    period = parse_period(text)

    assert (period.start.isoformat(), period.last_day.isoformat()) == (start, last)


def test_a_fiscal_year_from_april_is_named_by_the_year_it_ends_in():
    assert parse_period("2026", APRIL) == Period(date(2025, 4, 1), date(2026, 4, 1))
    assert parse_period("2026-Q4", APRIL) == Period(date(2026, 1, 1), date(2026, 4, 1))
    assert APRIL.of(date(2025, 3, 31)) == 2025


def test_a_fiscal_year_may_be_named_by_the_year_it_starts_in():
    fiscal = FiscalYear(start_month=4, named_by="start")

    assert parse_period("2025", fiscal) == Period(date(2025, 4, 1), date(2026, 4, 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-Q5",
        "2026-H0",
        "2026-13",
        "2026-W54",
        "26",
        "2026-02-02..2026-02-01",
        "Q3",
        "0001",
        "9999-12",
        "1899-W01",
    ],
)
def test_what_is_no_period_is_refused_with_its_words(text):
    with pytest.raises(BadPeriod) as caught:
        parse_period(text)

    assert caught.value.values == {"found": text}


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(1, 800),
    st.integers(1, 12),
    st.sampled_from(["end", "start"]),
)
def test_a_written_period_is_read_back_the_same(start, days, first_month, named_by):
    fiscal = FiscalYear(first_month, named_by)
    period = Period(start, date.fromordinal(start.toordinal() + days))

    assert parse_period(code(period, fiscal), fiscal) == period


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_a_day_lies_in_the_fiscal_year_of_its_name(day, first_month):
    fiscal = FiscalYear(first_month)

    assert day in Period.year(fiscal.of(day), fiscal)


def test_months_are_those_that_it_touches():
    period = parse_period("2026-01-31..2026-03-01")

    assert period.months() == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 1)
