"""The order lines, all at once in columns, so that a million take seconds."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from salesplan.sample.customers import Customers
from salesplan.sample.people import Floats, Ints, Rng
from salesplan.sample.timeline import PAST, Timeline

# List price in yuan, cost as a share of it, how often sold, and how that changes over three years.
PRICES = np.array(
    [3600, 5200, 4800, 128000, 18500, 2600, 9800, 6400, 980, 1280, 36000, 12000], dtype=np.int64
)
_COSTS = np.array([0.66, 0.58, 0.68, 0.74, 0.52, 0.70, 0.69, 0.60, 0.75, 0.67, 0.22, 0.41])
_POPULAR = np.array([14, 13, 12, 6, 9, 8, 9, 6, 7, 6, 5, 5], dtype=np.float64)
_TREND = np.array([1.0, 1.1, 0.7, 1.6, 1.9, 0.6, 1.0, 1.5, 0.9, 0.9, 1.6, 1.3])
# Direct, distributor, online, partner: by region, and the discount that each gives at most.
_CHANNELS = np.array(
    [
        [0.50, 0.25, 0.15, 0.10],
        [0.40, 0.25, 0.25, 0.10],
        [0.55, 0.20, 0.10, 0.15],
        [0.35, 0.45, 0.10, 0.10],
        [0.30, 0.50, 0.08, 0.12],
    ]
)
_DISCOUNTS = np.array([0.08, 0.15, 0.05, 0.12])
_LINE = 49_000  # yuan, the median line
_SAME_ORDER = 0.35
_RETURNED = 0.004
_INFLATION = 0.02


@dataclass(frozen=True)
class Orders:
    """Lines in columns, by day and order; money in fen (hundredths)."""

    day: npt.NDArray[np.datetime64]
    month: Ints
    number: Ints  # of the order within its day
    seat: Ints
    rep: Ints
    customer: Ints
    product: Ints
    channel: Ints
    quantity: Ints
    amount: Ints
    cost: Ints

    def of_month(self, number: int) -> slice:
        """Give where a month's lines lie."""
        start, until = np.searchsorted(self.month, [number, number + 1])
        return slice(int(start), int(until))

    def by_seat(self, seats: int) -> Floats:
        """Sum up yuan by seat and month."""
        cells = np.bincount(
            self.seat * PAST + self.month, weights=self.amount / 100, minlength=seats * PAST
        )
        return np.asarray(cells.reshape(seats, PAST))


@dataclass(frozen=True)
class Market:
    """What the orders are drawn from."""

    timeline: Timeline
    weights: Floats  # by seat and month
    days: Floats  # by past day
    occupants: Ints
    region: Ints  # by seat
    customers: Customers


def orders(market: Market, *, rows: int, rng: Rng) -> Orders:
    """Draw that many order lines."""
    seat, month = _cells(market.weights, rows, rng)
    day = _days(market, month, rng)
    customer = _buyers(market.customers, seat, month, rng)
    same = _same_order(seat, month, rng)
    customer, day = customer[same], day[same]
    product = _pick(_popularity(month), rng)
    channel = _pick(_CHANNELS[market.region[seat]], rng)[same]
    quantity = _quantities(product, customer, rng)
    unit = _prices(product, month, channel, rng)
    cost = np.rint(PRICES[product] * _COSTS[product] * _inflated(month) * 100).astype(np.int64)
    taken = rng.random(len(same))[same]  # when in the day the order was taken
    order = np.lexsort((taken, day))
    number = _numbers(day[order], taken[order])
    columns = [month, seat, market.occupants[seat, month], customer, product, channel, quantity]
    month, seat, rep, customer, product, channel, quantity = (part[order] for part in columns)
    return Orders(
        day=np.datetime64(market.timeline.first, "D") + day[order],
        month=month,
        number=number,
        seat=seat,
        rep=rep,
        customer=customer,
        product=product,
        channel=channel,
        quantity=quantity,
        amount=quantity * unit[order],
        cost=quantity * cost[order],
    )


def _cells(weights: Floats, rows: int, rng: Rng) -> tuple[Ints, Ints]:
    """Deal the lines out to seats and months."""
    counts = rng.multinomial(rows, (weights / weights.sum()).ravel())
    cells = np.repeat(np.arange(weights.size), counts)
    return cells // PAST, cells % PAST


def _days(market: Market, month: Ints, rng: Rng) -> Ints:
    """Draw a day of its month for each line, counted from the first day."""
    first = market.timeline.first
    bounds = [(market.timeline.month(number) - first).days for number in range(PAST + 1)]
    upto = np.append(0.0, np.cumsum(market.days))[bounds]
    at = upto[month] + rng.random(len(month)) * (upto[month + 1] - upto[month])
    return np.asarray(np.searchsorted(np.cumsum(market.days), at, side="right"))


def _buyers(customers: Customers, seat: Ints, month: Ints, rng: Rng) -> Ints:
    """Draw a customer that the seat has by then; the older ones buy more often."""
    starts, known = customers.known(int(seat.max()) + 1)
    nth = known[seat, month] * rng.random(len(seat)) ** 1.7
    return np.asarray(starts[seat] + nth.astype(np.int64))


def _same_order(seat: Ints, month: Ints, rng: Rng) -> Ints:
    """Give for each line the first line of its order: some share the order of the line before."""
    joins = rng.random(len(seat)) < _SAME_ORDER
    joins[0] = False
    joins[1:] &= (seat[1:] == seat[:-1]) & (month[1:] == month[:-1])
    return np.maximum.accumulate(np.where(joins, 0, np.arange(len(seat))))


def _numbers(day: Ints, order: Floats) -> Ints:
    """Number the orders of each day from 1."""
    new = np.append(True, (order[1:] != order[:-1]))
    running = np.cumsum(new)
    opens = np.append(True, day[1:] != day[:-1])
    return np.asarray(running - np.maximum.accumulate(np.where(opens, running - 1, 0)))


def _pick(weights: Floats, rng: Rng) -> Ints:
    """Draw one column for each row of weights."""
    upto = np.cumsum(weights, axis=1)
    at = rng.random(len(weights)) * upto[:, -1]
    return np.asarray((at[:, None] >= upto).sum(axis=1))


def _popularity(month: Ints) -> Floats:
    years = (np.arange(PAST) / PAST)[:, None]
    return np.asarray((_POPULAR * _TREND**years)[month])


def _inflated(month: Ints) -> Floats:
    """Raise prices each year, not within it."""
    return np.asarray((1 + _INFLATION) ** (month // 12))


def _prices(product: Ints, month: Ints, channel: Ints, rng: Rng) -> Ints:
    """Give the unit price in fen after a discount of whole percents."""
    discount = np.floor(rng.random(len(product)) * (_DISCOUNTS[channel] * 100 + 1)) / 100
    return np.asarray(
        np.rint(PRICES[product] * _inflated(month) * (1 - discount) * 100).astype(np.int64)
    )


def _quantities(product: Ints, customer: Ints, rng: Rng) -> Ints:
    """Order for some worth, a few times more or less; a few lines are returns."""
    size = np.exp(rng.normal(0, 0.35, int(customer.max()) + 1))[customer]
    worth = _LINE * size * np.exp(rng.normal(0, 0.65, len(product)))
    quantity = np.maximum(1, np.rint(worth / PRICES[product])).astype(np.int64)
    return np.where(rng.random(len(product)) < _RETURNED, -np.maximum(1, quantity // 4), quantity)
