"""The oracle's own cut through the books: what lies in a scope, summed by member."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from salesplan.scope import DIMENSIONS, Scope
from tests.oracle.books import Books, Target
from tests.oracle.company import Row
from tests.oracle.days import first_of, later

Key = str | None
ORDER = ("company", "region", "team", "rep")


def over(a: Decimal | int | None, b: Decimal | int | None) -> float | None:
    """Divide exactly; nothing where there is nothing to divide by."""
    return None if a is None or not b else float(Fraction(a) / Fraction(b))


def total(values: Iterable[Any]) -> Any:
    """Sum what is known; nothing where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known[1:], known[0]) if known else None


@dataclass(frozen=True)
class Cut:
    """A company's books within a scope, divided by a dimension."""

    books: Books
    scope: Scope
    by: str | None

    def chosen(self, row: Any) -> bool:
        """Tell whether a row's members are among the chosen."""
        value = row.get if isinstance(row, dict) else lambda name: getattr(row, name)
        return all(
            not self.scope.chosen(name) or (value(name) or "") in self.scope.chosen(name)
            for name in DIMENSIONS
        )

    def key(self, row: Any, day: date | None = None) -> Key:
        """The member that a row belongs to."""
        if self.by in ("month", "quarter"):
            at = day or (row["day"] if isinstance(row, dict) else row.month)
            return f"{at:%Y-%m}" if self.by == "month" else self.books.days.quarter(at)
        if self.by is None:
            return None
        found: Key = row[self.by] if isinstance(row, dict) else getattr(row, self.by)
        return found

    def inside(self, rows: list[Row], start: date, until: date) -> list[Row]:
        """The chosen rows from a day to before another."""
        return [row for row in rows if start <= row["day"] < until and self.chosen(row)]

    @property
    def start(self) -> date:
        """The first day."""
        return self.scope.period.start

    @property
    def end(self) -> date:
        """The day after the last."""
        return self.scope.period.end

    @property
    def until(self) -> date:
        """The day after the last that counts."""
        return max(self.start, min(self.end, self.scope.as_of + timedelta(days=1)))

    @cached_property
    def sales(self) -> list[Row]:
        """The sales of the period to date."""
        return self.inside(self.books.sales, self.start, self.until)

    @property
    def level(self) -> str | None:
        """The level whose targets answer."""
        asked = {name for name in DIMENSIONS if self.scope.chosen(name) or name == self.by}
        if asked & {"product", "channel"}:
            return asked.pop() if len(asked) == 1 else None
        return max(asked, key=ORDER.index, default="company")

    def within(self, target: Target, until: date) -> Decimal:
        """The part of a month's target from the period's start to before a day."""
        due = self.books.days.shares(target.value, target.month, later(target.month, 1))
        return due(until) - due(self.start)

    def touching(self, targets: list[Target]) -> list[Target]:
        """The chosen targets whose month the period touches."""
        first = first_of(self.start)
        return [row for row in targets if first <= row.month < self.end and self.chosen(row)]

    @cached_property
    def targets(self) -> list[Target]:
        """The targets that count."""
        return self.touching(self.books.planned(self.level)) if self.level else []

    def summed(self, rows: Iterable[Any], value: Callable[[Any], Any]) -> dict[Key, Any]:
        """Sum a value of rows by member."""
        found: dict[Key, list[Any]] = defaultdict(list)
        for row in rows:
            found[self.key(row)].append(value(row))
        return {key: total(values) for key, values in found.items()}

    @cached_property
    def actual(self) -> dict[Key, Decimal]:
        """What was sold to date, by member."""
        return self.summed(self.sales, lambda row: row["amount"])

    @cached_property
    def target(self) -> dict[Key, Decimal]:
        """What was planned for the period, by member."""
        return self.summed(self.targets, lambda row: self.within(row, self.end))

    @cached_property
    def to_date(self) -> dict[Key, Decimal]:
        """What was planned up to the as-of day, by member."""
        return self.summed(self.targets, lambda row: self.within(row, self.until))

    @property
    def keys(self) -> set[Key]:
        """All who sold or should have."""
        return set(self.actual) | set(self.target)

    def name(self, key: Key) -> Key:
        """The name of a member."""
        return self.books.name_of(key) if self.by == "rep" else key
