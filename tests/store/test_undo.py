"""An undo takes a batch back and gives back what it had replaced."""

import pytest

from salesplan.errors import NoSuchBatch
from tests.store.parcels import content, customers, reps, sales, targets


def months(store):
    """What the cube says, month by month."""
    return store.rows("select month(month), sum(amount) from derived.month group by 1 order by 1")


def test_what_was_replaced_is_live_again(store):
    store.load(sales("Ann 2026-07-03 90", "Ann 2026-08-03 10", file="a"))
    second = store.load(sales("Ann 2026-07-03 95", file="b", on_overlap="replace")).batch
    store.load(sales("Ann 2026-07-03 99", file="c", on_overlap="replace"))
    store.undo(second)

    assert months(store) == [(7, 99), (8, 10)]
    store.undo(3)
    assert months(store) == [(7, 90), (8, 10)]


def test_the_facts_are_gone_and_the_batch_is_remembered(store):
    batch = store.load(sales("Ann 2026-07-03 90")).batch

    assert store.undo(batch).status == "undone"
    assert store.rows("select count(*) from imported.sale") == [(0,)]
    assert store.batches()[0].status == "undone"
    assert store.batches()[0].undone_at is not None


def test_an_undone_file_can_be_loaded_again(store):
    store.undo(store.load(sales("Ann 2026-07-03 90")).batch)

    assert store.load(sales("Ann 2026-07-03 90")).status == "loaded"
    assert months(store) == [(7, 90)]


def test_a_second_undo_changes_nothing(store):
    batch = store.load(sales("Ann 2026-07-03 90")).batch
    store.undo(batch)
    before = store.version

    assert store.undo(batch).status == "undone"
    assert store.version == before


def test_an_unknown_batch_is_said_to_be_unknown(store):
    with pytest.raises(NoSuchBatch):
        store.undo(99)


def test_an_undone_rep_takes_its_names_with_it(store):
    store.load(sales("Ann 2026-07-03 90 c1"))
    store.load(targets("Ann 2026-07 100", file="t"))
    before = content(store)
    store.undo(store.load(reps("R1 Ann Red East", file="r")).batch)
    store.undo(store.load(customers("C1 c1 2025-01-01", file="c")).batch)

    assert content(store) == before


def test_the_calendar_shrinks_back_to_the_years_that_are_left(store):
    batch = store.load(sales("Ann 2003-07-03 90", "Ann 2040-01-01 1")).batch
    years = "select min(year(day)), max(year(day)) from derived.calendar"

    assert store.rows(years) == [(1998, 2043)]
    store.undo(batch)
    assert store.rows(years) == [(2010, 2032)]
