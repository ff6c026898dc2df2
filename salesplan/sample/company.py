"""The sample company whole: same seed, same company."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from salesplan.sample.customers import Customers, customers
from salesplan.sample.demand import day_weights, expected, planned, potential
from salesplan.sample.goals import Plan, plans
from salesplan.sample.orders import Market, Orders, orders
from salesplan.sample.people import Rng, Staff, staff
from salesplan.sample.survey import Answer, answers
from salesplan.sample.timeline import PAST, Timeline
from salesplan.sample.words import Words, words

TARGET_UNIT = 1000  # yuan: a tenth of 万元 in Chinese, a thousand in English
_LINES_PER_REP = 20_000 / 60
_ANSWERS_PER_REP = 50


@dataclass(frozen=True)
class Company:
    """Everything that the workbooks say."""

    words: Words
    timeline: Timeline
    staff: Staff
    customers: Customers
    orders: Orders
    plans: list[Plan]
    revision: Plan
    answers: list[Answer]


def company(*, language: str, seed: int, reps: int, rows: int | None, today: date) -> Company:
    """Invent a company up to the month before today's."""
    named, timeline = words(language), Timeline.before(today)
    people = staff(named, timeline, reps=reps, rng=_rng(seed, 1))
    shares = potential(people, _rng(seed, 2))
    buyers = customers(named, timeline, people, shares=shares, rng=_rng(seed, 3))
    market = Market(
        timeline=timeline,
        weights=expected(people, shares, timeline=timeline, rng=_rng(seed, 4)),
        days=day_weights(timeline),
        occupants=people.occupants(PAST),
        region=np.array([seat.region_number for seat in people.seats]),
        customers=buyers,
    )
    count = round(reps * _LINES_PER_REP) if rows is None else rows
    lines = orders(market, rows=count, rng=_rng(seed, 5))
    plan, revision = plans(
        planned(people, shares, timeline=timeline),
        lines.by_seat(len(people.seats)),
        staff=people,
        timeline=timeline,
        unit=TARGET_UNIT,
    )
    asked = answers(
        named, timeline, people, lines, count=reps * _ANSWERS_PER_REP, rng=_rng(seed, 6)
    )
    return Company(named, timeline, people, buyers, lines, plan, revision, asked)


def _rng(seed: int, part: int) -> Rng:
    """Give each part its own stream, so that a change of one leaves the others as they were."""
    return np.random.default_rng([seed, part])
