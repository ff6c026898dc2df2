"""The scope holds for every metric: days, members, and those without one."""

import pytest

from salesplan.scope import DIMENSIONS


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_filter_keeps_its_members_only(plan, dimension):
    line = "- 2026-07-03 {} " + dimension + "={}"
    plan.sales(line.format(90, "A"), line.format(7, "B"), "- 2026-07-03 1")

    assert plan.measure("attainment", "actual", **{dimension: "A"}) == [(90,)]


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_an_empty_member_stands_for_those_without_one(plan, dimension):
    plan.sales(f"- 2026-07-03 90 {dimension}=A", "- 2026-07-03 1")

    assert plan.measure("attainment", "actual", **{dimension: ""}) == [(1,)]


def test_a_member_is_not_found_by_part_of_its_name(plan):
    plan.sales("- 2026-07-03 90 team=Northern", "- 2026-07-03 7 team=North")

    assert plan.measure("attainment", "actual", team="North") == [(7,)]


@pytest.mark.parametrize(
    ("period", "actual"),
    [
        ("2026-06-30..2026-08-01", 31),  # two edges around a whole month
        ("2026-07-01..2026-07-31", 13),  # the month alone
        ("2026-07-02..2026-07-30", 4),  # inside one month
        ("2026-07-31..2026-08-01", 24),  # two edges and no month between
        ("2026-06-01..2026-06-30", 2),
    ],
)
def test_whole_months_and_ragged_edges_make_one_sum(plan, period, actual):
    plan.sales("Ann 2026-06-30 2", "Ann 2026-07-01 1", "Ann 2026-07-15 4", "Ann 2026-07-31 8")
    plan.sales("Ann 2026-08-01 16")

    assert plan.measure("attainment", "actual", period=period) == [(actual,)]


def test_before_the_period_nothing_has_been_sold(plan):
    plan.target("Ann 2026-07 100")
    plan.sales("Ann 2026-06-03 5", "Ann 2026-07-03 5")

    assert plan.measure("attainment", "actual target target_to_date", as_of="2026-06-10") == [
        (0, 100, 0)
    ]


def test_several_filters_hold_together(plan):
    plan.sales("Ann 2026-07-03 1 product=P channel=W", "Ann 2026-07-03 2 product=P channel=X")
    plan.sales("Bob 2026-07-03 4 product=P channel=W")

    assert plan.measure("attainment", "actual", rep="Ann", channel="W") == [(1,)]
