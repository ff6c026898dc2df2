"""Working days: weekends, holidays, moved days, own days off."""

from datetime import date, timedelta

import pytest

from salesplan.errors import BadSetting
from salesplan.workdays import WorkCalendar


def worked(calendar, first, last):
    """Count the working days from first to last, both inside."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return sum(calendar.is_workday(day) for day in days)


def test_spring_festival_is_off_and_its_moved_saturday_is_worked():
    china = WorkCalendar("CN")

    assert not china.is_workday(date(2026, 2, 17))
    assert china.is_workday(date(2026, 2, 14))
    assert worked(china, date(2026, 2, 1), date(2026, 2, 28)) == 16


def test_another_country_has_its_own_days():
    assert not WorkCalendar("US").is_workday(date(2026, 11, 26))
    assert WorkCalendar("US").is_workday(date(2026, 2, 17))


def test_an_own_day_off_is_not_worked():
    own = WorkCalendar("CN", frozenset({date(2026, 7, 15)}))

    assert not own.is_workday(date(2026, 7, 15))
    assert own.is_workday(date(2026, 7, 16))


def test_a_year_without_a_notice_is_not_known():
    assert WorkCalendar("CN").known(2026)
    assert not WorkCalendar("CN").known(2050)
    assert WorkCalendar("US").known(2050)


def test_a_country_that_nobody_knows_is_refused():
    with pytest.raises(BadSetting):
        WorkCalendar("XX").is_workday(date(2026, 1, 5))
