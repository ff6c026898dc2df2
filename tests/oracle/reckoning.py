"""The oracle: every metric from the books, in Fraction and Decimal, without a line of SQL."""

import math
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.company import Row
from tests.oracle.cut import Cut, Key, over, total
from tests.oracle.days import days, first_of, later, part

# By member, or by member and month, or by day.
Rows = dict[Any, tuple[Any, ...]]
Z2 = 1.959963984540054**2


def attainment(cut: Cut) -> Rows:
    return {key: attained(cut, key) for key in cut.keys}


def attained(cut: Cut, key: Key) -> tuple[Any, ...]:
    actual = cut.actual.get(key, Decimal())
    target, to_date = cut.target.get(key), cut.to_date.get(key)
    gap = None if target is None else target - actual
    gap_to_date = None if to_date is None else to_date - actual
    whole = (actual, target, over(actual, target), gap)
    return *whole, to_date, over(actual, to_date), gap_to_date


def pace(cut: Cut) -> Rows:
    return {
        key: (actual, to_date, reached, gap, status(cut, actual, to_date))
        for key, (actual, _, _, _, to_date, reached, gap) in attainment(cut).items()
    }


def status(cut: Cut, actual: Decimal, to_date: Decimal | None) -> str | None:
    if to_date is None or to_date <= 0:
        return None
    at_least = cut.books.company.settings
    for word in ("ahead", "on_track", "at_risk"):
        if actual >= getattr(at_least, word) * to_date:
            return word
    return "behind"


def required(cut: Cut) -> Rows:
    left = cut.books.days.count(cut.until, cut.end)
    rows = {}
    for key in cut.keys:
        actual, target, _, remaining, *_ = attained(cut, key)
        need = None if remaining is None or not left else part(remaining, 1, left)
        rows[key] = (actual, target, remaining, left, need, *best_and_median(cut, key))
    return rows


def best_and_median(cut: Cut, key: Key) -> tuple[Decimal | None, Decimal | None]:
    sums = {day: Decimal() for day in days(cut.start, cut.until) if cut.books.days.works(day)}
    for row in cut.sales:
        if cut.key(row) == key:
            sums[row["day"]] = sums.get(row["day"], Decimal()) + row["amount"]
    if not sums:
        return None, None
    ordered = sorted(sums.values())
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return ordered[-1], part(low + high, 1, 2)


def run_rate(cut: Cut) -> Rows:
    elapsed = cut.books.days.count(cut.start, cut.until)
    whole = cut.books.days.count(cut.start, cut.end)
    return {
        key: (actual, elapsed, whole, part(actual, whole, elapsed) if elapsed else None)
        for key, actual in ((key, cut.actual.get(key, Decimal())) for key in cut.keys)
    }


def growth(cut: Cut) -> Rows:
    return grown(cut, *cut.books.days.year_before(cut.start, cut.until), months=12)


def growth_period(cut: Cut) -> Rows:
    return grown(cut, *cut.books.days.period_before(cut.start, cut.end, cut.until), months=0)


def grown(cut: Cut, start: date, until: date, months: int) -> Rows:
    rows = [
        row | {"day": later(first_of(row["day"]), months)}
        for row in cut.inside(cut.books.sales, start, until)
    ]
    base = cut.summed(rows, lambda row: row["amount"])
    return {
        key: (actual, before, over(actual - before, before) if (before or 0) > 0 else None)
        for key in set(cut.actual) | set(base)
        for actual, before in [(cut.actual.get(key, Decimal()), base.get(key))]
    }


def effective_target(cut: Cut) -> Rows:
    level = cut.level
    if level is None:
        return {}
    own = cut.touching([row for row in cut.books.planned(level) if row.level == level])
    below = cut.touching(cut.books.below(level))
    units: dict[Any, list[list[Decimal]]] = defaultdict(lambda: [[], []])
    for side, rows in enumerate((own, below)):
        for row in rows:
            unit = None if level == "company" else getattr(row, level)
            units[cut.key(row), row.month, unit][side].append(cut.within(row, cut.end))
    sums = {unit: (total(a), total(b)) for unit, (a, b) in units.items()}
    rows = {}
    for key in {unit[0] for unit in sums}:
        pairs = [pair for unit, pair in sums.items() if unit[0] == key]
        both = [b - a for a, b in pairs if a is not None and b is not None]
        explicit, children = total(a for a, _ in pairs), total(b for _, b in pairs)
        rows[key] = (explicit, children, cut.target.get(key), total(both))
    return rows


