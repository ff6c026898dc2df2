"""Which targets make a member's target: its own, else those below it."""

import pytest


def target(plan, by=None, **scope):
    """The target of each member, by its name."""
    return sorted(plan.measure("attainment", "member target", by=by, **scope), key=str)


def test_a_team_without_a_target_has_the_sum_of_its_reps(plan):
    plan.reps("Ann team=North", "Bob team=North", "Cid team=South")
    plan.target("Ann 2026-07 100", "Bob 2026-07 50", "Cid 2026-07 7")

    assert target(plan, by="team") == [("North", 150), ("South", 7)]


def test_a_team_with_a_target_of_its_own_has_that(plan):
    plan.reps("Ann team=North region=East", "Cid team=South region=East")
    plan.target("Ann 2026-07 100", "Cid 2026-07 7", "team=North 2026-07 90")

    assert target(plan, by="team") == [("North", 90), ("South", 7)]
    assert target(plan, by="region") == [("East", 97)]
    assert target(plan) == [(None, 97)]
    assert target(plan, by="rep") == [("Ann", 100), ("Cid", 7)]


def test_a_region_with_a_target_speaks_for_its_teams_and_reps(plan):
    plan.reps("Ann team=North region=East", "Cid team=South region=West")
    plan.target(
        "Ann 2026-07 100", "Cid 2026-07 7", "team=North 2026-07 90", "region=East 2026-07 80"
    )

    assert target(plan, by="region") == [("East", 80), ("West", 7)]
    assert target(plan) == [(None, 87)]


def test_the_company_with_a_target_speaks_for_all(plan):
    plan.target("Ann 2026-07 100", "company 2026-07 60")

    assert target(plan) == [(None, 60)]
    assert target(plan, by="month") == [("2026-07", 60)]
    assert target(plan, rep="Ann") == [(None, 100)]


def test_each_month_decides_for_itself(plan):
    plan.target("Ann 2026-07 100", "Ann 2026-08 100", "company 2026-08 60")

    assert target(plan, period="2026-Q3") == [(None, 160)]


def test_a_filter_reads_targets_at_its_own_level(plan):
    plan.reps("Ann team=North region=East", "Cid team=South region=East")
    plan.target("region=East 2026-07 500", "Ann 2026-07 100", "team=South 2026-07 9")

    assert target(plan, region="East") == [(None, 500)]
    assert target(plan, region="East", by="team") == [("North", 100), ("South", 9)]
    assert target(plan, team="South") == [(None, 9)]
    assert target(plan, by="region", rep="Ann") == [("East", 100)]


@pytest.mark.parametrize("level", ["product", "channel"])
def test_a_product_or_channel_has_only_a_target_of_its_own(plan, level):
    plan.target("Ann 2026-07 100", f"{level}=X 2026-07 60")
    plan.sales(f"Ann 2026-07-03 5 {level}=X", f"Ann 2026-07-03 5 {level}=Y")

    assert target(plan, by=level) == [("X", 60), ("Y", None)]
    assert target(plan, **{level: "X"}) == [(None, 60)]
    assert target(plan) == [(None, 100)]


def test_a_rep_within_a_product_has_no_target(plan):
    plan.target("Ann 2026-07 100", "product=Pump 2026-07 60", "channel=Web 2026-07 60")
    plan.sales("Ann 2026-07-03 5 product=Pump channel=Web")

    assert target(plan, by="rep", product="Pump") == [("Ann", None)]
    assert target(plan, by="product", rep="Ann") == [("Pump", None)]
    assert target(plan, by="product", channel="Web") == [("Pump", None)]


def test_a_target_of_another_metric_is_no_sales_target(plan):
    plan.target("Ann 2026-07 12", metric="new_customers")
    plan.sales("Ann 2026-07-03 5")

    assert target(plan, by="rep") == [("Ann", None)]


def test_a_team_named_alike_in_two_regions_is_told_by_its_region(plan):
    plan.reps("Ann team=One region=East", "Bob team=One region=West")
    plan.target("Ann 2026-07 100", "Bob 2026-07 50", "team=One region=East 2026-07 90")

    assert target(plan, by="region") == [("East", 90), ("West", 50)]


def test_a_team_target_without_a_region_speaks_for_the_team_everywhere(plan):
    plan.reps("Ann team=One region=East", "Bob team=One region=West")
    plan.target("Ann 2026-07 100", "Bob 2026-07 50", "team=One 2026-07 140")

    assert target(plan, by="team") == [("One", 140)]
    assert target(plan) == [(None, 140)]
