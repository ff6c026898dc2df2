"""The sample company is one that could be."""

import numpy as np

from salesplan.sample.timeline import PAST


def attained(company, plan, months):
    """Sum up what was sold and planned in months of a plan's year, of all seats."""
    start = company.timeline.number(plan.year, 1)
    sold = company.orders.by_seat(len(company.staff.seats))
    target = sum(
        value or 0
        for goal in plan.goals
        for month, value in zip(plan.months, goal.months, strict=True)
        if month in months
    )
    return sold[:, [start + month - 1 for month in months]].sum() / target


def test_it_sells_some_five_hundred_million_a_year(standard):
    year = standard.orders.of_month(24).start

    assert 4.5e8 < standard.orders.amount[year:].sum() / 100 < 6e8


def test_the_plan_nearly_comes_true(standard):
    first, _, last = standard.plans

    assert 0.95 < attained(standard, first, range(1, 13)) < 1
    assert 0.95 < attained(standard, last, range(1, 11)) < 1
    assert 0.93 < attained(standard, standard.revision, range(7, 13)) < 1.02


def test_it_has_sixty_reps_eight_hundred_customers_and_twenty_thousand_lines(standard):
    assert len({rep.name for rep in standard.staff.reps}) == 60
    assert len(set(standard.customers.names)) == 800
    assert len(standard.orders.amount) == 20_000
    assert len({seat.team for seat in standard.staff.seats}) == 12


def test_reps_join_leave_and_move(standard):
    seats_of = [
        {stay.seat for stay in standard.staff.stays if stay.rep == rep} for rep in range(60)
    ]

    assert sum(len(seats) > 1 for seats in seats_of) >= 2
    assert sum(rep.left_on is not None for rep in standard.staff.reps) == 7
    assert sum(rep.hired_on >= standard.timeline.first for rep in standard.staff.reps) >= 10


def test_nobody_sells_on_a_weekend_or_before_and_after_the_three_years(standard):
    days = standard.orders.day

    assert np.is_busday(days).all()
    assert days.min() >= np.datetime64("2023-11-01")
    assert days.max() <= np.datetime64("2026-10-31")


def test_nobody_sells_during_the_spring_festival(standard):
    festival = np.arange("2025-01-28", "2025-02-05", dtype="datetime64[D]")

    assert not np.isin(standard.orders.day, festival).any()


def test_a_line_is_sold_by_who_sits_in_its_seat(standard):
    orders = standard.orders

    assert (orders.rep == standard.staff.occupants(PAST)[orders.seat, orders.month]).all()
    assert (standard.customers.seat[orders.customer] == orders.seat).all()


def test_an_order_has_one_day_one_rep_and_one_customer(standard):
    orders = standard.orders
    lines = zip(orders.day.tolist(), orders.number.tolist(), orders.customer.tolist(), strict=True)
    pairs = set(lines)

    assert len({pair[:2] for pair in pairs}) == len(pairs) < 20_000


def test_customers_are_satisfied_but_for_one_region(standard):
    def satisfied(region):
        scores = [answer.score for answer in standard.answers if region in (None, answer.region)]
        return np.mean([score >= 4 for score in scores])

    assert 0.89 < satisfied(None) < 0.93
    assert satisfied("西南") < 0.86 < satisfied("华东")
