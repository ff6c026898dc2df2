"""What people look at: any period, up to any day, within any members; at random, from a seed."""

from datetime import date, timedelta
from random import Random

from salesplan.periods import Period
from salesplan.scope import DIMENSIONS, Scope
from salesplan.settings import Settings

MEMBERS = {
    "region": ("East", "West", ""),
    "team": ("North", "South", ""),
    "rep": ("r1", "r2", "Cid", "Dee", "Guest", ""),
    "product": ("Pump", "Valve", ""),
    "channel": ("Web", ""),
}
# How many dimensions have chosen members, mostly none.
CHOICES = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2)
MONTHS = (7, 7, 7, 7, 8, 8, 6, 2, 10, 12)


def scope(chance: Random, settings: Settings) -> Scope:
    """Choose a period, a day in or around it, and now and then some members."""
    days = period(chance, settings)
    as_of = days.start + timedelta(days=chance.randint(-1, days.days))
    busy = date(2026, chance.choice((7, 7, 8)), chance.randint(1, 31))
    names = chance.sample(DIMENSIONS, chance.choice(CHOICES))
    members = {
        name: tuple(chance.sample(MEMBERS[name], chance.choice((1, 1, 2)))) for name in names
    }
    return Scope(days, chance.choice((as_of, busy, busy, days.last_day)), **members)


def period(chance: Random, settings: Settings) -> Period:
    """Choose a month, quarter or year of these settings, a week, or any stretch of days."""
    month = chance.choice(MONTHS)
    first = date(chance.choice((2026, 2026, 2026, 2026, 2026, 2025)), month, 1)
    return chance.choice(
        (
            Period.of_months(first, 1),
            Period.of_months(first, 1),
            Period.of_months(first, 2),
            Period.quarter(2026, 1 + month % 4, settings.fiscal),
            Period.year(2026, settings.fiscal),
            Period(first + timedelta(days=4), first + timedelta(days=11)),
            Period(first - timedelta(days=9), first + timedelta(days=45)),
        )
    )
