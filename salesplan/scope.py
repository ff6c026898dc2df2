"""What is looked at: a period, up to a day, within chosen members."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from salesplan.periods import Period

DIMENSIONS = ("region", "team", "rep", "product", "channel")
# Separates the chosen members in one SQL parameter; no spreadsheet cell holds it.
SEPARATOR = "\x1f"


@dataclass(frozen=True)
class Scope:
    """A period up to the as-of day (inside), within members; no member chosen means all."""

    period: Period
    as_of: date
    region: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    rep: tuple[str, ...] = ()
    product: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()

    @property
    def to_date(self) -> Period:
        """The part of the period up to the as-of day; empty where it lies before the period."""
        last = min(self.period.last_day, self.as_of)
        return Period(self.period.start, max(self.period.start, last + timedelta(days=1)))

    def chosen(self, dimension: str) -> tuple[str, ...]:
        """Give the chosen members of a dimension."""
        members: tuple[str, ...] = getattr(self, dimension)
        return members

    def only(self, **members: str) -> "Scope":
        """Narrow to one member of each named dimension."""
        return replace(self, **{name: (member,) for name, member in members.items()})  # type: ignore[arg-type] # names are dimensions

    def parameters(self) -> dict[str, object]:
        """Give the scope as the named parameters of every metric."""
        chosen = {dimension: _joined(self.chosen(dimension)) for dimension in DIMENSIONS}
        return {
            "start": self.period.start,
            "end": self.period.end,
            "until": self.to_date.end,
            "as_of": self.as_of,
            **chosen,
        }


def _joined(members: tuple[str, ...]) -> str | None:
    """Join members with the separator around each, or give None for all."""
    return SEPARATOR.join(["", *members, ""]) if members else None
