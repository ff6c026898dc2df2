"""The rows behind a figure."""


def test_the_largest_sale_comes_first_and_names_its_cell(plan):
    batch = plan.sales("Ann 2026-07-03 90", "Bob 2026-07-04 100 customer=Acme")

    assert plan.measure("rows", "rep customer amount file_name sheet source_row batch_id") == [
        ("Bob", "Acme", 100, "sales-1.xlsx", "Sheet1", 3, batch),
        ("Ann", None, 90, "sales-1.xlsx", "Sheet1", 2, batch),
    ]


def test_the_rows_lie_within_the_scope(plan):
    plan.reps("Ann team=North", "Bob team=South")
    plan.sales("Ann 2026-07-03 90", "Bob 2026-07-04 100", "Ann 2026-07-20 1", "Ann 2026-06-30 1")
    north = {"team": "North", "as_of": "2026-07-10"}

    assert plan.measure("rows", "rep team amount", **north) == [("Ann", "North", 90)]
    assert plan.measure("rows_total", "rows amount", **north) == [(1, 90)]


def test_no_more_than_500_are_given_but_all_are_counted(plan):
    plan.sales(*["Ann 2026-07-03 2"] * 501)

    assert len(plan.measure("rows", "amount")) == 500
    assert plan.measure("rows_total", "rows amount") == [(501, 1002)]


def test_a_row_that_was_replaced_is_gone(plan):
    plan.sales("Ann 2026-07-03 90")
    plan.sales("Ann 2026-07-03 80", on_overlap="replace")

    assert plan.measure("rows", "amount") == [(80,)]


def test_without_rows_the_total_is_zero(plan):
    assert plan.measure("rows_total", "rows amount") == [(0, 0)]
