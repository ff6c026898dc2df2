"""The members of a dimension, for the filters."""

from salesplan.metrics import members


def test_they_are_those_with_sales_or_targets_by_name(plan):
    plan.reps("Zoe id=1 team=North", "Ann id=2 team=South", "Idle id=3 team=None")
    plan.sales("1 2026-07-03 90", "- 2026-07-03 1")
    plan.target("Ann 2026-07 100")

    assert members(plan.store, "rep") == [("2", "Ann"), ("1", "Zoe")]
    assert members(plan.store, "team") == [("North", "North"), ("South", "South")]


def test_those_of_an_undone_batch_are_gone(plan):
    batch = plan.sales("Ann 2026-07-03 90 product=Pump")
    plan.store.undo(batch)

    assert members(plan.store, "product") == []
