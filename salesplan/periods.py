"""Stretches of time. The start is inside, the end is outside, everywhere."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from salesplan.errors import BadPeriod

_DAY = timedelta(days=1)
_MONTHS = {"Q": 3, "H": 6}
# The years that a spreadsheet and a plan can speak of; others are slips of the hand.
YEARS = range(1900, 2200)
_CODE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<part>[QH])(?P<nth>\d)|W(?P<week>\d\d?)|(?P<month>\d\d?)))?"
)


@dataclass(frozen=True, order=True)
class Period:
    """A half-open range of days."""

    start: date
    end: date

    @classmethod
    def of_months(cls, first: date, count: int) -> Self:
        """Take whole months from the month of a day on."""
        return cls(first.replace(day=1), add_months(first, count))

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Take one calendar month."""
        return cls.of_months(date(year, month, 1), 1)

    @classmethod
    def year(cls, named: int, fiscal: "FiscalYear | None" = None) -> Self:
        """Take the fiscal year of that name (the calendar year unless told)."""
        return cls.of_months((fiscal or FiscalYear()).first_day(named), 12)

    @classmethod
    def quarter(cls, named: int, quarter: int, fiscal: "FiscalYear | None" = None) -> Self:
        """Take a quarter, 1 to 4, of the fiscal year of that name."""
        first = (fiscal or FiscalYear()).first_day(named)
        return cls.of_months(add_months(first, 3 * (quarter - 1)), 3)

    @property
    def last_day(self) -> date:
        """The last day inside."""
        return self.end - _DAY

    @property
    def days(self) -> int:
        """The number of days inside."""
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies inside."""
        return self.start <= day < self.end

    def months(self) -> list[date]:
        """List the first days of the months that it touches."""
        months, month = [], self.start.replace(day=1)
        while month < self.end:
            months.append(month)
            month = add_months(month, 1)
        return months


@dataclass(frozen=True)
class FiscalYear:
    """How fiscal years lie: the month they start in, and which calendar year names them."""

    start_month: int = 1
    named_by: str = "end"

    def first_day(self, named: int) -> date:
        """Give the first day of the fiscal year of that name."""
        early = self.named_by == "end" and self.start_month > 1
        return date(named - early, self.start_month, 1)

    def of(self, day: date) -> int:
        """Name the fiscal year that a day lies in."""
        year = day.year - (day.month < self.start_month)
        return year + (self.named_by == "end" and self.start_month > 1)


def add_months(day: date, months: int) -> date:
    """Give the first day of the month that lies so many months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def parse_period(text: str, fiscal: FiscalYear | None = None) -> Period:
    """Read 2026, 2026-Q3, 2026-H1, 2026-07, 2026-W07 or 2026-07-01..2026-09-30.

    Years, halves and quarters are fiscal. Two dates are both inside.
    """
    try:
        if ".." in text:
            first, last = (date.fromisoformat(part) for part in text.split(".."))
            return _checked(Period(first, last + _DAY), text)
        match = _CODE.fullmatch(text.strip().upper())
        period = _from_code(match.groupdict(), fiscal or FiscalYear())  # type: ignore[union-attr] # caught below
        return _checked(period, text)
    except (ValueError, AttributeError, OverflowError) as error:
        raise BadPeriod(found=text) from error


def _from_code(code: dict[str, str | None], fiscal: FiscalYear) -> Period:
    year = int(code["year"] or 0)
    if code["week"]:
        monday = date.fromisocalendar(year, int(code["week"]), 1)
        return Period(monday, monday + 7 * _DAY)
    if code["month"]:
        return Period.month(year, int(code["month"]))
    if code["part"]:
        return _part(year, code["part"], int(code["nth"] or 0), fiscal)
    return Period.year(year, fiscal)


def _part(year: int, part: str, nth: int, fiscal: FiscalYear) -> Period:
    """Take the nth quarter or half of a fiscal year."""
    months = _MONTHS[part]
    if not 1 <= nth <= 12 // months:
        raise ValueError(nth)
    return Period.of_months(add_months(fiscal.first_day(year), months * (nth - 1)), months)


def _checked(period: Period, text: str) -> Period:
    """Give a period back that has days, all in years that can be meant."""
    if period.start >= period.end or not (period.start.year in YEARS and period.end.year in YEARS):
        raise BadPeriod(found=text)
    return period


def code(period: Period, fiscal: FiscalYear | None = None) -> str:
    """Write the code that parse_period reads back as this period."""
    fiscal = fiscal or FiscalYear()
    year = fiscal.of(period.start)
    for candidate in _candidates(period, year):
        if parse_period(candidate, fiscal) == period:
            return candidate
    return f"{period.start}..{period.last_day}"


def _candidates(period: Period, year: int) -> list[str]:
    iso = period.start.isocalendar()
    return [
        f"{year}",
        *(f"{year}-H{half}" for half in (1, 2)),
        *(f"{year}-Q{quarter}" for quarter in (1, 2, 3, 4)),
        f"{period.start:%Y-%m}",
        f"{iso.year}-W{iso.week:02}",
    ]
