"""CSAT: the share of satisfied answers, its interval, and whether it proves the goal."""

from decimal import Decimal

import pytest


def ask(plan, satisfied, others=0, who="Ann"):
    """So many answers of 5, and of 3, on a scale from 1 to 5."""
    plan.answers(*[f"{who} 2026-07-03 5"] * satisfied, *[f"{who} 2026-07-03 3"] * others)


def test_the_top_two_boxes_are_satisfied(plan):
    plan.answers(*[f"Ann 2026-07-03 {score}" for score in (1, 2, 3, 4, 5)])

    assert plan.measure("csat", "answers satisfied csat") == [(5, 2, 0.4)]


@pytest.mark.parametrize(
    ("low", "high", "from_on"), [("1", "10", "6.4"), ("0", "10", "6"), ("0", "1", "0.6")]
)
def test_on_any_scale_the_top_two_fifths_are_satisfied(plan, low, high, from_on):
    scale = f"scale_min={low} scale_max={high}"
    below = Decimal(from_on) - Decimal("0.1")
    plan.answers(f"Ann 2026-07-03 {from_on} {scale}", f"Ann 2026-07-03 {below} {scale}")

    assert plan.measure("csat", "answers satisfied") == [(2, 1)]


def test_thirty_of_thirty_do_not_yet_prove_ninety_percent(plan):
    ask(plan, satisfied=30)
    (row,) = plan.measure("csat", "low high goal verdict needed")

    assert row[0] == pytest.approx(0.8865, abs=1e-4)
    assert row[1:] == (1, 0.9, "not_enough", 5)


def test_so_many_more_answers_decide_it(plan):
    ask(plan, satisfied=35)

    assert plan.measure("csat", "verdict needed") == [("met", 0)]


def test_one_answer_less_does_not(plan):
    ask(plan, satisfied=34)

    assert plan.measure("csat", "verdict needed") == [("not_enough", 1)]


def test_an_upper_end_below_the_goal_is_not_met(plan):
    ask(plan, satisfied=10, others=10)

    assert plan.measure("csat", "verdict needed") == [("not_met", 0)]


def test_a_rate_that_equals_the_goal_is_never_decided(plan):
    ask(plan, satisfied=9, others=1)

    assert plan.measure("csat", "csat verdict needed") == [(0.9, "not_enough", None)]


def test_the_goal_is_that_of_the_settings(plan):
    plan.settings(satisfaction_goal=Decimal("0.80"))
    ask(plan, satisfied=30)

    assert plan.measure("csat", "goal verdict") == [(0.8, "met")]


def test_a_target_for_the_company_goes_before_the_settings(plan):
    plan.target("company 2026-07 0.80", metric="satisfaction")
    ask(plan, satisfied=30)

    assert plan.measure("csat", "member goal verdict", by="rep") == [("Ann", 0.8, "met")]


def test_a_target_of_its_own_goes_before_the_companys(plan):
    plan.target("company 2026-07 0.80", "Ann 2026-07 0.95", metric="satisfaction")
    ask(plan, satisfied=3)
    ask(plan, satisfied=3, who="Bob")

    assert plan.measure("csat", "member goal", by="rep") == [("Ann", 0.95), ("Bob", 0.8)]
    assert plan.measure("csat", "goal") == [(0.8,)]


def test_goals_of_months_count_by_their_answers(plan):
    plan.target("company 2026-07 0.80", "company 2026-08 0.90", metric="satisfaction")
    plan.answers("Ann 2026-07-03 5", "Ann 2026-08-03 5", "Ann 2026-08-03 5", "Ann 2026-08-03 5")

    assert plan.measure("csat", "goal", period="2026-Q3") == [(0.875,)]


def test_another_kind_of_question_does_not_count(plan):
    plan.answers("Ann 2026-07-03 5", kind="nps")

    assert plan.measure("csat", "answers") == []


def test_an_answer_after_the_as_of_day_does_not_count(plan):
    plan.answers("Ann 2026-07-03 5", "Ann 2026-07-20 1")

    assert plan.measure("csat", "answers csat", as_of="2026-07-10") == [(1, 1)]


def test_an_answer_belongs_to_the_team_of_its_rep(plan):
    plan.reps("Ann team=North region=East")
    plan.answers("Ann 2026-07-03 5", "- 2026-07-03 1")

    assert plan.measure("csat", "member csat", by="team") == [("North", 1), (None, 0)]
    assert plan.measure("csat", "answers", region="East") == [(1,)]
    assert plan.measure("csat", "answers", channel="Web") == []
