"""New customers: those whose first sale falls into the period."""


def test_a_customer_is_new_once(plan):
    plan.sales("Ann 2026-06-03 5 customer=Old", "Ann 2026-07-03 5 customer=Old")
    plan.sales("Ann 2026-07-03 5 customer=New", "Ann 2026-07-09 5 customer=New")

    assert plan.measure("new_customers", "new_customers") == [(1,)]


def test_a_customer_belongs_to_whom_it_bought_from_first(plan):
    plan.sales("Ann 2026-07-03 5 customer=New", "Bob 2026-07-02 5 customer=New")
    plan.sales("Bob 2026-07-03 5 customer=Newer", "Ann 2026-07-04 5 customer=Newest")

    assert plan.measure("new_customers", "member new_customers", by="rep") == [
        ("Bob", 2),
        ("Ann", 1),
    ]
    assert plan.measure("new_customers", "new_customers", rep="Ann") == [(1,)]


def test_an_earlier_first_order_on_the_list_counts(plan):
    plan.customers("Acme first_order_on=2020-01-01")
    plan.sales("Ann 2026-07-03 5 customer=Acme")

    assert plan.measure("new_customers", "new_customers") == []


def test_a_first_sale_after_the_as_of_day_is_not_yet_one(plan):
    plan.sales("Ann 2026-07-03 5 customer=A", "Ann 2026-07-20 5 customer=B")

    assert plan.measure("new_customers", "new_customers", as_of="2026-07-10") == [(1,)]


def test_months_come_in_their_order(plan):
    plan.sales("Ann 2026-07-03 5 customer=A", "Ann 2026-08-03 5 customer=B")
    plan.sales("Ann 2026-08-04 5 customer=C")

    assert plan.measure("new_customers", "key new_customers", by="month", period="2026-Q3") == [
        ("2026-07", 1),
        ("2026-08", 2),
    ]
