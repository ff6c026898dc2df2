"""The imported targets behind a target."""

from datetime import date

from tests.metrics.plan import goal

JULY = (date(2026, 7, 1), date(2026, 7, 31))


def test_a_target_names_its_days_its_member_and_its_cell(plan):
    plan.reps("Ann id=7 team=North region=East")
    plan.target("7 2026-07 2300")

    columns = "starts_on last_day level member value file_name sheet source_row"
    assert plan.measure("target_rows", columns) == [
        (*JULY, "rep", "Ann", 2300, "targets-2.xlsx", "Sheet1", 2)
    ]


def test_a_row_is_whole_and_counts_what_of_it_lies_in_the_period(plan):
    plan.target("Ann 2026-Q3 6600", "Bob 2026-07 100")

    (ann, bob) = sorted(plan.measure("target_rows", "member value counted"))
    ((target,),) = plan.measure("attainment", "target")
    assert ann[:2] == ("Ann", 6600)
    assert 0 < ann[2] < 6600
    assert bob == ("Bob", 100, 100)
    assert ann[2] + bob[2] == target


def test_the_rows_lie_within_the_scope(plan):
    plan.reps("Ann team=North", "Bob team=South")
    plan.target("Ann 2026-07 1", "Bob 2026-07 2", "Ann 2026-08 4")

    assert plan.measure("target_rows", "member value", team="North") == [("Ann", 1)]


def test_a_target_that_one_above_speaks_for_is_not_among_them(plan):
    plan.target("company 2026-07 500", "Ann 2026-07 100")

    assert plan.measure("target_rows", "level value") == [("company", 500)]
    assert plan.measure("target_rows", "level value", rep="Ann") == [("rep", 100)]


def test_only_the_finest_grain_is_among_them(plan):
    plan.target("Ann 2026 1200", "Ann 2026-07 100")

    assert plan.measure("target_rows", "value") == [(100,)]


def test_a_target_that_was_replaced_or_undone_is_gone(plan):
    plan.target("Ann 2026-07 100")
    plan.target("Ann 2026-07 80", on_overlap="replace")

    assert plan.measure("target_rows", "value file_name") == [(80, "targets-2.xlsx")]
    plan.store.undo(2)
    assert plan.measure("target_rows", "value file_name") == [(100, "targets-1.xlsx")]


def test_no_more_than_500_are_given(plan):
    rows = [f"R{n} 2026-07 1" for n in range(501)]
    plan.load("targets", "sales/rep/month", [goal(row, "sales") for row in rows])

    assert len(plan.measure("target_rows", "value")) == 500
