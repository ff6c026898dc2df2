"""Effective target: a member's own, its children's, and over-assignment where both are there."""

from datetime import date
from decimal import Decimal

JULY = {"starts_on": date(2026, 7, 1), "ends_on": date(2026, 8, 1)}
COLUMNS = "member explicit children effective over_assignment"


def test_without_an_own_target_the_children_make_it(plan):
    plan.reps("Ann team=North", "Bob team=North")
    plan.target("Ann 2026-07 100", "Bob 2026-07 50")

    assert plan.measure("effective_target", COLUMNS, by="team") == [("North", None, 150, 150, None)]


def test_where_both_are_there_the_difference_is_over_assignment(plan):
    plan.reps("Ann team=North", "Bob team=North")
    plan.target("Ann 2026-07 100", "Bob 2026-07 50", "team=North 2026-07 130")

    assert plan.measure("effective_target", COLUMNS, by="team") == [("North", 130, 150, 130, 20)]


def test_the_children_are_those_that_count_one_level_below(plan):
    plan.reps("Ann team=North region=East")
    plan.target("Ann 2026-07 100", "team=North 2026-07 90", "region=East 2026-07 80")

    assert plan.measure("effective_target", COLUMNS, by="region") == [("East", 80, 90, 80, 10)]


def test_over_assignment_counts_only_months_with_both(plan):
    plan.target("Ann 2026-07 100", "Ann 2026-08 100", "company 2026-08 60")

    assert plan.measure("effective_target", COLUMNS, period="2026-Q3") == [(None, 60, 200, 160, 40)]


def test_over_assignment_counts_only_members_with_both(plan):
    plan.reps("Ann region=East", "Bob region=West")
    plan.target("Ann 2026-07 100", "Bob 2026-07 50", "region=East 2026-07 70")

    assert plan.measure("effective_target", COLUMNS, by="month", region="East") == [
        ("2026-07", 70, 100, 70, 30)
    ]
    assert plan.measure("effective_target", COLUMNS, by="region") == [
        ("East", 70, 100, 70, 30),
        ("West", None, 50, 50, None),
    ]


def test_a_rep_has_no_children(plan):
    plan.target("Ann 2026-07 100")

    assert plan.measure("effective_target", COLUMNS, by="rep") == [("Ann", 100, None, 100, None)]


def test_a_teams_target_speaks_for_its_reps_whose_region_is_unknown(plan):
    rep = {"rep": "Ann", "team": "North", "level": "rep"}
    team = {"team": "North", "region": "East", "level": "team"}
    period = {"metric": "sales", "grain": "month"} | JULY
    plan.load("targets", "rep", [period | rep | {"value": Decimal(60)}])
    plan.load("targets", "team", [period | team | {"value": Decimal(100)}])

    assert plan.measure("effective_target", COLUMNS, by="team") == [("North", 100, 60, 100, -40)]
    assert plan.measure("effective_target", COLUMNS) == [(None, None, 100, 100, None)]
    # In two regions, the team is nowhere for certain; its target still counts for its reps.
    plan.load("targets", "team", [period | team | {"region": "West", "value": Decimal(40)}])
    assert plan.measure("attainment", "target") == [(140,)]
