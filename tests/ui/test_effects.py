"""What settings lead to, in words."""

from datetime import date
from decimal import Decimal

import pytest

from salesplan.periods import Period
from salesplan.settings import Settings
from salesplan.text import speaking
from salesplan.ui import effects


def test_a_fiscal_year_from_april_is_shown_from_its_first_to_its_last_day():
    with speaking("en"):
        first, *_ = effects.calendar(Settings(fiscal_year_start=4), date(2026, 7, 1))

    assert first == "FY2027 runs from 1 Apr 2026 to 31 Mar 2027"


def test_moved_working_days_count():
    assert effects.workdays(Settings(), Period.month(2026, 10)) == 18


def test_own_days_off_do_not():
    settings = Settings(days_off=(date(2026, 10, 9),))

    assert effects.workdays(settings, Period.month(2026, 10)) == 17


@pytest.mark.parametrize(("top", "of_5", "of_10"), [("0.40", 4, 7), ("0.25", 4, 8), ("0.20", 5, 9)])
def test_the_lowest_score_that_satisfies(top, of_5, of_10):
    settings = Settings(satisfaction_top=Decimal(top))

    assert effects.lowest_satisfied(settings, 1, 5) == of_5
    assert effects.lowest_satisfied(settings, 1, 10) == of_10
