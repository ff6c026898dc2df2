"""A load is one batch, wholly or not at all; the same file twice changes nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from salesplan.store import Problem
from salesplan.text import Sentence
from tests.store.parcels import answers, content, parcel, sale, sales, targets


def total(store):
    """What the cube says was sold."""
    return store.rows("select sum(amount) from derived.month")[0][0]


def test_a_fact_keeps_its_batch_and_its_row(store):
    batch = store.load(sales("Ann 2026-07-03 90.1234")).batch

    assert store.rows("select batch_id, source_row, month, amount from imported.sale") == [
        (batch, 2, date(2026, 7, 1), Decimal("90.1234"))
    ]


def test_a_batch_remembers_where_it_came_from(store):
    load = sales("Ann 2026-07-03 90", "Bo 2026-08-01 10", file="orders")
    store.load(replace(load, mapping={"金额": "amount"}, totals={"amount": "100"}, unit="wan"))

    (batch,) = store.batches()
    assert (batch.file_name, batch.sheet, batch.kind, batch.status) == (
        "orders.xlsx",
        "Sheet1",
        "sales",
        "loaded",
    )
    assert (batch.period_from, batch.period_to) == (date(2026, 7, 3), date(2026, 8, 1))
    assert (batch.mapping, batch.totals, batch.unit) == (
        {"金额": "amount"},
        {"amount": "100"},
        "wan",
    )
    assert (batch.rows_read, batch.rows_loaded, batch.facts) == (2, 2, 2)


def test_the_file_is_kept_as_it_came(store):
    load = sales("Ann 2026-07-03 90", file="orders")
    store.load(load)

    assert store.file(load.sha256) == ("orders.xlsx", b"orders")
    assert store.file("unknown") is None


def test_facts_lie_in_the_order_of_their_days(store):
    store.load(sales("Ann 2026-07-30 1", "Ann 2026-07-03 2", "Ann 2026-07-12 3"))

    assert store.rows("select amount from imported.sale order by rowid") == [(2,), (3,), (1,)]


def test_the_same_table_again_is_already_loaded(store):
    first = store.load(sales("Ann 2026-07-03 90"))
    again = store.load(sales("Ann 2026-07-03 90"))

    assert (again.status, again.batch) == ("already_loaded", first.batch)
    assert total(store) == 90


def test_a_renamed_text_is_already_loaded(store):
    text = replace(sales("Ann 2026-07-03 90"), file_name="july.csv", sheet="july.csv")
    first = store.load(text)
    again = store.load(replace(text, file_name="july (1).csv", sheet="july (1).csv"))

    assert (again.status, again.batch) == ("already_loaded", first.batch)
    assert total(store) == 90


def test_another_sheet_of_the_same_file_is_not_a_replacement(store):
    load = sales("Ann 2026-07-03 90")
    store.load(load)
    receipt = store.load(replace(load, sheet="Sheet2", on_overlap="replace"))

    assert receipt.status == "loaded"
    assert total(store) == 180


def test_a_load_that_changes_nothing_does_not_raise_the_version(store):
    store.load(sales("Ann 2026-07-03 90", file="a"))
    before = store.version
    store.load(sales("Ann 2026-07-03 90", file="a"))
    store.load(sales("Ann 2026-07-03 95", file="b"))

    assert store.version == before


def test_days_of_another_file_need_an_answer_with_the_difference(store):
    first = store.load(sales("Ann 2026-07-03 90", "Bo 2026-07-09 10", file="a"))
    receipt = store.load(sales("Ann 2026-07-05 95", file="b"))

    (overlap,) = receipt.overlap
    assert (receipt.status, receipt.batch) == ("needs_answer", None)
    assert (overlap.month, overlap.batch_id, overlap.file_name) == (
        date(2026, 7, 1),
        first.batch,
        "a.xlsx",
    )
    assert (overlap.facts, overlap.amount) == (2, 100)
    assert (overlap.first_day, overlap.last_day) == (date(2026, 7, 3), date(2026, 7, 9))
    assert (overlap.new_facts, overlap.new_amount) == (1, 95)
    assert (overlap.new_first_day, overlap.new_last_day) == (date(2026, 7, 5), date(2026, 7, 5))
    assert total(store) == 100


@pytest.mark.parametrize(
    ("answer", "status", "sold"),
    [("replace", "loaded", 95), ("add", "loaded", 185), ("skip", "skipped", 90)],
)
def test_an_answer_settles_it(store, answer, status, sold):
    store.load(sales("Ann 2026-07-03 90", file="a"))
    receipt = store.load(sales("Ann 2026-07-03 95", file="b", on_overlap=answer))

    assert receipt.status == status
    assert total(store) == sold


def test_days_beside_those_of_another_file_simply_add(store):
    store.load(sales("Ann 2026-07-01 10", "Ann 2026-07-15 20", file="a"))
    receipt = store.load(sales("Ann 2026-07-16 30", "Ann 2026-08-01 40", file="b"))

    assert receipt.status == "loaded"
    assert total(store) == 100


def test_a_replacement_spares_days_of_the_month_that_it_does_not_bring(store):
    store.load(sales("Ann 2026-07-02 1", "Ann 2026-07-10 2", file="a"))
    store.load(sales("Ann 2026-07-20 4", file="b"))
    store.load(sales("Ann 2026-07-02 8", "Ann 2026-07-11 16", file="c", on_overlap="replace"))

    assert total(store) == 4 + 8 + 16


def test_a_replacement_spares_the_months_that_it_does_not_bring(store):
    store.load(sales("Ann 2026-07-02 1", "Ann 2026-08-02 2", file="a"))
    store.load(sales("Ann 2026-07-02 4", file="b", on_overlap="replace"))

    assert total(store) == 6


def test_another_source_never_overlaps(store):
    store.load(sales("Ann 2026-07-03 90", file="a", source="orders"))

    assert store.load(sales("Ann 2026-07-03 95", file="b", source="deals")).status == "loaded"


def test_a_revised_target_of_the_same_grain_overlaps(store):
    store.load(targets("Ann 2026-Q3 300", file="a"))
    receipt = store.load(targets("Ann 2026-Q3 330", file="b"))

    assert [overlap.month for overlap in receipt.overlap] == [date(2026, m, 1) for m in (7, 8, 9)]
    assert store.load(targets("Ann 2026-07 100", file="c")).status == "loaded"


def test_answers_overlap_without_an_amount(store):
    store.load(answers("Ann 2026-07-03 4.5", file="a"))
    (overlap,) = store.load(answers("Ann 2026-07-03 4", file="b")).overlap

    assert (overlap.facts, overlap.amount) == (1, None)


def test_rows_that_were_not_loaded_are_kept_with_their_reason(store):
    reason = Sentence("sales.no_amount", {"column": "金额", "day": date(2026, 7, 1)})
    problem = Problem("Sheet1", 17, "金额", "待定", reason, {"日期": "2026-07-01", "金额": "待定"})
    batch = store.load(replace(sales("Ann 2026-07-03 90"), rejected=(problem,))).batch

    (kept,) = store.rejected(batch)
    assert kept.reason.values == {"column": "金额", "day": "2026-07-01"}
    assert replace(kept, reason=reason) == problem


def test_a_parcel_without_rows_is_a_batch_without_facts(store):
    empty = sales("Ann 2026-07-03 90")
    receipt = store.load(replace(empty, rows=empty.rows.slice(0, 0)))

    assert receipt.status == "loaded"
    assert store.check() == []


def test_a_parcel_that_breaks_the_rules_leaves_nothing(store):
    store.load(sales("Ann 2026-07-03 90", file="a"))
    before = content(store)
    bad = parcel("sales", [sale("Ann", "2026-07-05", "1") | {"amount": None}], file="b")

    with pytest.raises(Exception, match="NOT NULL"):
        store.load(bad)
    assert content(store) == before
    assert len(store.batches()) == 1
