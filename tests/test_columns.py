"""Formats: what a figure looks like, in both languages."""

from datetime import date
from decimal import Decimal

import pytest

from salesplan import columns
from salesplan.text import speaking


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Decimal(370123456), "3.70 亿", "¥370.1M"),
        (-38770000, "−3,877 万", "−¥38.8M"),
        (Decimal("980.4"), "980 元", "¥980"),
        (Decimal(16449), "1.6 万", "¥16K"),
        (0, "0 元", "¥0"),
        (None, "—", "—"),
    ],
)
def test_money_takes_the_unit_that_suits_it(value, zh, en):
    with speaking("zh"):
        assert columns.money(value) == zh
    with speaking("en"):
        assert columns.money(value) == en


def test_money_on_a_card_has_its_unit_in_small_type():
    with speaking("zh"):
        assert columns.small_unit(columns.money(38770000, signed=True)) == "+3,877 :small[万]"


def test_a_chosen_unit_holds_for_every_figure():
    with speaking("zh"):
        assert columns.money(38770000, unit="yi") == "0.39 亿"


def test_one_unit_serves_a_whole_column():
    with speaking("zh"):
        unit = columns.unit_for([Decimal(12_000_000), None, Decimal(-5)])
        assert columns.unit_label(unit) == "万元"


def test_another_currency_keeps_its_own_word():
    with speaking("zh"):
        assert columns.money(5, currency="USD") == "5 USD"
    with speaking("en"):
        assert columns.money(5_000_000, currency="SEK") == "SEK 5.0M"


def test_rates_and_points_carry_a_true_minus():
    with speaking("en"):
        assert columns.rate(-0.0951, signed=True) == "−9.5%"
        assert columns.points(-0.095) == "−9.5 pp"
        assert columns.points(0.0) == "0.0 pp"


def test_days_and_months_read_as_people_write_them():
    with speaking("zh"):
        assert columns.day(date(2026, 11, 20)) == "2026-11-20"
        assert columns.month(date(2026, 7, 1)) == "2026年7月"
    with speaking("en"):
        assert columns.day(date(2026, 11, 2)) == "2 Nov 2026"
        assert columns.short_month(date(2026, 7, 1)) == "Jul"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("120", "120.00"),
        ("2297200.8603", "2297200.8603"),
        ("0.5000", "0.50"),
        ("1000000", "1000000.00"),
        ("0.0001", "0.0001"),
    ],
)
def test_money_for_a_machine_keeps_what_counts(value, words):
    assert columns.plain_money(Decimal(value)) == words
