"""Companies as they come: people move, files overlap, cells lack."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from salesplan.periods import Period
from salesplan.settings import Settings

Row = dict[str, Any]
FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)
EDGES = ((6, 30), (7, 1), (7, 2), (7, 31), (8, 1))
REPS = ("Ann", "Bob", "Cid", "Dee")
ALIASES = (*REPS, "r1", "r2", "Guest", None)
TEAMS, REGIONS = ("North", "South", None), ("East", "West", None)
PRODUCTS, CHANNELS = ("Pump", "Valve", None), ("Web", None)
CUSTOMERS = ("Acme", "Bolt", "Core", None)


@dataclass(frozen=True)
class Load:
    """One file: rows of a kind from a source, added to or put in place of what is there."""

    kind: str
    source: str
    rows: Sequence[Row]
    replaces: bool = False
    assignments: Sequence[Row] = ()


@dataclass(frozen=True)
class Company:
    """Everything that was loaded, in its order, and how it is counted."""

    settings: Settings
    loads: Sequence[Load] = field(default=())


def mostly(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value that lacks now and then."""
    return st.one_of(strategy, strategy, st.none())


DAYS = st.dates(FIRST, LAST)
# Most happens around one July and the July before, much of it on the edges.
BUSY = st.one_of(
    st.dates(date(2026, 6, 20), date(2026, 8, 20)),
    st.dates(date(2025, 6, 20), date(2025, 8, 20)),
    st.sampled_from([date(year, *day) for year in (2025, 2026) for day in EDGES]),
    DAYS,
)
# Amounts have four decimals, and come back as refunds now and then.
MONEY = st.integers(-299_999_999, 999_999_999).map(lambda units: Decimal(units) / 10_000)
COUNTS = st.integers(1, 90_000).map(lambda units: Decimal(units) / 1_000)

SALE = st.fixed_dictionaries(
    {
        "sold_on": BUSY,
        "amount": MONEY,
        "rep": st.sampled_from(ALIASES),
        "team": st.sampled_from((None, None, None, "South")),
        "region": st.sampled_from((None, None, None, "West")),
        "product": st.sampled_from(PRODUCTS),
        "channel": st.sampled_from(CHANNELS),
        "customer": st.sampled_from(CUSTOMERS),
        "order_id": st.sampled_from(("1", "2", "3", None)),
        "quantity": mostly(COUNTS),
        "cost": mostly(MONEY),
    }
)


