"""How far the rows of a sheet reach: to the end of the last period that dates them."""

from datetime import date

import pytest

from salesplan.periods import Period


def reaches(draft):
    """The last day that a ready draft speaks for, as text."""
    return str(draft.parcel.reaches)


@pytest.mark.parametrize(
    ("first", "last", "end"),
    [
        ("2024-05", "2024-06", "2024-06-30"),
        ("2024年5月", "2024年6月", "2024-06-30"),
        ("202405", "202406", "2024-06-30"),
        ("Jan-24", "Feb-24", "2024-02-29"),
        ("2024Q1", "2024Q2", "2024-06-30"),
        ("2024年第二季度", "2024年第一季度", "2024-06-30"),
        ("2023", "2024", "2024-12-31"),
        ("2024-W05", "2024-W06", "2024-02-11"),
        ("2024-05", "2024-06-17", "2024-05-31"),
        ("2024-05-01", "2024-06-01", "None"),
        ("2024-06-03 10:20", "2024-06-04 09:00", "None"),
    ],
)
def test_a_period_reaches_to_its_last_day_and_a_day_no_further(lines, first, last, end):
    (draft,) = lines("日期,销售额", f"{first},5", f"{last},6")

    assert reaches(draft) == end


@pytest.mark.parametrize(
    ("header", "first", "end"),
    [
        ("月份", "2024-06-01", "2024-06-30"),
        ("季度", "2024-04-01", "2024-06-30"),
        ("日期", "2024-06-01", "None"),
        ("月份", "2024-06-12", "None"),
    ],
)
def test_first_days_under_a_header_that_says_month_or_quarter_are_those(sheets, header, first, end):
    rows = [[header, "销售额"], [date(2024, 1, 1), 5], [date.fromisoformat(first), 6]]
    (draft,) = sheets({"销售": rows}, kind="sales", mapping={header: "sold_on"})

    assert reaches(draft) == end


def test_months_take_their_year_from_a_column(lines):
    (draft,) = lines("年,月份,客户,销售额", "2023,12,甲,5", "2024,2,乙,6")

    assert reaches(draft) == "2024-02-29"


def test_a_row_that_is_not_loaded_reaches_nowhere(lines):
    (draft,) = lines("月份,客户,销售额", "2024-05,甲,5", "2024-06,乙,待定")

    assert draft.parcel.rows_rejected == 1
    assert reaches(draft) == "2024-05-31"


def test_a_sheet_without_days_reaches_to_the_end_of_its_period(lines):
    (named,) = lines("客户,销售额", "甲,5", name="sales-2026-02.csv")
    (told,) = lines("客户,销售额", "甲,5", period=Period.quarter(2026, 2))
    (day,) = lines("客户,销售额", "甲,5", period=Period(date(2026, 2, 3), date(2026, 2, 4)))

    assert [reaches(one) for one in (named, told, day)] == ["2026-02-28", "2026-06-30", "None"]


def test_months_across_reach_to_the_end_of_the_last_that_holds_a_figure(lines):
    (draft,) = lines(
        "销售代表,2026年1月,2026年2月,2026年3月", "张伟,5,6,", "李娜,7,8,", name="销售额.csv"
    )

    assert draft.kind == "sales"
    assert reaches(draft) == "2026-02-28"


def test_answers_reach_like_sales(lines):
    (months,) = lines("月份,客户,满意度评分", "2026-05,甲,5", "2026-06,乙,4")
    (days,) = lines("日期,客户,满意度评分", "2026-05-01,甲,5", "2026-06-17,乙,4")

    assert (months.kind, reaches(months), reaches(days)) == ("satisfaction", "2026-06-30", "None")
