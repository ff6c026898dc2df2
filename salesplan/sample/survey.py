"""What customers answered when asked how satisfied they are, some with a comment."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from salesplan.sample.orders import Orders
from salesplan.sample.people import Floats, Ints, Rng, Staff
from salesplan.sample.timeline import Timeline
from salesplan.sample.words import Words

# By region: the share of answers in the top two boxes.
_SATISFIED = np.array([0.93, 0.915, 0.92, 0.905, 0.80])
_VERY = 0.55  # of the satisfied
_BAD = (0.58, 0.88)  # of the others: up to here neutral, dissatisfied; the rest is very
_COMMENTED = 0.35


@dataclass(frozen=True)
class Answer:
    """One answer: the score runs from 1 to 5."""

    day: date
    customer: int
    rep: str
    region: str
    score: int
    comment: str


def answers(
    words: Words, timeline: Timeline, staff: Staff, orders: Orders, *, count: int, rng: Rng
) -> list[Answer]:
    """Ask the buyers of some order lines a few days later; by day."""
    lines = rng.integers(0, len(orders.month), min(count, len(orders.month)))
    waits = rng.integers(3, 15, len(lines))
    scores = _scores(np.array([s.region_number for s in staff.seats])[orders.seat[lines]], rng)
    comments = _comments(words, scores, rng)
    days = np.minimum(
        orders.day[lines] + waits.astype("timedelta64[D]"), np.datetime64(timeline.last_day)
    )
    return [
        Answer(
            day=_weekday(days[i].item()),
            customer=int(orders.customer[line]),
            rep=staff.reps[orders.rep[line]].name,
            region=staff.seats[orders.seat[line]].region,
            score=int(scores[i]),
            comment=comments[i],
        )
        for i, line in sorted(enumerate(lines), key=lambda pair: (days[pair[0]], pair[0]))
    ]


def _scores(regions: Ints, rng: Rng) -> Ints:
    satisfied = rng.random(len(regions)) < _SATISFIED[regions]
    which: Floats = rng.random(len(regions))
    good = np.where(which < _VERY, 5, 4)
    bad = 3 - np.searchsorted(_BAD, which)
    return np.where(satisfied, good, bad)


def _comments(words: Words, scores: Ints, rng: Rng) -> list[str]:
    said = rng.random(len(scores)) < _COMMENTED
    which = rng.integers(0, 1_000_000, len(scores))
    return [
        words.comments[str(score)][nth % len(words.comments[str(score)])] if talks else ""
        for score, nth, talks in zip(scores, which, said, strict=True)
    ]


def _weekday(day: date) -> date:
    """Answer on the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
