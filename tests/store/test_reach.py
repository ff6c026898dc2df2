"""Sales dated by a month, a quarter or a year speak for all of its days."""

from datetime import date

import pytest

from tests.store.parcels import answers, content, sales

JUNE_END = date(2026, 6, 30)


def covered(store):
    """The first and the last day of each month, as the store keeps them."""
    rows = store.rows("select first_day, last_day from imported.batch_month order by all")
    return [f"{first}..{last}" for first, last in rows]


def test_every_month_of_a_sheet_of_months_is_covered_to_its_end(store):
    store.load(sales("Ann 2026-05-01 90", "Ann 2026-06-01 80", reaches=JUNE_END))

    assert covered(store) == ["2026-05-01..2026-05-31", "2026-06-01..2026-06-30"]
    assert (store.first_day, store.last_day) == (date(2026, 5, 1), JUNE_END)


@pytest.mark.parametrize("last", ["2026-06-30", "2026-12-31"])
def test_a_quarter_or_a_year_reaches_to_its_own_end(store, last):
    store.load(sales("Ann 2026-01-01 1", "Ann 2026-04-01 2", reaches=date.fromisoformat(last)))

    assert covered(store) == ["2026-01-01..2026-01-31", f"2026-04-01..{last}"]
    assert str(store.last_day) == last


def test_sales_with_days_reach_to_their_last_day(store):
    store.load(sales("Ann 2026-05-07 90", "Ann 2026-06-12 80"))

    assert covered(store) == ["2026-05-07..2026-05-07", "2026-06-12..2026-06-12"]
    assert store.last_day == date(2026, 6, 12)


def test_a_day_behind_the_last_month_is_the_last_day(store):
    store.load(sales("Ann 2026-06-01 90", "Ann 2026-07-12 80", reaches=JUNE_END))

    assert covered(store) == ["2026-06-01..2026-06-30", "2026-07-12..2026-07-12"]
    assert store.last_day == date(2026, 7, 12)


def test_a_batch_names_the_days_that_its_rows_lie_on(store):
    store.load(sales("Ann 2026-05-01 90", "Ann 2026-06-01 80", reaches=JUNE_END))

    (batch,) = store.batches()
    assert (batch.period_from, batch.period_to) == (date(2026, 5, 1), date(2026, 6, 1))


def test_days_of_a_month_that_is_covered_need_an_answer(store):
    store.load(sales("Ann 2026-06-01 90", file="a", reaches=JUNE_END))
    receipt = store.load(sales("Ann 2026-06-17 95", file="b"))

    (overlap,) = receipt.overlap
    assert receipt.status == "needs_answer"
    assert (overlap.first_day, overlap.last_day) == (date(2026, 6, 1), JUNE_END)
    assert (overlap.new_first_day, overlap.new_last_day) == (date(2026, 6, 17), date(2026, 6, 17))


def test_a_month_that_covers_days_needs_an_answer(store):
    store.load(sales("Ann 2026-06-17 95", file="a"))
    receipt = store.load(sales("Ann 2026-06-01 90", file="b", reaches=JUNE_END))

    (overlap,) = receipt.overlap
    assert receipt.status == "needs_answer"
    assert (overlap.new_first_day, overlap.new_last_day) == (date(2026, 6, 1), JUNE_END)


def test_a_replacement_and_its_undo_move_the_last_day(store):
    store.load(sales("Ann 2026-05-01 7", "Ann 2026-06-01 90", file="a", reaches=JUNE_END))
    before = content(store)
    daily = store.load(sales("Ann 2026-06-17 95", file="b", on_overlap="replace")).batch

    assert store.rows("select sum(amount) from derived.month") == [(102,)]
    assert store.last_day == date(2026, 6, 17)
    assert store.check() == []

    store.undo(daily)
    assert store.last_day == JUNE_END
    assert (content(store)["month"], content(store)["liveness"]) == (
        before["month"],
        before["liveness"],
    )
    assert store.check() == []


def test_without_sales_there_is_no_last_day(store):
    batch = store.load(sales("Ann 2026-06-01 90", reaches=JUNE_END)).batch
    store.load(answers("Ann 2026-07-03 4.5", file="survey"))
    store.undo(batch)

    assert (store.first_day, store.last_day) == (None, None)


def test_an_answer_dated_by_its_month_covers_it(store):
    store.load(answers("Ann 2026-06-01 4.5", file="a", reaches=JUNE_END))

    assert store.load(answers("Ann 2026-06-20 4", file="b")).status == "needs_answer"
