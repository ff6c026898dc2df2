"""The calendar table: one row per day, with a running count of working days."""

from datetime import date
from functools import lru_cache
from itertools import accumulate

import duckdb
import pyarrow as pa

from salesplan.periods import FiscalYear, add_months
from salesplan.settings import Settings
from salesplan.store.sql import run
from salesplan.workdays import WorkCalendar

# The calendar reaches at least this far, and this many years around the facts.
_FIRST, _LAST = 2010, 2032
_BEFORE, _AFTER = 5, 3
# A date outside is a slip of the pen; the calendar does not follow it.
_EARLIEST, _LATEST = 1950, 2150


def refresh_calendar(
    cursor: duckdb.DuckDBPyConnection, settings: Settings, *, anew: bool = False
) -> None:
    """Write the calendar where its years are no longer right, or anew in any case."""
    first, last, *present = run(cursor, "refresh/years")[0]
    years = _years(first, last)
    if anew or tuple(present) != years:
        cursor.register("calendar", calendar(settings.work, settings.fiscal, *years))
        run(cursor, "refresh/calendar")


def _years(first: int | None, last: int | None) -> tuple[int, int]:
    """Give the first and last year of the calendar for facts from the first to the last year."""
    start = min(_FIRST, (first or _FIRST + _BEFORE) - _BEFORE)
    end = max(_LAST, (last or _LAST - _AFTER) + _AFTER)
    return max(start, _EARLIEST), min(end, _LATEST)


@lru_cache(maxsize=8)
def calendar(work: WorkCalendar, fiscal: FiscalYear, first: int, last: int) -> pa.Table:
    """Build the calendar of whole years."""
    start, after = date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal()
    days = [date.fromordinal(number) for number in range(start, after)]
    known = {year: work.known(year) for year in range(first, last + 1)}
    working = [work.is_workday(day) for day in days]
    weeks = [day.isocalendar() for day in days]
    return pa.table(
        {
            "day": days,
            "month": [day.replace(day=1) for day in days],
            "quarter": [_quarter(day, fiscal) for day in days],
            "fiscal_year": [fiscal.of(day) for day in days],
            "iso_year": [week.year for week in weeks],
            "iso_week": [week.week for week in weeks],
            "working": working,
            "known": [known[day.year] for day in days],
            "workdays_through": list(accumulate(map(int, working))),
        }
    )


def _quarter(day: date, fiscal: FiscalYear) -> date:
    """Give the first day of the fiscal quarter of a day."""
    return add_months(day, -((day.month - fiscal.start_month) % 3))
