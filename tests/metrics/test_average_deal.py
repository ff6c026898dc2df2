"""Average deal: what an order brings, and what a piece costs."""

from decimal import Decimal


def test_lines_of_one_order_are_one_deal(plan):
    plan.sales(
        "Ann 2026-07-03 90 order_id=A",
        "Ann 2026-07-03 10 order_id=A",
        "Ann 2026-07-04 50 order_id=B",
    )

    assert plan.measure("average_deal", "amount orders average_deal") == [(150, 2, 75)]


def test_a_line_without_an_order_number_is_a_deal_of_its_own(plan):
    plan.sales("Ann 2026-07-03 90", "Ann 2026-07-03 10", "Ann 2026-07-04 50 order_id=B")

    assert plan.measure("average_deal", "orders average_deal", by="rep") == [(3, 50)]


def test_the_price_leaves_out_lines_without_a_quantity(plan):
    plan.sales("Ann 2026-07-03 90 quantity=2.5", "Ann 2026-07-03 10")

    assert plan.measure("average_deal", "quantity price") == [(Decimal("2.5"), 36)]


def test_without_quantities_there_is_no_price(plan):
    plan.sales("Ann 2026-07-03 90")

    assert plan.measure("average_deal", "quantity price") == [(None, None)]


def test_the_largest_deals_come_first(plan):
    plan.sales("Ann 2026-07-03 90", "Bob 2026-07-03 100", "Bob 2026-08-03 1000")

    assert plan.measure("average_deal", "member average_deal", by="rep", as_of="2026-07-31") == [
        ("Bob", 100),
        ("Ann", 90),
    ]
