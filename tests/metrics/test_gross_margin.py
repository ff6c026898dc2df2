"""Gross margin: over the sales whose cost is known."""

COLUMNS = "amount_with_cost cost gross_margin share_with_cost"


def test_it_counts_only_sales_with_a_cost(plan):
    plan.sales("Ann 2026-07-03 80 cost=60", "Ann 2026-07-03 20")

    assert plan.measure("gross_margin", COLUMNS) == [(80, 60, 0.25, 0.8)]


def test_without_any_cost_there_is_no_margin(plan):
    plan.sales("Ann 2026-07-03 80")

    assert plan.measure("gross_margin", COLUMNS) == [(0, None, None, 0)]


def test_a_cost_of_zero_is_a_cost(plan):
    plan.sales("Ann 2026-07-03 80 cost=0")

    assert plan.measure("gross_margin", COLUMNS) == [(80, 0, 1, 1)]


def test_the_best_margin_comes_first(plan):
    plan.sales("Ann 2026-07-03 80 cost=60", "Bob 2026-07-03 80 cost=20", "Cid 2026-07-03 80")

    assert plan.measure("gross_margin", "member gross_margin", by="rep") == [
        ("Bob", 0.75),
        ("Ann", 0.25),
        ("Cid", None),
    ]
