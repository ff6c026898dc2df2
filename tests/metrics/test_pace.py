"""Pace: actual against the target of the days so far, in four words."""

from decimal import Decimal

import pytest

from salesplan.rules.standing import standing
from salesplan.settings import Settings

ON_THE_10TH = {"as_of": "2026-07-10", "by": "rep"}


THRESHOLDS = [
    ("100", "ahead"),
    ("99.9999", "on_track"),
    ("97", "on_track"),
    ("96.9999", "at_risk"),
    ("85", "at_risk"),
    ("84.9999", "behind"),
    ("-5", "behind"),
]


@pytest.mark.parametrize(("actual", "status"), THRESHOLDS)
def test_a_status_begins_exactly_at_its_threshold(plan, actual, status):
    plan.target("Ann 2026-07 287.5")  # 100 for the 8 of 23 working days
    plan.sales(f"Ann 2026-07-03 {actual}")

    assert plan.measure("pace", "target_to_date status", **ON_THE_10TH) == [(100, status)]


@pytest.mark.parametrize(("actual", "status"), THRESHOLDS)
def test_what_pages_fold_together_is_judged_alike(actual, status):
    assert standing(Decimal(actual), Decimal(100), Settings()) == status


def test_the_thresholds_are_those_of_the_settings(plan):
    plan.settings(ahead=Decimal("1.10"), on_track=Decimal("1.00"))
    plan.target("Ann 2026-07 287.5")
    plan.sales("Ann 2026-07-03 109")

    assert plan.measure("pace", "status", **ON_THE_10TH) == [("on_track",)]


def test_without_a_target_there_is_no_status(plan):
    plan.sales("Ann 2026-07-03 109")

    assert plan.measure("pace", "target_to_date pace status", **ON_THE_10TH) == [(None, None, None)]


def test_before_the_first_working_day_there_is_no_status(plan):
    plan.target("Ann 2026-08 100")  # the 1st is a Saturday
    plan.sales("Ann 2026-08-01 5")

    assert plan.measure(
        "pace", "target_to_date pace status", period="2026-08", as_of="2026-08-01"
    ) == [(0, None, None)]


def test_pace_and_gap_to_date_are_against_the_days_so_far(plan):
    plan.target("Ann 2026-07 287.5", "Bob 2026-07 287.5")
    plan.sales("Ann 2026-07-03 90", "Bob 2026-07-03 120", "Bob 2026-07-20 500")

    assert plan.measure("pace", "member actual pace gap_to_date", **ON_THE_10TH) == [
        ("Bob", 120, 1.2, -20),
        ("Ann", 90, 0.9, 10),
    ]
