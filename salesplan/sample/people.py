"""Who sells where: seats in teams, and the reps who join, leave and move between them."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from salesplan.sample.timeline import Timeline
from salesplan.sample.words import Words

REGION_SHARES = (0.30, 0.25, 0.20, 0.13, 0.12)
STAR = 0
_STAR_TALENT = 1.5

Rng = np.random.Generator
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Stay:
    """A rep in a seat from one month until another (not included)."""

    rep: int
    seat: int
    start: int
    until: int


@dataclass(frozen=True)
class Seat:
    """A territory of a team."""

    region: str
    team: str
    region_number: int
    manager: str


@dataclass(frozen=True)
class Rep:
    """A person on the staff list."""

    id: str
    name: str
    talent: float
    hired_on: date
    left_on: date | None


@dataclass(frozen=True)
class Staff:
    """All seats, all reps, and who sat where when."""

    seats: list[Seat]
    reps: list[Rep]
    stays: list[Stay]

    def occupants(self, months: int) -> Ints:
        """Number the rep in each seat (rows) and month (columns); -1 where nobody sits."""
        filled = np.full((len(self.seats), months), -1, dtype=np.int64)
        for stay in self.stays:
            filled[stay.seat, stay.start : stay.until] = stay.rep
        return filled


def staff(words: Words, timeline: Timeline, *, reps: int, rng: Rng) -> Staff:
    """Invent a sales force with that many people over the three years."""
    leavers = reps // 8
    names = _names(words, reps + _teams(words), rng)
    seats = _seats(words, reps - leavers, managers=names[reps:])
    stays = _stays(len(seats), leavers, end=timeline.count, rng=rng)
    talents = np.exp(rng.normal(0, 0.13, reps)).clip(0.7, 1.3)
    talents[STAR] = _STAR_TALENT
    people = [
        _rep(number, name, float(talent), timeline=timeline, stays=stays, rng=rng)
        for number, (name, talent) in enumerate(zip(names[:reps], talents, strict=True))
    ]
    return Staff(seats, people, sorted(stays, key=lambda stay: (stay.start, stay.rep)))


def _teams(words: Words) -> int:
    return sum(len(region.teams) for region in words.regions)


def _names(words: Words, count: int, rng: Rng) -> list[str]:
    """Draw different names; past all combinations a number tells namesakes apart."""
    surnames, given = words.surnames, words.given_names
    drawn = rng.permutation(len(surnames) * len(given))
    names = [
        words.person.format(surname=surnames[i % len(surnames)], given=given[i // len(surnames)])
        for i in drawn
    ]
    rounds, size = divmod(count, len(names))
    return [
        f"{name}{again or ''}"
        for again in range(rounds + 1)
        for name in names[: size if again == rounds else None]
    ]


def _seats(words: Words, count: int, *, managers: list[str]) -> list[Seat]:
    """Spread seats over regions by their share, and over a region's teams in turn."""
    numbers = np.searchsorted(np.cumsum(REGION_SHARES)[:-1], (np.arange(count) + 0.5) / count)
    heads = iter(managers)
    manager = {team: next(heads) for region in words.regions for team in region.teams}
    seats = []
    for seat, number in enumerate(numbers):
        region = words.regions[number]
        team = region.teams[seat % len(region.teams)]
        seats.append(Seat(region.name, team, int(number), manager[team]))
    return seats


def _stays(seats: int, leavers: int, *, end: int, rng: Rng) -> list[Stay]:
    """Seat everybody: some seats open late, some change hands, some pairs change places."""
    free = iter(rng.permutation(np.arange(1, seats)).tolist())
    late = {next(free): int(rng.integers(5, 30)) for _ in range(seats // 12)}
    leaving = {next(free): int(rng.integers(8, 31)) for _ in range(leavers)}
    swaps = [(next(free), next(free), int(rng.integers(10, 31))) for _ in range(seats // 26)]
    stays = {seat: Stay(seat, seat, late.get(seat, 0), end) for seat in range(seats)}
    later = []
    for successor, (seat, month) in enumerate(leaving.items(), start=seats):
        stays[seat] = Stay(seat, seat, 0, month)
        later.append(Stay(successor, seat, month + 1, end))
    for one, other, month in swaps:
        stays[one], stays[other] = Stay(one, one, 0, month), Stay(other, other, 0, month)
        later += [Stay(one, other, month, end), Stay(other, one, month, end)]
    return [*stays.values(), *later]


def _rep(
    number: int, name: str, talent: float, *, timeline: Timeline, stays: list[Stay], rng: Rng
) -> Rep:
    own = [stay for stay in stays if stay.rep == number]
    start, until = min(stay.start for stay in own), max(stay.until for stay in own)
    before = timedelta(days=int(rng.integers(60, 3000)))
    return Rep(
        id=f"S{number + 1:04}",
        name=name,
        talent=talent,
        hired_on=timeline.month(start) if start else timeline.first - before,
        left_on=None if until == timeline.count else timeline.month(until) - timedelta(days=1),
    )
