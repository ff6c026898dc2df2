"""The metrics agree with the oracle on companies that nobody thought up."""

import math
import os
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from salesplan.metrics import answer, dimensions, members
from salesplan.scope import DIMENSIONS
from salesplan.store import Parcel, Store
from tests.metrics.plan import table
from tests.oracle import reckoning
from tests.oracle.books import Books
from tests.oracle.company import Company, Load, companies
from tests.oracle.cut import Cut
from tests.oracle.scopes import scope

# Companies in all; each question below has its part of them.
EXAMPLES = int(os.environ.get("SALESPLAN_EXAMPLES", "200"))
# How often a company is asked for each metric, each time in another scope.
QUESTIONS = 3
COLUMNS = {
    "attainment": "actual target attainment gap target_to_date pace gap_to_date",
    "pace": "actual target_to_date pace gap_to_date status",
    "required": "actual target remaining workdays_left required_per_day best_day median_day",
    "run_rate": "actual workdays_elapsed workdays run_rate",
    "growth": "actual base growth",
    "growth_period": "actual prior growth",
    "effective_target": "explicit children effective over_assignment",
    "average_deal": "amount orders average_deal quantity price",
    "gross_margin": "amount_with_cost cost gross_margin share_with_cost",
    "new_customers": "new_customers",
    "csat": "answers satisfied csat low high goal verdict needed",
    "attainment_by_month": "actual target attainment",
    "progress": "actual plan last_year",
    "rows_total": "rows amount",
}
WHOSE = ("rep", "team", "region", "customer", "product", "channel")
# What stands beside the member where a member has several rows.
BESIDE = {"attainment_by_month": "month", "progress": "day"}
PARTS = (
    ("attainment", "effective_target", "progress", "rows_total"),
    ("pace", "required", "run_rate", "attainment_by_month"),
    ("growth", "growth_period", "average_deal"),
    ("gross_margin", "new_customers", "csat"),
)


def parcel(number: int, load: Load) -> Parcel:
    """A load as a file of its own."""
    return Parcel(
        file_name=f"{number}.xlsx",
        sha256=str(number),
        content=b"",
        sheet="Sheet1",
        kind=load.kind,
        source=load.source,
        rows=table(load.rows),
        assignments=table(load.assignments) if load.assignments else None,
        on_overlap="replace" if load.replaces else "add",
    )


def opened(company: Company) -> Store:
    """A store with all that was loaded."""
    store = Store.open()
    store.save_settings(company.settings)
    for number, load in enumerate(company.loads):
        assert store.load(parcel(number, load)).status == "loaded"
    return store


def measured(store: Store, name: str, cut: Cut) -> dict[Any, tuple[Any, ...]]:
    """The rows of a metric by member, and what stands beside it."""
    rows = {}
    for row in answer(store, name, cut.scope, cut.by).to_pylist():
        key = tuple(row[column] for column in ("key", BESIDE.get(name)) if column in row)
        assert key not in rows
        assert "key" not in row or row["member"] == cut.name(row["key"])
        rows[key] = tuple(row[column] for column in COLUMNS[name].split())
    return rows


def expected(name: str, cut: Cut) -> dict[Any, tuple[Any, ...]]:
    """The oracle's rows, by the same keys."""
    rows = getattr(reckoning, name)(cut)
    if name == "attainment_by_month":
        return rows
    return {() if name == "rows_total" else (key,): row for key, row in rows.items()}


def same(ours: Any, theirs: Any) -> bool:
    """Money to the last digit, ratios to nine places, everything else as it is."""
    if isinstance(theirs, float) and isinstance(ours, float):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-12)
    return bool(ours == theirs) and isinstance(ours, Decimal) == isinstance(theirs, Decimal)


def differences(ours: dict[Any, Any], theirs: dict[Any, Any]) -> Iterator[tuple[Any, ...]]:
    """The rows that are not the same."""
    for key in {**ours, **theirs}:
        pair = ours.get(key), theirs.get(key)
        if None in pair or not all(map(same, *pair)):
            yield key, *pair


@pytest.mark.parametrize("names", PARTS, ids=lambda names: names[0])
@settings(
    max_examples=max(1, EXAMPLES // len(PARTS)),
    deadline=None,
    phases=(Phase.reuse, Phase.generate),  # another company is asked in other scopes
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_every_metric_agrees_with_the_oracle(names, data):
    company = data.draw(companies(asks="csat" in names))
    books, chance = Books(company), Random(repr(company))  # noqa: S311 - no secret
    with closing(opened(company)) as store:
        for name in names * QUESTIONS:
            looked_at = scope(chance, company.settings)
            by = chance.choice(dimensions(name))
            cut = Cut(books, looked_at, None if by == "company" else by)
            ours, theirs = measured(store, name, cut), expected(name, cut)

            assert list(differences(ours, theirs)) == [], (name, by, looked_at)


@settings(max_examples=max(1, EXAMPLES // 20), deadline=None)
@given(company=companies(asks=True))
def test_the_rows_and_members_agree_with_the_oracle(company):
    looked_at = scope(Random(repr(company)), company.settings)  # noqa: S311 - no secret
    books = Books(company)
    with closing(opened(company)) as store:
        rows = answer(store, "rows", looked_at).to_pylist()
        names = ("amount", "sold_on", "order_id", *WHOSE)
        theirs = reckoning.rows(Cut(books, looked_at, None))

        assert sorted((tuple(row[name] for name in names) for row in rows), key=repr) == sorted(
            theirs, key=repr
        )
        for dimension in DIMENSIONS:
            known = {row[dimension] for row in books.sales} | {
                getattr(target, dimension) for target in books.targets
            }
            assert {key for key, _ in members(store, dimension)} == known - {None}
