"""The days that a period to date is compared with, aligned by working day. Dates in, dates out."""

from collections.abc import Callable
from datetime import date, timedelta

from salesplan.periods import Period, add_months
from salesplan.scope import Scope

Works = Callable[[date], bool]
_DAY = timedelta(days=1)
_LEAP_DAY = (2, 29)


def whole_months(start: date, until: date) -> Period:
    """Give the whole months inside a stretch of days; an empty period at its end if none."""
    first = start if start.day == 1 else add_months(start, 1)
    last = until.replace(day=1)
    return Period(first, last) if first < last else Period(until, until)


def aligned(boundary: date, *, now: Period, then: Period, works: Works) -> date:
    """Move the boundary of days passed in a period to another period, by working day.

    As many working days lie before it there as here, and as many days off after the last of
    them where there are as many. The ends of the periods correspond.
    """
    if boundary >= now.end:
        return then.end
    passed = [works(now.start + _DAY * n) for n in range((boundary - now.start).days)]
    worked, off = sum(passed), passed[::-1].index(True) if any(passed) else len(passed)
    day = then.start
    while worked and day < then.end:
        worked -= works(day)
        day += _DAY
    while off and day < then.end and not works(day):
        off -= 1
        day += _DAY
    return day


def year_before(scope: Scope, works: Works) -> Period:
    """Give the days a year before the period to date, each end aligned within its month."""

    def moved(boundary: date) -> date:
        return aligned(
            boundary,
            now=Period.of_months(boundary, 1),
            then=Period.of_months(add_months(boundary, -12), 1),
            works=works,
        )

    return Period(moved(scope.period.start), moved(scope.to_date.end))


def period_before(scope: Scope, works: Works) -> Period:
    """Give the days of the period before that had passed when it was as old as this one is."""
    before = preceding(scope.period)
    until = aligned(scope.to_date.end, now=scope.period, then=before, works=works)
    return Period(before.start, until)


def preceding(period: Period) -> Period:
    """Give the period of the same length that ends where this one starts."""
    months = len(period.months())
    if period == Period.of_months(period.start, months):
        return Period(add_months(period.start, -months), period.start)
    return Period(period.start - _DAY * period.days, period.start)


def same_dates(period: Period) -> Period:
    """Give the same dates a year before; a 29 February belongs to the 28th."""
    return Period(_a_year_before(period.start), _a_year_before(period.end))


def _a_year_before(boundary: date) -> date:
    leaping = (boundary.month, boundary.day) == _LEAP_DAY
    return date(boundary.year - 1, 3, 1) if leaping else boundary.replace(year=boundary.year - 1)
