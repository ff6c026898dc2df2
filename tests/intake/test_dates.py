"""One cell: which day or which stretch of time it says."""

from datetime import date, datetime

import pytest

from salesplan.intake.dates import Stretch, order_of, parse_date, parse_stretch
from salesplan.intake.values import Bad
from salesplan.periods import Period


@pytest.mark.parametrize(
    "found",
    [
        "2026-03-05",
        "2026/3/5",
        "2026.3.5",
        "2026年3月5日",
        "2026年03月05号",
        "20260305",
        20260305,
        46086,
        46086.5,
        "46086",
        "2026-03-05 10:20:30",
        "2026-03-05T10:20:30Z",
        "2026/3/5 9:05",
        "2026年3月5日 10:20",
        "5 Mar 2026",
        "05-Mar-2026",
        "Mar 5, 2026",
        "March 5th, 2026",
        "05.03.2026",
        "Thu, 5 Mar 2026",
        "05-MAR-26",
        "05.03.26",
        "2026-03-05 星期四",
        date(2026, 3, 5),
        datetime(2026, 3, 5, 23, 59),  # noqa: DTZ001  # a cell has no time zone
    ],
)
def test_a_day_is_read_in_every_form(found):
    assert parse_date(found) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("found", "period", "grain"),
    [
        ("2026-03", Period.month(2026, 3), "month"),
        ("2026年3月", Period.month(2026, 3), "month"),
        ("202603", Period.month(2026, 3), "month"),
        ("2026/3", Period.month(2026, 3), "month"),
        ("Mar 2026", Period.month(2026, 3), "month"),
        ("Mar-26", Period.month(2026, 3), "month"),
        ("3月", Period.month(2026, 3), "month"),
        ("M03", Period.month(2026, 3), "month"),
        ("三月", Period.month(2026, 3), "month"),
        ("Q1 2026", Period.quarter(2026, 1), "quarter"),
        ("2026-Q1", Period.quarter(2026, 1), "quarter"),
        ("2026年第一季度", Period.quarter(2026, 1), "quarter"),
        ("Q1", Period.quarter(2026, 1), "quarter"),
        ("一季度", Period.quarter(2026, 1), "quarter"),
        ("2026", Period.year(2026), "year"),
        ("2026年", Period.year(2026), "year"),
        ("2026-W07", Period(date(2026, 2, 9), date(2026, 2, 16)), "week"),
    ],
)
def test_a_stretch_keeps_the_grain_in_which_it_was_written(found, period, grain):
    assert parse_stretch(found, year=2026) == Stretch(period, grain)


@pytest.mark.parametrize(
    "found",
    [
        "10:20",
        "0.5",
        0.5,
        "2026-02-30",
        "2026-13-01",
        "31/04/2026",
        "26-03-05",
        "hello",
        "9999-12-31",
        "0205-01-01",
        True,
        1e300,
        float("nan"),
        "3/5",
        "12",
        "待定",
        datetime(1899, 12, 31, 10, 20),  # noqa: DTZ001  # a cell has no time zone
    ],
)
def test_what_is_no_day_is_bad(found):
    assert isinstance(parse_date(found, "dmy"), Bad)


def test_a_slashed_day_is_read_in_the_order_of_its_file_and_never_guessed():
    assert parse_date("05/03/2026") == Bad("which_order")
    assert parse_date("05/03/2026", "dmy") == date(2026, 3, 5)
    assert parse_date("05/03/2026", "mdy") == date(2026, 5, 3)
    assert parse_date("05/05/2026") == date(2026, 5, 5)
    assert parse_date("3/5/26") == Bad("which_order")
    assert parse_date("3/5/26", "dmy") == date(2026, 5, 3)
    assert parse_date("3/5/26", "mdy") == date(2026, 3, 5)
    assert parse_date("14/01/2019", "mdy") == Bad("not_a_date")


def test_some_slashed_days_prove_an_order():
    found = [
        order_of(text)
        for text in ("01/14/2019", "14/01/2019", "05/03/2026", "14/1/19", "2026-03-05")
    ]

    assert found == ["mdy", "dmy", "open", "dmy", None]


def test_a_month_without_a_year_says_what_is_missing():
    assert parse_date("3月") == Bad("no_year")
    assert parse_date("Q1") == Bad("no_year")


@pytest.mark.parametrize("found", ["", "-", "无", None, "#N/A"])
def test_nothing_is_no_day(found):
    assert parse_date(found) is None
