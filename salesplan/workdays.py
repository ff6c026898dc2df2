"""Working days of a country, moved working days included, and the company's own days off."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import holidays

from salesplan.errors import BadSetting

_SATURDAY = 5
# Countries that move working days by a yearly notice; China publishes next year's each November.
_MOVES_DAYS = frozenset({"CN"})


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked: a country by its ISO code, and own days off."""

    country: str = "CN"
    days_off: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Tell whether a day is worked."""
        calendar = _holidays(self.country, day.year)
        return day not in self.days_off and bool(calendar.is_working_day(day))

    def known(self, year: int) -> bool:
        """Tell whether the country's calendar of a year has been published.

        Where working days are moved (China), a year without a moved day has no notice yet: its
        holidays are a rule of thumb.
        """
        return self.country not in _MOVES_DAYS or _moves_days(self.country, year)


@cache
def _holidays(country: str, year: int) -> holidays.HolidayBase:
    """Give one year whole: a calendar that fills itself while threads read it may miss days."""
    try:
        return holidays.country_holidays(country, years=year, expand=False)
    except NotImplementedError as error:
        raise BadSetting(name="country", found=country) from error


@cache
def _moves_days(country: str, year: int) -> bool:
    """Tell whether a weekend day of the year is worked, which only a published notice says."""
    calendar = _holidays(country, year)
    first, after = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    weekend = (
        day for day in map(date.fromordinal, range(first, after)) if day.weekday() >= _SATURDAY
    )
    return any(calendar.is_working_day(day) for day in weekend)


def countries() -> list[str]:
    """List the countries that can be chosen, by ISO code."""
    return sorted(holidays.list_supported_countries(include_aliases=False))
