"""One cell: what it says, in every form that exports write."""

from decimal import Decimal

import pytest

from salesplan.intake.values import Bad, parse_count, parse_money, parse_rate, parse_text, stored


@pytest.mark.parametrize(
    ("found", "amount"),
    [
        ("1234.5", "1234.5"),
        ("¥1,234.50", "1234.50"),
        ("￥1,234.50", "1234.50"),
        ("$ 1,234", "1234"),
        ("1,234.50 USD", "1234.50"),
        ("CNY 12", "12"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1.234.567", "1234567"),
        ("1234,5", "1234.5"),
        ("(1,200)", "-1200"),
        ("($500.25)", "-500.25"),
        ("－500", "-500"),
        ("−500", "-500"),
        ("500-", "-500"),
        ("-¥500", "-500"),
        ("¥-500", "-500"),
        ("１２３４．５", "1234.5"),
        ("1.2万", "12000"),
        ("1.2万元", "12000"),
        ("3亿", "300000000"),
        ("5千", "5000"),
        ("500元", "500"),
        ("1.5K", "1500"),
        ("$1.2M", "1200000"),
        ("1.2E+05", "120000"),
        ("'1234", "1234"),
        ("1234567890123.4567", "1234567890123.4567"),
        (0.1, "0.1"),
        (7, "7"),
    ],
)
def test_money_is_read_exactly_in_the_forms_that_people_write(found, amount):
    assert parse_money(found) == Decimal(amount)


@pytest.mark.parametrize("found", ["", " ", "-", "--", "—", "/", "无", "暂无", "N/A", "#N/A", None])
def test_nothing_is_nothing(found):
    assert parse_money(found) is None
    assert parse_text(found) is None


@pytest.mark.parametrize(
    "found",
    [
        "NaN",
        "inf",
        "-inf",
        float("nan"),
        float("inf"),
        "待定",
        "35%",
        "$101,2000.00",
        "1,23,456",
        "1.2.3",
        "12 34",
        "5-7",
        "Closed",
        "2026-03-05",
        True,
        "1,2,3",
        "++5",
    ],
)
def test_what_is_no_amount_is_bad_and_never_zero(found):
    assert parse_money(found) == Bad("not_a_number")


@pytest.mark.parametrize("found", ["#REF!", "#DIV/0!", "#VALUE!", "#NAME?"])
def test_an_error_of_the_spreadsheet_is_a_problem(found):
    assert parse_money(found) == Bad("error_cell")


def test_a_lone_separator_is_read_as_its_column_writes_decimals():
    assert parse_money("1,234") == 1234
    assert parse_money("1,234", comma=True) == Decimal("1.234")
    assert parse_money("1.234", comma=True) == 1234


@pytest.mark.parametrize(
    ("value", "factor", "kept", "lost"),
    [
        ("12.34", 1, "12.3400", False),
        ("1.23456", 10_000, "12345.6000", False),
        ("0.00005", 1, "0.0000", True),
        ("0.00015", 1, "0.0002", True),
        ("59.050000000000004", 1, "59.0500", False),
        ("40.4768", 1, "40.4768", False),
        ("9.73845", 1, "9.7384", True),
    ],
)
def test_what_is_stored_has_four_decimals_rounded_half_even(value, factor, kept, lost):
    assert stored(Decimal(value), factor) == (Decimal(kept), lost)


def test_more_than_can_be_stored_is_refused():
    assert stored(Decimal(10) ** 14) == (Bad("too_large"), False)
    assert stored(Decimal(1000000), 100_000_000) == (Bad("too_large"), False)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ("  张三 ", "张三"),
        ("Ann\u3000  Lee", "Ann Lee"),
        ("ＡＢＣ", "ABC"),
        ("007", "007"),
        ("123456789012345678", "123456789012345678"),
        (412290.0, "412290"),
        ("'0012", "0012"),
        ("NA", "NA"),
        ("#REF!", None),
        ("#1 Store", "#1 Store"),
    ],
)
def test_a_text_key_is_trimmed_and_keeps_its_zeros(found, text):
    assert parse_text(found) == text


def test_a_count_may_have_its_unit_behind():
    assert [parse_count(found) for found in ("12件", "3 台", "5 pcs", "7")] == [12, 3, 5, 7]


def test_a_rate_is_a_fraction_when_it_says_percent():
    assert [parse_rate(found) for found in ("92%", "92 %", "0.92", "92")] == [
        Decimal("0.92"),
        Decimal("0.92"),
        Decimal("0.92"),
        92,
    ]
