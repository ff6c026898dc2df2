"""The oracle's own counting of days: working days, shares of a target, days to compare with."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import accumulate

from salesplan.settings import Settings

UNIT = Decimal("0.0001")


def days(start: date, end: date) -> list[date]:
    """List the days from the start to before the end."""
    return [start + timedelta(days=n) for n in range((end - start).days)]


def first_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def later(month: date, months: int) -> date:
    """The first day of the month that lies so many months after a month."""
    number = month.year * 12 + month.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def part(value: Decimal, done: int, steps: int) -> Decimal:
    """The part of a value due after some of so many steps, half a unit away from zero."""
    exact = Fraction(value) * done / steps / Fraction(UNIT)
    whole = int(abs(exact) + Fraction(1, 2))
    return UNIT * (whole if exact >= 0 else -whole)


@cache
def worked(settings: Settings, day: date) -> bool:
    """Tell whether a day is worked under some settings."""
    return settings.work.is_workday(day)


@cache
def bearing(settings: Settings, start: date, end: date) -> list[date]:
    """The days of a stretch that bear its targets: the working days, or all where none is."""
    return [day for day in days(start, end) if worked(settings, day)] or days(start, end)


@dataclass(frozen=True)
class Days:
    """Working days under some settings."""

    settings: Settings

    def works(self, day: date) -> bool:
        """Tell whether a day is worked."""
        return worked(self.settings, day)

    def count(self, start: date, end: date) -> int:
        """Count the working days from the start to before the end."""
        return sum(map(self.works, days(start, end)))

    def shares(self, value: Decimal, start: date, end: date) -> Callable[[date], Decimal]:
        """Spread a value over the working days of a stretch: the part due before each boundary."""
        on = bearing(self.settings, start, end)
        return lambda until: part(value, bisect_left(on, until), len(on))

    def quarter(self, day: date) -> str:
        """Name the fiscal quarter of a day."""
        start = self.settings.fiscal_year_start
        year = day.year - (day.month < start)
        named = year + (self.settings.fiscal_year_named == "end" and start > 1)
        return f"{named}-Q{(day.month - start) % 12 // 3 + 1}"

    def year_before(self, start: date, until: date) -> tuple[date, date]:
        """Both ends a year before, aligned within their months."""
        works = self.known(later(first_of(start), -12), until)
        return self.moved(start, works), self.moved(until, works)

    def moved(self, boundary: date, works: Callable[[date], bool]) -> date:
        """A boundary a year before, with as many working days of its month before it."""
        month = first_of(boundary)
        if boundary == month:
            return later(month, -12)
        return aligned(month, boundary, later(month, -12), later(month, -11), works)

    def period_before(self, start: date, end: date, until: date) -> tuple[date, date]:
        """The period before, up to where as many of its working days had passed."""
        months = (end.year - start.year) * 12 + end.month - start.month
        whole = start.day == end.day == 1
        before = later(start, -months) if whole else start - (end - start)
        if until == end:
            return before, start
        works = self.known(min(before, later(first_of(start), -12)), until)
        return before, aligned(start, until, before, start, works)

    def known(self, first: date, until: date) -> Callable[[date], bool]:
        """Which days are worked; where a year's calendar is not known, every day is."""
        years = {day.year for day in days(first, until)}
        known = all(self.settings.work.known(year) for year in years)
        return self.works if known and years else lambda _: True


def aligned(
    start: date, boundary: date, then: date, then_end: date, works: Callable[[date], bool]
) -> date:
    """The boundary after as many working days, and then days off, as here."""
    passed = [works(day) for day in days(start, boundary)]
    off = len(passed) - max((n + 1 for n, worked in enumerate(passed) if worked), default=0)
    before = accumulate(map(works, days(then, then_end)), initial=0)
    same: Sequence[date] = [
        day
        for day, count in zip(days(then, then_end + timedelta(days=1)), before, strict=True)
        if count == sum(passed)
    ]
    return same[min(off, len(same) - 1)] if same else then_end