def average_deal(cut: Cut) -> Rows:
    rows = {}
    for key, amount in cut.actual.items():
        own = [row for row in cut.sales if cut.key(row) == key]
        numbered = {row["order_id"] for row in own} - {None}
        orders = len(numbered) + sum(row["order_id"] is None for row in own)
        counted = [row for row in own if row["quantity"] is not None]
        quantity = total(row["quantity"] for row in counted)
        price = over(total(row["amount"] for row in counted), quantity)
        rows[key] = (amount, orders, part(amount, 1, orders), quantity, price)
    return rows


def gross_margin(cut: Cut) -> Rows:
    rows = {}
    for key, amount in cut.actual.items():
        costed = [r for r in cut.sales if cut.key(r) == key and r["cost"] is not None]
        cost = total(row["cost"] for row in costed)
        sold = sum((row["amount"] for row in costed), Decimal())
        margin = None if cost is None else over(sold - cost, sold)
        rows[key] = (sold, cost, margin, over(sold, amount))
    return rows


def new_customers(cut: Cut) -> Rows:
    rows = cut.inside(cut.books.newcomers, cut.start, cut.until)
    return {key: (count,) for key, count in cut.summed(rows, lambda _: 1).items()}


def csat(cut: Cut) -> Rows:
    answers = cut.inside(cut.books.answers, cut.start, cut.until)
    groups: dict[Key, list[Row]] = defaultdict(list)
    for row in answers:
        groups[cut.key(row)].append(row)
    return {key: judged(cut, rows) for key, rows in groups.items()}


def judged(cut: Cut, rows: list[Row]) -> tuple[Any, ...]:
    n, satisfied = len(rows), sum(row["score"] >= Decimal("3.4") for row in rows)
    wanted = sum((goal_of(cut, row) for row in rows), Decimal())
    goal = part(wanted, 1, n)
    p, spread = satisfied / n, Z2 / n
    half = math.sqrt(spread * p * (1 - p) + spread * spread / 4)
    low, high = ((p + spread / 2 + side * half) / (1 + spread) for side in (-1, 1))
    low, high = max(low, 0.0), min(high, 1.0)
    verdict = "met" if low >= goal else "not_met" if high < goal else "not_enough"
    needed: int | None = 0
    if verdict == "not_enough":
        away = float(Fraction(satisfied) - Fraction(wanted)) / n
        enough = Z2 * float(goal * (1 - goal)) / away**2 if away else None
        needed = None if enough is None else max(1, math.ceil(enough) - n)
    return n, satisfied, p, low, high, float(goal), verdict, needed


def goal_of(cut: Cut, row: Row) -> Decimal:
    """The highest goal of an answer's month: its member's, else the company's, else the setting."""
    month = first_of(row["day"])
    for level in (cut.level, "company"):
        goals = [
            target.value
            for target in cut.books.targets
            if (target.metric, target.level, target.month) == ("satisfaction", level, month)
            and (level == "company" or getattr(target, level) == row[level])
        ]
        if goals:
            return max(goals)
    return cut.books.company.settings.satisfaction_goal


def attainment_by_month(cut: Cut) -> Rows:
    months = {first_of(day) for day in days(cut.start, cut.end)}
    rows = {}
    for month in months:
        sold = [row for row in cut.sales if first_of(row["day"]) == month]
        planned = [row for row in cut.targets if row.month == month]
        begun = month <= cut.scope.as_of
        until = cut.until if begun else cut.end
        actual = cut.summed(sold, lambda row: row["amount"])
        target = cut.summed(planned, lambda row, to=until: cut.within(row, to))
        for key in set(actual) | set(target):
            done = actual.get(key, Decimal()) if begun else None
            rows[key, month] = (done, target.get(key), over(done, target.get(key)))
    return rows


def progress(cut: Cut) -> Rows:
    year_before = [(row, a_year_on(row["day"])) for row in cut.books.sales if cut.chosen(row)]
    base = [(row["amount"], day) for row, day in year_before if cut.start <= day < cut.end]
    rows = {}
    for day in days(cut.start, cut.end):
        until = day + timedelta(days=1)
        sold = sum((r["amount"] for r in cut.sales if r["day"] <= day), Decimal())
        plan = total(cut.within(row, until) for row in cut.targets)
        last_year = sum((amount for amount, at in base if at <= day), Decimal())
        rows[day] = (sold if day < cut.until else None, plan, last_year if base else None)
    return rows


def rows_total(cut: Cut) -> Rows:
    return {None: (len(cut.sales), sum((r["amount"] for r in cut.sales), Decimal()))}


def rows(cut: Cut) -> list[tuple[Any, ...]]:
    """The largest sales, by what they are and whose."""
    names = ("day", "order_id", "rep", "team", "region", "customer", "product", "channel")
    found = [(row["amount"], *(row[name] for name in names)) for row in cut.sales]
    return [(a, d, o, cut.books.name_of(rep), *rest) for a, d, o, rep, *rest in found]


def a_year_on(day: date) -> date:
    """The same date a year later; the leap day falls on the 28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
