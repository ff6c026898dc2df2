"""Months side by side: the target outlined, the actual solid."""

from salesplan import charts
from tests.charts.answers import cells


def test_draws_months_in_their_order(settings):
    by_month = cells((None, "2026-08", 60, 50), (None, "2026-07", 40, 50))

    rows = charts.months(by_month, settings).rows.to_pylist()

    assert [(row["label"], row["actual"], row["rate"]) for row in rows] == [
        ("Jul", 40.0, "80.0%"),
        ("Aug", 60.0, "120.0%"),
    ]


def test_names_every_third_of_very_many_months(settings):
    by_month = cells(*((None, f"{2024 + n // 12}-{n % 12 + 1:02}", 10, 10) for n in range(36)))

    rows = charts.months(by_month, settings).rows.to_pylist()

    assert [row["label"] for row in rows[:4]] == ["Jan", "", "", "Apr"]
