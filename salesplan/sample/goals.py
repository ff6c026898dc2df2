"""The targets per rep and month: a plan each year, and one revision half-way."""

from dataclasses import dataclass

import numpy as np

from salesplan.sample.people import Floats, Staff
from salesplan.sample.timeline import PAST, Timeline

# How much of the plan each year came true in the end, the oldest first.
_CAME_TRUE = (0.985, 0.945, 0.975)
# By region: what the revision did to the second half.
_REVISED = np.array([1.00, 0.97, 0.97, 0.98, 0.90])


@dataclass(frozen=True)
class Goal:
    """A rep's targets in a seat, in yuan, by month of the year; None where there is none."""

    region: str
    team: str
    rep: str
    months: tuple[float | None, ...]


@dataclass(frozen=True)
class Plan:
    """A sheet of the plan: its year, its months (numbered from 1), its lines by team."""

    year: int
    months: range
    goals: list[Goal]


def plans(
    planned: Floats, sold: Floats, *, staff: Staff, timeline: Timeline, unit: int
) -> tuple[list[Plan], Plan]:
    """Make the yearly plans from a planner's weights, sized so that they came nearly true.

    Whole units only (yuan), as a person would type them. The second value is the revision.
    """
    yearly, revision = [], None
    for year, came_true in zip(timeline.years, _CAME_TRUE, strict=True):
        size = _size(planned, sold, timeline, year) / came_true
        yearly.append(_plan(planned * size, staff, timeline, year=year, unit=unit))
        if year == timeline.revised:
            changed = (
                planned * size * _REVISED[[seat.region_number for seat in staff.seats]][:, None]
            )
            revision = _plan(changed, staff, timeline, year=year, unit=unit, first=7)
    assert revision is not None  # noqa: S101 -- the revised year is one of the three
    return yearly, revision


def _size(planned: Floats, sold: Floats, timeline: Timeline, year: int) -> float:
    """Give the factor from weights to the money that the year's past months made."""
    start = timeline.number(year, 1)
    past = slice(start, min(start + 12, PAST))
    return float(sold[:, past].sum() / planned[:, past].sum())


def _plan(
    targets: Floats, staff: Staff, timeline: Timeline, *, year: int, unit: int, first: int = 1
) -> Plan:
    start, months = timeline.number(year, 1), range(first, 13)
    goals = []
    for number, seat in enumerate(staff.seats):
        for stay in staff.stays:
            numbers = [start + month - 1 for month in months]
            sits = [stay.seat == number and stay.start <= n < stay.until for n in numbers]
            if any(sits):
                values = (
                    round(float(targets[number, n]) / unit) * float(unit) if here else None
                    for n, here in zip(numbers, sits, strict=True)
                )
                name = staff.reps[stay.rep].name
                goals.append(Goal(seat.region, seat.team, name, tuple(values)))
    return Plan(year, months, _by_team(goals, staff))


def _by_team(goals: list[Goal], staff: Staff) -> list[Goal]:
    """Put the lines of a team side by side, regions and teams in the order of the seats."""
    teams = {(seat.region_number, seat.team): None for seat in staff.seats}
    order = {team: place for place, (_, team) in enumerate(sorted(teams, key=lambda key: key[0]))}
    return sorted(goals, key=lambda goal: order[goal.team])
