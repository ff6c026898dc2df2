"""Undo of any batch, in any order, leaves the store as if the batch had never been loaded."""

import os
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesplan.store import Parcel, Store
from tests.store.parcels import answers, content, customers, reps, sales, targets

# Sequences in all; each part has its share of them, so that two processes can divide them.
EXAMPLES = int(os.environ.get("SALESPLAN_EXAMPLES", "200"))
PARTS = 4

FILES = st.sampled_from("abcd")
REPS = st.sampled_from(["Ann", "Bo", "R1", "-"])
DAYS = st.tuples(st.integers(5, 7), st.integers(1, 28)).map(
    lambda at: f"2026-{at[0]:02}-{at[1]:02}"
)
AMOUNTS = st.integers(-50_000, 900_000).map(lambda cents: f"{cents / 100:.2f}")
SALE = st.tuples(REPS, DAYS, AMOUNTS, st.sampled_from(["c1", "c2", "C1"])).map(" ".join)
PERIODS = st.sampled_from(
    ["2026", "2026-Q2", "2026-Q3", "2026-05", "2026-06", "2026-07", "2026-W27"]
)
TARGET = st.tuples(REPS, AMOUNTS)
REP = st.sampled_from(["R1 Ann Red East", "R1 Ann Blue -", "- Bo Blue West", "R2 Ann Red North"])
ASSIGNMENT = st.sampled_from(
    [
        "Ann Red East - 2026-06-10",
        "Ann Blue West 2026-06-10 -",
        "R1 Blue - 2026-05-20 2026-07-02",
        "Bo Red South 2026-07-01 -",
    ]
)
CUSTOMER = st.sampled_from(["C1 c1 2025-01-05", "C2 c2 -", "- c2 2026-06-01"])


def lines(line: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """One to four lines."""
    return st.lists(line, min_size=1, max_size=4)


def with_period(period: str, found: list[tuple[str, str]]) -> list[str]:
    """Targets of one period."""
    return [f"{rep} {period} {value}" for rep, value in found]


PARCELS = st.one_of(
    st.builds(lambda rows, file: sales(*rows, file=file), lines(SALE), FILES),
    st.builds(lambda rows, file: sales(*rows, file=file), lines(SALE), FILES),
    st.builds(
        lambda period, rows, file: targets(*with_period(period, rows), file=f"t{file}"),
        PERIODS,
        st.lists(TARGET, min_size=1, max_size=3),
        FILES,
    ),
    st.builds(
        lambda rows, dated, file: reps(*rows, assignments=dated, file=f"r{file}"),
        lines(REP),
        st.lists(ASSIGNMENT, max_size=3),
        FILES,
    ),
    st.builds(lambda rows, file: customers(*rows, file=f"c{file}"), lines(CUSTOMER), FILES),
    st.builds(
        lambda days, file: answers(*(f"Ann {day} 4.5" for day in days), file=f"q{file}"),
        lines(DAYS),
        FILES,
    ),
)
LOADS = st.builds(
    lambda parcel, answer: replace(parcel, on_overlap=answer),
    PARCELS,
    st.sampled_from(["replace", "replace", "add", None]),
)
STEPS = st.lists(st.one_of(LOADS, LOADS, st.integers(1, 9)), min_size=2, max_size=6)


def survivors(store: Store, steps: list[Parcel | int]) -> list[Parcel]:
    """Take the steps, a number being an undo; give what is still loaded, in its order."""
    kept: dict[int, Parcel] = {}
    for step in steps:
        if isinstance(step, Parcel):
            receipt = store.load(step)
            if receipt.status == "loaded":
                kept[receipt.batch] = step
        elif kept:
            store.undo(batch := sorted(kept)[step % len(kept)])
            del kept[batch]
    return [kept[batch] for batch in sorted(kept)]


def reloaded(parcels: list[Parcel]) -> dict[str, list[tuple[object, ...]]]:
    """The content of a fresh store into which only these were loaded."""
    with closing(Store.open()) as fresh:
        for parcel in parcels:
            receipt = fresh.load(replace(parcel, on_overlap=parcel.on_overlap or "add"))
            assert receipt.status == "loaded"
        return content(fresh)


@pytest.mark.parametrize("part", range(PARTS))
@settings(
    max_examples=max(1, EXAMPLES // PARTS),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(steps=STEPS)
def test_undo_leaves_what_a_fresh_store_with_the_other_loads_has(part, steps):
    assert part in range(PARTS)
    with closing(Store.open()) as store:
        expected = reloaded(survivors(store, steps))
        found = content(store)

        for name, rows in expected.items():
            assert found[name] == rows, name
