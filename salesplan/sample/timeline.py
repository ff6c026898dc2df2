"""The months of the sample: three years of orders, then the rest of the last plan year."""

from dataclasses import dataclass
from datetime import date, timedelta

from salesplan.periods import add_months

PAST = 36


@dataclass(frozen=True)
class Timeline:
    """Months by number: 0 is the first with orders, PAST - 1 the last."""

    first: date

    @classmethod
    def before(cls, today: date) -> "Timeline":
        """Take the three years that end with the month before today's."""
        return cls(add_months(today, -PAST))

    @property
    def years(self) -> range:
        """The three calendar years with a plan."""
        return range(self.last_day.year - 2, self.last_day.year + 1)

    @property
    def revised(self) -> int:
        """The year whose second half was planned anew."""
        return self.last_day.year - 1

    @property
    def count(self) -> int:
        """The number of months up to the last December that is planned."""
        return PAST + 12 - self.last_day.month

    @property
    def months(self) -> list[date]:
        """The first days of all months."""
        return [self.month(number) for number in range(self.count)]

    @property
    def last_day(self) -> date:
        """The last day with orders."""
        return self.month(PAST) - timedelta(days=1)

    def month(self, number: int) -> date:
        """Give the first day of a month by its number."""
        return add_months(self.first, number)

    def number(self, year: int, month: int) -> int:
        """Give the number of a month, negative before the first."""
        return (year - self.first.year) * 12 + month - self.first.month
