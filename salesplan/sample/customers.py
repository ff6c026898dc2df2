"""The customers: name, town, segment, the seat that serves them, and since when."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from salesplan.sample.people import Floats, Ints, Rng, Staff
from salesplan.sample.timeline import PAST, Timeline
from salesplan.sample.words import Words

_OLD = 0.62  # the share of customers from before the first month
_SEGMENTS = (0.08, 0.38)  # up to here strategic, key; the rest is standard


@dataclass(frozen=True)
class Customers:
    """All customers in columns, those of one seat side by side, the oldest first."""

    names: list[str]
    seat: Ints
    since: Ints
    segment: Ints
    first_order_on: list[date | None]

    def known(self, seats: int) -> tuple[Ints, Ints]:
        """Give each seat's first customer, and how many it has by seat and month."""
        starts = np.searchsorted(self.seat, np.arange(seats))
        cells = np.bincount(self.seat * PAST + self.since, minlength=seats * PAST)
        return starts, cells.reshape(seats, PAST).cumsum(axis=1)


def customers(
    words: Words, timeline: Timeline, staff: Staff, *, shares: Floats, rng: Rng
) -> Customers:
    """Invent some 13 customers per rep, at least one in every seat from the start."""
    seats = len(staff.seats)
    count = max(seats, round(len(staff.reps) * 800 / 60))
    more = rng.choice(seats, count - seats, p=shares / shares.sum())
    old = rng.random(count - seats) < _OLD
    since = np.where(old, 0, rng.integers(0, PAST, count - seats))
    seat, since = np.append(np.arange(seats), more), np.append(np.zeros(seats, int), since)
    order = np.lexsort((since, seat))
    known_before = np.append(np.ones(seats, bool), old)[order]
    return Customers(
        names=_names(words, staff, seat[order], rng),
        seat=seat[order],
        since=since[order],
        segment=np.searchsorted(_SEGMENTS, _rank(seat[order])),
        first_order_on=[_first_order(timeline, rng) if yes else None for yes in known_before],
    )


def _rank(seats: Ints) -> Floats:
    """Place each customer among those of its seat, the oldest (who buy most) at 0."""
    sizes = np.bincount(seats)
    starts = np.cumsum(sizes) - sizes
    return np.asarray((np.arange(len(seats)) - starts[seats]) / sizes[seats])


def _first_order(timeline: Timeline, rng: Rng) -> date:
    return timeline.first - timedelta(days=int(rng.integers(20, 2500)))


def _names(words: Words, staff: Staff, seats: Ints, rng: Rng) -> list[str]:
    """Draw different names from the towns of each customer's region."""
    places = len(words.regions[0].places)
    brands, trades = words.brands, words.trades
    size = places * len(brands) * len(trades)
    draws = [iter(_again(rng.permutation(size).tolist())) for _ in words.regions]
    names = []
    for seat in seats:
        number = staff.seats[seat].region_number
        drawn, again = next(draws[number])
        name = words.customer.format(
            place=words.regions[number].places[drawn % places],
            brand=brands[drawn // places % len(brands)],
            trade=trades[drawn // places // len(brands)],
        )
        names.append(f"{name}{again or ''}")
    return names


def _again(drawn: list[int]) -> Iterator[tuple[int, int]]:
    """Repeat a draw for ever, counting the rounds: past all combinations, names get a number."""
    return ((one, again) for again in itertools.count() for one in drawn)
