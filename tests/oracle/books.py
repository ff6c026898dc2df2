"""The oracle's own books: what is live, whose it is, and what was planned. Plain Python."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from tests.oracle.company import Company, Row
from tests.oracle.days import Days, days, later
from tests.oracle.liveness import live, live_targets

CHAIN = ("company", "region", "team", "rep")
GRAINS = ("day", "week", "month", "quarter", "year")
FOREVER = (date(1, 1, 1), date(9999, 12, 31))


@dataclass(frozen=True)
class Target:
    """A month's target of one member."""

    metric: str
    level: str
    month: date
    value: Decimal
    region: str | None = None
    team: str | None = None
    rep: str | None = None
    product: str | None = None
    channel: str | None = None


class Books:
    """A company's facts, resolved."""

    def __init__(self, company: Company) -> None:
        """Open the books of a company."""
        self.company = company
        self.days = Days(company.settings)

    @cached_property
    def reps(self) -> dict[str, Row]:
        """Each rep by id (the name where none is given); what is not blank, the last wins."""
        reps: dict[str, Row] = {}
        named = {row["name"]: row["id"] for row in self.rows("reps") if row["id"]}
        for row in self.rows("reps"):
            key = named.get(row["name"], row["name"])
            known = {name: value for name, value in row.items() if value is not None}
            reps[key] = {"team": None, "region": None} | reps.get(key, {}) | known
        return reps

    def rows(self, kind: str) -> list[Row]:
        """All rows of a kind, in the order of their loads."""
        return [row for load in self.company.loads if load.kind == kind for row in load.rows]

    def rep_of(self, alias: str | None) -> str | None:
        """The id that an alias stands for."""
        by_name = {row["name"]: key for key, row in self.reps.items()}
        return alias if alias in self.reps or alias is None else by_name.get(alias, alias)

    def name_of(self, rep: str | None) -> str | None:
        """The name of a rep."""
        return self.reps[rep]["name"] if rep in self.reps else rep

    @cached_property
    def stays(self) -> list[Row]:
        """Every assignment, in the order of its load."""
        found = [stay for load in self.company.loads for stay in load.assignments]
        return [stay | {"rep": self.rep_of(stay["rep"])} for stay in found]

    def place(self, rep: str | None, day: date) -> tuple[str | None, str | None]:
        """The team and region of a rep on a day."""
        own = [stay for stay in self.stays if stay["rep"] == rep]
        roster = self.reps.get(rep or "", {"team": None, "region": None})
        if not own:
            return roster["team"], roster["region"]
        there = [stay for stay in own if started(stay) <= day < ended(stay)]
        if not there:
            return None, None
        _, stay = max(enumerate(there), key=lambda at: (started(at[1]), at[0]))
        at_home = roster["region"] if stay["team"] == roster["team"] else None
        return stay["team"], stay["region"] or at_home

    def resolved(self, kind: str, day: str) -> list[Row]:
        """The live rows of a kind with rep, team and region as they count."""
        return [self.placed(row, row[day]) for row in live(self.company.loads, kind, day)]

    def placed(self, row: Row, day: date) -> Row:
        """A row with its own team and region, else the rep's on that day."""
        rep = self.rep_of(row["rep"])
        team, region = self.place(rep, day)
        return row | {
            "rep": rep,
            "team": row.get("team") or team,
            "region": row.get("region") or region,
            "day": day,
        }

    @cached_property
    def sales(self) -> list[Row]:
        """The live sales."""
        return self.resolved("sales", "sold_on")

    @cached_property
    def answers(self) -> list[Row]:
        """The live answers, which have no channel."""
        rows = self.resolved("satisfaction", "answered_on")
        return [row | {"channel": None} for row in rows if row["kind"] == "csat"]

    @cached_property
    def newcomers(self) -> list[Row]:
        """The first sale of each customer, on the day of the first order where that is known."""
        listed: dict[str, date | None] = {}
        for row in self.rows("customers"):
            listed[row["name"]] = row["first_order_on"] or listed.get(row["name"])
        first: dict[str, Row] = {}
        for row in self.sales:
            known = first.get(row["customer"])
            if row["customer"] and (known is None or row["day"] < known["day"]):
                first[row["customer"]] = row
        return [
            row | {"day": min(row["day"], listed.get(name) or row["day"])}
            for name, row in first.items()
        ]

    @cached_property
    def targets(self) -> list[Target]:
        """Each member's target of each month: the finest grain that covers it, else the finest."""
        parts = []
        covered: dict[Any, dict[int, set[date]]] = defaultdict(lambda: defaultdict(set))
        for row, month, value in self.months_of_targets():
            rank, target = GRAINS.index(row["grain"]), self.target(row, month, value)
            parts.append((rank, target))
            covered[member(target)][rank] |= set(days(row["starts_on"], row["ends_on"]))
        finest = {key: finest_of(grains, key[2]) for key, grains in covered.items()}
        summed: dict[Target, Decimal] = {}
        for rank, target in parts:
            if rank == finest[member(target)]:
                key = replace(target, value=Decimal())
                rate = target.metric == "satisfaction"
                summed[key] = target.value + (Decimal() if rate else summed.get(key, Decimal()))
        return [replace(target, value=value) for target, value in summed.items()]

    def months_of_targets(self) -> Iterator[tuple[Row, date, Decimal]]:
        """Each live target row split to its months by working days; a rate is not split."""
        for row, month in live_targets(self.company.loads):
            due = self.days.shares(row["value"], row["starts_on"], row["ends_on"])
            split = due(later(month, 1)) - due(month)
            yield row, month, row["value"] if row["metric"] == "satisfaction" else split

    def target(self, row: Row, month: date, value: Decimal) -> Target:
        """A month's target: a rep's in its first place of the month, a team's in its one region."""
        rep = self.rep_of(row.get("rep"))
        places = (self.place(rep, day) for day in days(month, later(month, 1)))
        team, region = next((place for place in places if any(place)), (None, None))
        team = row.get("team") or team
        if row["level"] in ("team", "rep"):
            region = row.get("region") or region or self.region_of(team)
        return Target(
            row["metric"], row["level"], month, value,
            row.get("region") or region, team, rep,
            row.get("product"), row.get("channel"),
        )  # fmt: skip

    def region_of(self, team: str | None) -> str | None:
        """The region in which all of a team's people and targets are, whenever they are in it."""
        known = {region for name, region in self.homes if name == team and region}
        return known.pop() if team and len(known) == 1 else None

    @cached_property
    def homes(self) -> set[tuple[str | None, str | None]]:
        """All teams with the regions in which people, stays and live targets put them."""
        moved = {stay["rep"] for stay in self.stays}
        settled = {
            (row["team"], row["region"]) for rep, row in self.reps.items() if rep not in moved
        }
        planned = {(r.get("team"), r.get("region")) for r, _ in live_targets(self.company.loads)}
        return settled | planned | {self.place(stay["rep"], started(stay)) for stay in self.stays}

    def planned(self, level: str, metric: str = "sales") -> list[Target]:
        """The targets that count at a level: those of its own, and below where it has none."""
        own = [row for row in self.targets if (row.metric, row.level) == (metric, level)]
        return own + [
            row for row in self.below(level) if not any(covers(goal, row) for goal in own)
        ]

    def below(self, level: str) -> list[Target]:
        """The targets that count one level below; none below a rep, a product or a channel."""
        if level not in CHAIN[:-1]:
            return []
        return self.planned(CHAIN[CHAIN.index(level) + 1])


def finest_of(grains: dict[int, set[date]], month: date) -> int:
    """The finest grain that covers every day of a month; the finest at all where none does."""
    every = set(days(month, later(month, 1)))
    return min((rank for rank, covered in grains.items() if every <= covered), default=min(grains))


def covers(goal: Target, row: Target) -> bool:
    """Tell whether a target speaks for one below it."""
    if goal.month != row.month:
        return False
    if goal.level == "team":
        return goal.team == row.team and (
            None in (goal.region, row.region) or goal.region == row.region
        )
    return goal.level == "company" or goal.region == row.region


def member(target: Target) -> tuple[object, ...]:
    """Whose target it is, and when."""
    own = getattr(target, target.level) if target.level in CHAIN[1:] else None
    return target.metric, target.level, target.month, own, target.product, target.channel


def started(stay: Row) -> date:
    """The first day of a stay."""
    return stay["valid_from"] or FOREVER[0]


def ended(stay: Row) -> date:
    """The day after a stay."""
    return stay["valid_until"] or FOREVER[1]
