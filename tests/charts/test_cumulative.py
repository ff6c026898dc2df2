"""The race against the plan, and the gap below it."""

from datetime import date

import pytest

from salesplan import charts
from salesplan.charts.cumulative import apart
from salesplan.charts.days import thinned
from salesplan.text import speaking
from tests.charts.answers import progress

JULY = date(2026, 7, 1)


def rows(drawing, kind):
    return [row for row in drawing.rows.to_pylist() if row["kind"] == kind]


def test_draws_every_day_of_a_month(settings):
    drawing = charts.cumulative(progress(first=JULY, days=31, so_far=10), settings)

    assert len(rows(drawing, "day")) == 31
    assert [row["actual"] for row in rows(drawing, "day")][9:11] == [0.9, None]
    assert drawing.unit == "¥K"


def test_shades_only_the_days_that_have_both(settings):
    drawing = charts.cumulative(progress(first=JULY, days=31, so_far=10), settings)

    assert [row["upper"] for row in rows(drawing, "day")].count(None) == 21


def test_marks_today_beside_the_point_while_there_is_room(settings):
    (today,) = rows(charts.cumulative(progress(first=JULY, days=31, so_far=10), settings), "today")

    assert (today["label"], today["side"]) == ("Actual ¥900", "below")


def test_marks_today_above_when_ahead(settings):
    race = charts.cumulative(progress(first=JULY, days=31, so_far=10, plan=50), settings)

    assert [row["side"] for row in rows(race, "today")] == ["above"]


def test_labels_actual_at_the_end_when_the_period_is_nearly_over(settings):
    drawing = charts.cumulative(progress(first=JULY, days=31, so_far=31), settings)

    assert [row["label"] for row in rows(drawing, "end")] == [
        "Actual ¥2.8K",
        "Plan ¥3.1K",
        "Last year ¥2.5K",
    ]
    assert [row["label"] for row in rows(drawing, "today")] == [""]


def test_draws_no_plan_where_there_is_none(settings):
    table = progress(first=JULY, days=31, so_far=10, plan=None)

    assert [row["role"] for row in rows(charts.cumulative(table, settings), "end")] == ["plan"]
    assert charts.gap_strip(table, settings) is None


def test_keeps_today_and_both_ends_of_a_long_period():
    year = progress(first=date(2026, 1, 1), days=365, so_far=200).to_pylist()

    kept = [day["day"] for day in thinned(year)]

    assert len(kept) < 60
    assert {kept[0], kept[-1]} == {date(2026, 1, 1), date(2026, 12, 31)}
    assert date(2026, 1, 1).replace(month=7, day=19) in kept


def test_draws_a_bar_a_day_in_a_month_and_a_bar_a_week_in_a_year(settings):
    month = charts.gap_strip(progress(first=JULY, days=31, so_far=10), settings)
    year = charts.gap_strip(progress(first=date(2026, 1, 1), days=365, so_far=200), settings)

    assert len(rows(month, "bar")) == 10
    assert len(rows(year, "bar")) == 29


def test_says_the_last_gap_beside_the_last_bar(settings):
    strip = charts.gap_strip(progress(first=JULY, days=31, so_far=10), settings)

    assert [row["label"] for row in rows(strip, "end")] == ["−¥100"]
    assert strip.alt == "Cumulative gap to plan: −¥100"


@pytest.mark.parametrize("first", [date(2026, 4, 1), date(2025, 10, 1)])
def test_takes_a_fiscal_year_that_starts_in_any_month(settings, first):
    drawing = charts.cumulative(progress(first=first, days=365, so_far=100), settings)

    assert rows(drawing, "day")[0]["say_day"] == f"1 {first:%b} {first.year}"


def test_speaks_the_readers_language(settings):
    with speaking("zh"):
        drawing = charts.cumulative(progress(first=JULY, days=31, so_far=10), settings)

    assert [row["label"] for row in rows(drawing, "today")] == ["实际 900 元"]
    assert drawing.unit == "元"


def test_moves_labels_apart_around_their_middle():
    assert apart([10, 10.5, 30], 2) == [9.5, 11.5, 29.5]
