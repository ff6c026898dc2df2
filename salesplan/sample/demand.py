"""How much each seat sells and should sell, by month: season, growth, talent, weak and strong."""

from datetime import timedelta

import numpy as np

from salesplan.sample.people import REGION_SHARES, Floats, Ints, Rng, Staff
from salesplan.sample.timeline import PAST, Timeline
from salesplan.workdays import WorkCalendar

# January to December. The Spring Festival comes on top, through the working days it takes.
SEASON = (0.95, 0.82, 1.12, 0.95, 0.98, 1.12, 0.92, 0.94, 1.12, 0.98, 1.08, 1.22)
# What a planner allows for: months as they are on average, the festival within February.
PLANNED = (0.90, 0.70, 1.14, 0.97, 0.98, 1.10, 0.95, 0.95, 1.12, 0.90, 1.08, 1.25)
GROWTH = 0.08
# By region: the third year starts weak and recovers, the last stays weak.
_CURVES = ((1.06, 1.06), (1.00, 1.02), (0.98, 1.00), (0.78, 1.12), (0.91, 0.87))
_RAMP = (0.35, 0.6, 0.85)
_WEEKEND = 5


def potential(staff: Staff, rng: Rng) -> Floats:
    """Give each seat its share of the market."""
    regions = np.array([seat.region_number for seat in staff.seats])
    seats = np.bincount(regions, minlength=len(REGION_SHARES))
    even = np.array(REGION_SHARES)[regions] / seats[regions]
    return np.asarray(even * np.exp(rng.normal(0, 0.18, len(regions))))


def ramp(occupants: Ints) -> Floats:
    """Give the share of full strength: less in the first months of a rep in a seat, 0 if empty."""
    strength = (occupants >= 0).astype(np.float64)
    for months, share in enumerate(_RAMP, start=1):
        new = occupants[:, months:] != occupants[:, :-months]
        strength[:, months:][new] = np.minimum(strength[:, months:][new], share)
    strength[occupants < 0] = 0
    return strength


def expected(staff: Staff, shares: Floats, *, timeline: Timeline, rng: Rng) -> Floats:
    """Weigh what each seat will sell in each past month."""
    occupants = staff.occupants(PAST)
    talents = np.array([rep.talent for rep in staff.reps])
    regions = [seat.region_number for seat in staff.seats]
    starts, ends = np.array(_CURVES).T
    curve = np.linspace(starts[regions], ends[regions], PAST).T
    luck = np.exp(rng.normal(0, 0.08, occupants.shape))
    company = _season(timeline, SEASON, PAST) * _worked_months(timeline)
    return np.asarray(
        shares[:, None] * talents[occupants] * ramp(occupants) * curve * luck * company
    )


def planned(staff: Staff, shares: Floats, *, timeline: Timeline) -> Floats:
    """Weigh what a planner expects of each seat in each month, the star's fame included."""
    occupants = staff.occupants(timeline.count)
    talents = np.array([rep.talent for rep in staff.reps])
    fame = 1 + 0.4 * (talents[occupants] - 1)
    company = _season(timeline, PLANNED, timeline.count)
    return np.asarray(shares[:, None] * fame * ramp(occupants) * company)


def _season(timeline: Timeline, season: tuple[float, ...], count: int) -> Floats:
    months = np.arange(count)
    weights = np.array(season)[[month.month - 1 for month in timeline.months[:count]]]
    return np.asarray(weights * (1 + GROWTH) ** (months / 12))


def day_weights(timeline: Timeline) -> Floats:
    """Weigh each past day: weekdays that are worked, with a push at the end of each quarter."""
    calendar = WorkCalendar("CN")
    days = (timeline.last_day - timeline.first).days + 1
    all_days = [timeline.first + timedelta(days=day) for day in range(days)]
    worked = [day.weekday() < _WEEKEND and calendar.is_workday(day) for day in all_days]
    push = [_push((day + timedelta(days=8)).month - day.month, day.month) for day in all_days]
    return np.asarray(np.array(worked, dtype=np.float64) * np.array(push))


def _push(crosses: int, month: int) -> float:
    """Sell more in the last days of a month, and more so of a quarter."""
    if not crosses:
        return 1.0
    return 1.9 if month % 3 == 0 else 1.25


def _worked_months(timeline: Timeline) -> Floats:
    """Give the working days of each past month against the average."""
    first = timeline.first
    bounds = [(timeline.month(month) - first).days for month in range(PAST)]
    worked = np.add.reduceat((day_weights(timeline) > 0).astype(np.float64), bounds)
    return np.asarray(worked / worked.mean())
