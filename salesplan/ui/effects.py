"""What settings lead to, in plain words with an example."""

import math
from datetime import date, timedelta
from decimal import Decimal

from salesplan import columns
from salesplan.periods import Period
from salesplan.settings import Settings
from salesplan.text import t

# The scales on which surveys usually ask, as lowest and highest score.
_SCALES = ((1, 5), (1, 10))
_EXAMPLE = Decimal(12_345_678)


def calendar(settings: Settings, day: date) -> list[str]:
    """Say how the fiscal year lies, how many days of the month are worked, what is not known."""
    year = settings.fiscal.of(day)
    lies = Period.year(year, settings.fiscal)
    month = Period.month(day.year, day.month)
    blanks = {"year": year, "first": columns.day(lies.start), "last": columns.day(lies.last_day)}
    sentences = [
        t("settings.effect_year", **blanks),
        t(
            "settings.effect_month",
            month=columns.month(month.start),
            days=workdays(settings, month),
        ),
    ]
    if not settings.work.known(year + 1):
        sentences.append(t("settings.effect_unknown", year=year + 1))
    return sentences


def workdays(settings: Settings, period: Period) -> int:
    """Count the working days of a period."""
    days = (period.start + timedelta(days=number) for number in range(period.days))
    return sum(settings.work.is_workday(day) for day in days)


def money(settings: Settings) -> list[str]:
    """Show an amount as pages will."""
    shown = columns.money(_EXAMPLE, currency=settings.currency, unit=settings.unit)
    return [t("settings.effect_money", plain=columns.grouped(_EXAMPLE, 0), shown=shown)]


def judgement(settings: Settings) -> list[str]:
    """Say which pace is called what."""
    bounds = ("ahead", "on_track", "at_risk")
    rates = {name: columns.rate(float(getattr(settings, name)), 0) for name in bounds}
    return [t("settings.effect_judgement", **rates)]


def satisfaction(settings: Settings) -> list[str]:
    """Say from which score an answer counts as satisfied, on the usual scales."""
    scores = [lowest_satisfied(settings, *scale) for scale in _SCALES]
    goal = columns.rate(float(settings.satisfaction_goal), 0)
    return [t("settings.effect_satisfaction", of_5=scores[0], of_10=scores[1], goal=goal)]


def lowest_satisfied(settings: Settings, lowest: int, highest: int) -> int:
    """Give the lowest whole score that counts as satisfied on a scale."""
    return math.ceil(highest - settings.satisfaction_top * (highest - lowest))
