"""Targets by month: split by working days to the last digit, the finest grain wins."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from salesplan.settings import Settings
from salesplan.store import Store
from tests.store.parcels import parcel, reps, target, targets


def by_month(store, columns="month(month), value"):
    """The targets by month."""
    return store.rows(f"select {columns} from derived.target_month order by all")  # noqa: S608 - a test's own words


def test_a_quarter_is_split_by_the_working_days_of_its_months(store):
    store.load(targets("Ann 2026-Q3 650"))  # 23 + 21 + 22 = 66 working days in China

    days = store.rows(
        "select month(month), count(*) from derived.calendar"
        " where working and day between '2026-07-01' and '2026-09-30' group by 1 order by 1"
    )
    assert days == [(7, 23), (8, 21), (9, 22)]
    assert by_month(store) == [
        (7, Decimal("226.5152")),
        (8, Decimal("206.8181")),
        (9, Decimal("216.6667")),
    ]


def test_a_week_over_two_months_lies_in_both_by_its_working_days(store):
    store.load(targets("Ann 2026-W27 50"))  # Monday 29 June to Sunday 5 July

    assert by_month(store) == [(6, 20), (7, 30)]


def test_a_period_without_working_days_is_spread_over_all_its_days(store):
    store.save_settings(Settings(country="US"))
    store.load(targets("Ann 2026-10-31..2026-11-01 9"))  # a Saturday and a Sunday

    assert by_month(store) == [(10, Decimal("4.5")), (11, Decimal("4.5"))]


def test_a_date_outside_the_calendar_is_split_by_all_days(store):
    store.load(targets("Ann 2199-Q1 90"))

    assert by_month(store) == [(1, 31), (2, 28), (3, 31)]


def test_the_finest_grain_wins_in_its_months_only(store):
    store.load(targets("Ann 2026-Q3 660", file="quarter"))  # 23 + 21 + 22 working days
    store.load(targets("Ann 2026-07 500", "Bo 2026-07 70", file="month"))

    rows = by_month(store, "rep, month(month), value")
    assert rows == [("Ann", 7, 500), ("Ann", 8, 210), ("Ann", 9, 220), ("Bo", 7, 70)]


def test_a_week_or_day_does_not_stand_for_its_whole_month(store):
    store.load(targets("Ann 2026-07 100000", file="month"))
    store.load(targets("Ann 2026-W28 5000", file="week"))
    store.load(targets("Ann 2026-07-01..2026-07-01 7", file="day"))

    assert by_month(store) == [(7, 100_000)]


def test_weeks_that_cover_a_month_stand_for_it(store):
    store.load(targets("Ann 2026-07 100000", file="month"))
    store.load(targets(*(f"Ann 2026-W{week} 5000" for week in range(27, 32)), file="weeks"))

    assert by_month(store) == [(6, 2000), (7, 23_000), (8, 0)]


def test_where_no_grain_covers_the_month_the_finest_stands(store):
    store.load(targets("Ann 2026-W28 5000", "Ann 2026-W28 50", file="week"))
    store.load(targets("Ann 2026-07-01..2026-07-01 7", file="day"))

    assert by_month(store) == [(7, 7)]


def test_levels_do_not_hide_each_other(store):
    store.load(targets("Red 2026-07 500", level="team", file="a"))
    store.load(targets("- 2026-Q3 990", level="company", file="b"))

    assert by_month(store, "level, month(month)") == [
        ("company", 7),
        ("company", 8),
        ("company", 9),
        ("team", 7),
    ]


def test_a_file_of_several_levels_is_asked_about_level_by_level(store):
    reps_and_teams = targets("Ann 2026-07 100", file="a")
    revised = mixed("Ann 2026-07 110", "Red 2026-07 300", "Blue 2026-07 200")
    store.load(reps_and_teams)
    asked = store.load(revised)
    replaced = store.load(replace(revised, on_overlap="replace"))

    assert [(o.month.month, o.amount, o.new_amount) for o in asked.overlap] == [(7, 100, 110)]
    assert by_month(store, "level, value") == [("rep", 110), ("team", 200), ("team", 300)]
    store.undo(replaced.batch)
    assert by_month(store, "level, value") == [("rep", 100)]
    assert store.check() == []


def mixed(rep, *teams):
    """A sheet with a rep's target and more of teams: the intake names its source by most rows."""
    rows = [target(*rep.split(), level="rep", metric="sales")]
    rows += [target(*team.split(), level="team", metric="sales") for team in teams]
    return parcel("targets", rows, source="sales/team/month", file="b")


