"""A customer's first sale: when, and whose it was."""

from datetime import date

from tests.store.parcels import customers, reps, sales


def first(store, columns="customer, first_on, rep"):
    """The first sales."""
    return store.rows(f"select {columns} from derived.first_sale order by customer")  # noqa: S608 - a test's own words


def test_the_earliest_live_sale_is_the_first(store):
    store.load(sales("Ann 2026-07-03 1 acme", "Bo 2026-07-02 2 acme", "Ann 2026-07-09 4"))

    assert first(store) == [("acme", date(2026, 7, 2), "Bo")]


def test_of_one_day_the_first_row_of_the_first_batch_counts(store):
    store.load(sales("Ann 2026-07-02 1 acme", "Bo 2026-07-02 2 acme", file="a"))
    store.load(sales("Cy 2026-07-02 2 acme", file="b", on_overlap="add"))

    assert first(store) == [("acme", date(2026, 7, 2), "Ann")]


def test_an_earlier_month_that_comes_later_moves_it(store):
    store.load(sales("Ann 2026-07-02 1 acme", file="a"))
    early = store.load(sales("Bo 2026-03-02 1 acme", file="b")).batch

    assert first(store) == [("acme", date(2026, 3, 2), "Bo")]
    store.undo(early)
    assert first(store) == [("acme", date(2026, 7, 2), "Ann")]


def test_a_first_sale_on_the_first_of_a_month_goes_with_its_batch(store):
    store.load(sales("Ann 2026-07-09 1 acme", file="a"))
    store.undo(store.load(sales("Bo 2026-07-01 1 acme", file="b")).batch)

    assert first(store) == [("acme", date(2026, 7, 9), "Ann")]


def test_a_replaced_month_takes_its_first_sales_with_it(store):
    store.load(sales("Ann 2026-07-02 1 acme", "Ann 2026-08-02 1 acme", file="a"))
    store.load(sales("Bo 2026-07-02 1 other", file="b", on_overlap="replace"))

    assert first(store) == [("acme", date(2026, 8, 2), "Ann"), ("other", date(2026, 7, 2), "Bo")]


def test_an_earlier_first_order_on_the_customer_list_wins(store):
    store.load(customers("C1 acme 2020-01-05", "C2 late 2026-12-31", file="c"))
    store.load(sales("Ann 2026-07-02 1 acme", "Ann 2026-07-03 1 late", "Ann 2026-07-04 1 C1"))

    assert first(store, "customer, first_on") == [
        ("C1", date(2020, 1, 5)),
        ("acme", date(2020, 1, 5)),
        ("late", date(2026, 7, 3)),
    ]


def test_a_customer_list_that_comes_later_counts_too(store):
    store.load(sales("Ann 2026-07-02 1 acme"))
    batch = store.load(customers("C1 acme 2020-01-05", file="c")).batch

    assert first(store, "first_on, sold_on") == [(date(2020, 1, 5), date(2026, 7, 2))]
    store.undo(batch)
    assert first(store, "first_on") == [(date(2026, 7, 2),)]


def test_the_first_sale_counts_for_the_team_of_its_day(store):
    store.load(sales("Ann 2026-07-02 1 acme"))
    store.load(reps("R1 Ann Red East", file="r"))

    assert first(store, "rep, team, region") == [("R1", "Red", "East")]
