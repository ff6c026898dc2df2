"""The named parameters of a question: the scope, the grouping, the windows, the settings."""

from collections.abc import Callable
from datetime import date

from salesplan.metrics.catalogue import base, workdays
from salesplan.metrics.levels import level, levels
from salesplan.metrics.windows import (
    Works,
    period_before,
    preceding,
    same_dates,
    whole_months,
    year_before,
)
from salesplan.periods import FiscalYear, Period, add_months
from salesplan.scope import Scope
from salesplan.store import Store

_BASES: dict[str, Callable[[Scope, Works], Period]] = {
    "a year before": year_before,
    "the period before": period_before,
}
_ANY_YEAR = 2000


def parameters(store: Store, name: str, scope: Scope, by: str | None) -> dict[str, object]:
    """Give everything that the SQL of a metric may name."""
    settings, asked = store.settings, level(scope, by)
    return {
        **scope.parameters(),
        **_cut(scope.to_date, ""),
        **_cut(_base(store, name, scope), "base_"),
        **_span(same_dates(scope.period)),
        "first_month": scope.period.start.replace(day=1),
        "by": by,
        "level": asked,
        "levels": levels(asked),
        "fiscal_start": settings.fiscal_year_start,
        "fiscal_shift": _shift(settings.fiscal),
        "ahead": settings.ahead,
        "on_track": settings.on_track,
        "at_risk": settings.at_risk,
        "satisfaction_goal": settings.satisfaction_goal,
        "satisfaction_top": settings.satisfaction_top,
    }


def _base(store: Store, name: str, scope: Scope) -> Period:
    """Find the days that a metric compares with; no day for one that compares with nothing."""
    said = base(name)
    if said is None:
        return Period(scope.period.start, scope.period.start)
    return _BASES[said](scope, _works(store, scope))


def _works(store: Store, scope: Scope) -> Works:
    """Ask the calendar which days are worked; where a year is not known, every day is."""
    first = min(add_months(scope.period.start, -12), preceding(scope.period).start)
    rows = store.rows(workdays(), first=first, after=scope.to_date.end)
    off = {day for day, working, _ in rows if not working}
    if not rows or not all(known for _, _, known in rows):
        return lambda _: True
    return lambda day: day not in off


def _shift(fiscal: FiscalYear) -> int:
    """Tell by how much fiscal years are named later than the calendar year that they start in."""
    first = fiscal.first_day(_ANY_YEAR)
    return _ANY_YEAR - first.year


def _cut(days: Period, prefix: str) -> dict[str, date]:
    """Name the ends of a stretch of days and of the whole months inside."""
    whole = whole_months(days.start, days.end)
    return {
        f"{prefix}start": days.start,
        f"{prefix}until": days.end,
        f"{prefix}whole_start": whole.start,
        f"{prefix}whole_until": whole.end,
    }


def _span(last_year: Period) -> dict[str, date]:
    return {"last_year_start": last_year.start, "last_year_end": last_year.end}