def test_two_targets_of_one_member_and_grain_add_up(store):
    store.load(targets("Ann 2026-07 500", "Ann 2026-07 20"))

    assert by_month(store) == [(7, 520)]


def test_a_rate_holds_in_each_month_and_the_latest_wins(store):
    store.load(targets("- 2026-Q3 0.92", level="company", metric="satisfaction", file="a"))
    revised = targets("- 2026-Q3 0.95", level="company", metric="satisfaction", file="b")
    store.load(replace(revised, on_overlap="add"))

    assert by_month(store) == [(m, Decimal("0.95")) for m in (7, 8, 9)]


def test_a_reps_target_counts_for_the_team_at_the_months_start(store):
    store.load(
        reps(
            "R1 Ann Blue West",
            assignments=["Ann Red East 2026-01-01 2026-08-15", "Ann Blue West 2026-08-15 -"],
        )
    )
    store.load(targets("Ann 2026-Q3 300", file="t"))

    assert by_month(store, "month(month), rep, team, region") == [
        (7, "R1", "Red", "East"),
        (8, "R1", "Red", "East"),
        (9, "R1", "Blue", "West"),
    ]


def test_a_rep_who_starts_within_a_month_counts_for_the_first_team_in_it(store):
    store.load(reps("R1 Ann - -", assignments=["Ann Red East 2026-07-10 -"]))
    store.load(targets("Ann 2026-07 300", "Ann 2026-06 1", file="t"))

    assert by_month(store, "month(month), team, region") == [(6, None, None), (7, "Red", "East")]


def test_a_teams_target_lies_in_the_one_region_of_its_reps(store):
    store.load(reps("R1 Ann Red East", "R2 Bo Red East", "R3 Cy Blue East", "R4 Di Blue West"))
    store.load(targets("Red 2026-07 300", "Blue 2026-07 100", level="team", file="t"))

    assert by_month(store, "team, region") == [("Blue", None), ("Red", "East")]


def test_targets_themselves_say_where_a_team_is(store):
    team = target("Red", "2026-07", "100", level="team", metric="sales")
    store.load(parcel("targets", [{**team, "region": "East"}], file="t"))
    rep = target("Ann", "2026-07", "60", level="rep", metric="sales")
    store.load(parcel("targets", [{**rep, "team": "Red"}], file="r"))

    assert by_month(store, "level, team, region") == [
        ("rep", "Red", "East"),
        ("team", "Red", "East"),
    ]


def test_other_days_off_move_the_targets(store):
    store.load(targets("Ann 2026-Q3 650"))
    before = by_month(store)
    store.save_settings(Settings(days_off=tuple(date(2026, 7, day) for day in range(1, 31))))

    assert by_month(store) != before
    assert sum(value for _, value in by_month(store)) == 650


CENTS = st.integers(-(10**12), 10**12).map(lambda units: Decimal(units) / 10_000)
PERIODS = st.sampled_from(["2026", "2025-Q1", "2026-Q4", "2026-W01", "2026-02-10..2026-11-03"])


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(PERIODS, CENTS), min_size=1, max_size=8))
def test_the_months_add_up_to_the_target_whatever_its_value(found):
    store = Store.open()
    store.load(targets(*(f"R{n} {period} {value}" for n, (period, value) in enumerate(found))))
    sums = store.rows("select rep, sum(value) from derived.target_month group by rep order by rep")
    store.close()

    assert sums == [(f"R{n}", value) for n, (_, value) in enumerate(found)]
