"""The same sales under other headers are met by their rows; another system's sales are not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.store.parcels import answers, content, parcel, sale, sales

JULY = ["Ann 2026-07-03 90 acme", "Bo 2026-07-09 10 bolt", "Cy 2026-07-20 5 core"]
CORRECTED = ["Ann 2026-07-03 90 acme", "Bo 2026-07-09 10 bolt", "Cy 2026-07-20 6 core"]


def total(store):
    """What the cube says was sold."""
    return store.rows("select sum(amount) from derived.month")[0][0]


def numbered(*orders, **more):
    """Sales of one day, each with an order id, like "A1 90"."""
    rows = [sale("Ann", "2026-07-03", order.split()[1]) for order in orders]
    ids = [{"order_id": order.split()[0]} for order in orders]
    return parcel("sales", [row | known for row, known in zip(rows, ids, strict=True)], **more)


@pytest.fixture
def july(store):
    """A store with July as first exported."""
    store.load(sales(*JULY, file="a", source="date,rep,amount"))
    return store


@pytest.fixture
def with_notes():
    """July corrected, with a column more."""
    return sales(*CORRECTED, file="b", source="date,rep,amount,备注")


def test_a_corrected_export_with_one_more_column_is_asked_about(july, with_notes):
    receipt = july.load(with_notes)

    assert receipt.status == "needs_answer"
    assert [(o.file_name, o.facts, o.amount, o.new_amount) for o in receipt.overlap] == [
        ("a.xlsx", 3, 105, 106)
    ]
    assert total(july) == 105


def test_replaced_it_counts_once_and_undone_it_was_never_there(july, with_notes):
    before = content(july)
    batch = july.load(replace(with_notes, on_overlap="replace")).batch

    assert total(july) == 106
    assert july.check() == []
    july.undo(batch)
    assert content(july) == before


def test_added_it_counts_beside(july, with_notes):
    july.load(replace(with_notes, on_overlap="add"))

    assert total(july) == 211


@pytest.mark.parametrize("source", ["date,rep,amount", "date,rep,amount,备注", "other"])
def test_what_has_replaced_is_met_under_either_header(july, with_notes, source):
    july.load(replace(with_notes, on_overlap="replace"))
    again = sales(*CORRECTED, "Di 2026-07-21 7 dune", file="c", source=source)

    assert [o.file_name for o in july.load(again).overlap] == ["b.xlsx"]
    july.load(replace(again, on_overlap="replace"))
    assert total(july) == 113


def test_half_a_month_is_met_in_the_whole_of_it(store):
    store.load(sales(JULY[0], file="a", source="early"))

    assert store.load(sales(*JULY, file="b", source="late")).status == "needs_answer"


def test_another_system_is_not_asked_about(store):
    """Alike in day, amount and rep; but the order ids are others."""
    store.load(numbered("A1 90", "A2 90", "A3 50", file="new", source="new"))
    receipt = store.load(numbered("B1 90", "B2 90", "B3 50", file="existing", source="existing"))

    assert receipt.status == "loaded"
    assert total(store) == 460


def test_the_same_order_ids_are_met(store):
    store.load(numbered("A1 90", "A2 90", "A3 50", file="a", source="a"))

    assert store.load(numbered("A1 90", "A2 90", file="b", source="b")).status == "needs_answer"


def test_an_export_without_order_ids_is_met_by_the_rest(store):
    store.load(numbered("A1 90", "A2 90", file="a", source="a"))
    plain = sales("Ann 2026-07-03 90", "Ann 2026-07-03 90", file="b", source="b")

    assert store.load(plain).status == "needs_answer"


def test_sales_that_only_fall_on_the_same_days_are_not_asked_about(july):
    other = [line.replace("90", "91").replace(" 10", " 11") for line in JULY]

    assert july.load(sales(*other, file="b", source="other")).status == "loaded"
    assert total(july) == Decimal(105 + 107)


def test_answers_are_met_likewise(store):
    given = ("Ann 2026-07-03 4.5", "Ann 2026-07-04 3")
    store.load(answers(*given, file="a", source="a"))
    later = answers(*given, "Bo 2026-07-05 1", file="b", source="b")

    assert store.load(later).status == "needs_answer"
    store.load(replace(later, on_overlap="replace"))
    assert store.rows("select count(*) from derived.resolved_survey") == [(3,)]
