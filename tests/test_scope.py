"""Scope: a period up to a day, within members, as SQL parameters."""

from datetime import date

from salesplan.periods import Period, parse_period
from salesplan.scope import Scope

QUARTER = parse_period("2026-Q3")


def test_to_date_ends_after_the_as_of_day():
    assert Scope(QUARTER, date(2026, 8, 10)).to_date == Period(date(2026, 7, 1), date(2026, 8, 11))


def test_to_date_never_leaves_the_period():
    assert Scope(QUARTER, date(2027, 1, 1)).to_date == QUARTER
    assert Scope(QUARTER, date(2026, 1, 1)).to_date == Period(QUARTER.start, QUARTER.start)


def test_the_last_day_of_all_days_is_no_trouble():
    assert Scope(QUARTER, date.max).to_date == QUARTER


def test_chosen_members_travel_in_one_parameter_each():
    scope = Scope(QUARTER, date(2026, 8, 10), region=("East", "West")).only(rep="Ann")

    assert scope.parameters() == {
        "start": date(2026, 7, 1),
        "end": date(2026, 10, 1),
        "until": date(2026, 8, 11),
        "as_of": date(2026, 8, 10),
        "region": "\x1fEast\x1fWest\x1f",
        "team": None,
        "rep": "\x1fAnn\x1f",
        "product": None,
        "channel": None,
    }