def apart(load: Load) -> Load:
    """No amount of one source is one of another's: the store would ask whether they are one."""
    step, odd = Decimal("0.0002"), Decimal("0.0001") * (load.source == "shop")
    rows = [row | {"amount": row["amount"] // step * step + odd} for row in load.rows]
    return replace(load, rows=rows)


SALES = st.builds(
    Load,
    kind=st.just("sales"),
    source=st.sampled_from(("crm", "crm", "shop")),
    rows=st.lists(SALE, min_size=10, max_size=25),
    replaces=st.booleans(),
).map(apart)


# All weeks of a July.
WEEKS = [
    Period(date(2026, 6, 29) + timedelta(days=n), date(2026, 7, 6) + timedelta(days=n))
    for n in range(0, 35, 7)
]
# The levels whose targets may name a region beside the member.
PLACED = ("team", "rep")


@st.composite
def targets(draw: st.DrawFn, settings: Settings) -> Load:
    """Targets of one metric, level and grain, as one sheet has them."""
    level = draw(
        st.sampled_from(
            ("rep", "rep", "rep", "team", "team", "region", "company", "product", "channel")
        )
    )
    metric = draw(
        st.sampled_from(("sales",) * 6 + ("satisfaction", "satisfaction", "new_customers"))
    )
    grain, stretches = draw(
        st.sampled_from(
            (
                ("year", [Period.year(2026, settings.fiscal)]),
                ("quarter", [Period.quarter(2026, 3, settings.fiscal)]),
                ("month", [Period.month(2026, 7)]),
                ("month", [Period.month(2026, 6)]),
                ("week", WEEKS[:1]),
                ("week", WEEKS),
            )
        )
    )
    members = {
        "company": (None,), "region": ("East", "West"), "team": ("North", "South"),
        "rep": ("Ann", "r2", "Cid", "Dee"), "product": ("Pump", "Valve"), "channel": ("Web",),
    }[level]  # fmt: skip
    chosen = draw(st.lists(st.sampled_from(members), min_size=len(members) // 2 + 1, unique=True))
    values = (
        st.sampled_from((Decimal("0.9"), Decimal("0.85")))
        if metric == "satisfaction"
        else st.integers(10_000_000, 999_999_999).map(lambda units: Decimal(units) / 10_000)
    )
    places = {
        member: {"region": draw(st.sampled_from(REGIONS))} if level in PLACED else {}
        for member in chosen
    }
    rows = [
        {
            "metric": metric, "level": level, "grain": grain,
            "starts_on": whole.start, "ends_on": whole.end, "value": draw(values),
            **({} if member is None else {level: member}),
            **places[member],
        }
        for member in chosen
        for whole in stretches
    ]  # fmt: skip
    source = f"{metric}/{level}/{grain}"
    # A second target for the same member and months is a revision, as it is in life.
    return Load("targets", source, rows, replaces=True)


@st.composite
def staff(draw: st.DrawFn) -> Load:
    """The reps: two with ids, some in a team and region, some who move."""
    rows = [
        {
            "id": {"Ann": "r1", "Bob": "r2"}.get(name),
            "name": name,
            "team": draw(st.sampled_from(TEAMS)),
            "region": draw(st.sampled_from(REGIONS)),
        }
        for name in draw(st.lists(st.sampled_from(REPS), min_size=1, unique=True))
    ]
    moves = [move for row in rows for move in draw(stays(row["id"] or row["name"]))]
    return Load("reps", "staff", rows, assignments=moves)


@st.composite
def stays(draw: st.DrawFn, rep: str) -> list[Row]:
    """No stay, or some one after the other, with a gap now and then; the ends may be open."""
    edges = sorted(draw(st.lists(DAYS, max_size=3, unique=True)))
    opens: list[date | None] = [draw(st.sampled_from((None, FIRST))), *edges] if edges else []
    closes: list[date | None] = [*edges, draw(st.sampled_from((None, LAST)))] if edges else []
    return [
        {
            "rep": rep, "valid_from": start, "valid_until": end,
            "team": draw(st.sampled_from(("North", "South"))),
            "region": draw(st.sampled_from(REGIONS)),
        }
        for start, end in zip(opens, closes, strict=True)
        if draw(st.integers(0, 5)) and (start is None or end is None or start < end)
    ]  # fmt: skip


ANSWER = st.fixed_dictionaries(
    {
        "answered_on": st.dates(date(2026, 6, 20), date(2026, 8, 10)),
        "rep": st.sampled_from(ALIASES),
        "product": st.sampled_from(PRODUCTS),
        "kind": st.sampled_from(("csat", "csat", "csat", "nps")),
        "score": st.sampled_from([Decimal(n) for n in (1, 3, "3.5", 4, 5, 5, 5)]),
        "scale_min": st.just(Decimal(1)),
        "scale_max": st.just(Decimal(5)),
    }
)
ANSWERS = st.lists(ANSWER, min_size=15, max_size=50).map(
    lambda rows: Load("satisfaction", "s", rows)
)
KNOWN_CUSTOMERS = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from(CUSTOMERS[:3]), "first_order_on": mostly(DAYS)}),
    min_size=1,
    unique_by=lambda row: row["name"],
).map(lambda rows: Load("customers", "list", rows))
# A company that shuts for all of July.
JULY = tuple(date(2026, 7, day) for day in range(1, 32))
SETTINGS = st.builds(
    Settings,
    fiscal_year_start=st.sampled_from((1, 1, 4, 12)),
    fiscal_year_named=st.sampled_from(("end", "start")),
    country=st.sampled_from(("CN", "CN", "US", "DE")),
    days_off=st.sampled_from(((), (date(2026, 7, 1), date(2026, 7, 15)), JULY)),
    ahead=st.sampled_from((Decimal("1.00"), Decimal(2))),
    at_risk=st.sampled_from((Decimal("0.85"), Decimal("0.10"))),
    satisfaction_goal=st.sampled_from((Decimal("0.90"), Decimal("0.55"))),
)


@st.composite
def companies(draw: st.DrawFn, *, asks: bool) -> Company:
    """A company that may ask its customers: settings, and loads in any order."""
    settings = draw(SETTINGS)
    loads = [
        *draw(st.lists(SALES, min_size=1, max_size=2)),
        *draw(st.lists(targets(settings), min_size=2, max_size=3)),
        *draw(st.lists(staff(), min_size=1, max_size=2 - asks)),
        *([draw(ANSWERS)] if asks else []),
        *draw(st.lists(KNOWN_CUSTOMERS, max_size=1 if asks else 0)),
    ]
    return Company(settings, draw(st.permutations(loads)))
