"""Rows dated long after all others are loaded, and named."""

from salesplan.text import say, speaking

HEAD = "日期,客户,金额"


def test_rows_long_after_all_others_are_loaded_and_named(lines, told):
    days = ("2028-09-26", "2019-01-04", "2019-02-01", "2019-12-31", "2028-01-01", "2019-03-01")
    (draft,) = lines(HEAD, *(f"{day},甲,5" for day in days))

    assert told(draft) == (6, 6, 0, 0)
    assert say(draft.notes[0]) == "dated 2028, long after all other rows: check rows 2, 6"
    with speaking("zh"):
        assert say(draft.notes[0]) == "第 2, 6 行的日期是 2028 年，远晚于其他所有行，请检查"


def test_days_that_follow_each_other_within_a_year_are_not_late(lines, notes):
    days = ("2019-01-04", "2019-01-05", "2019-01-06", "2019-12-31", "2020-12-31", "2021-12-31")
    (draft,) = lines(HEAD, *(f"{day},甲,5" for day in days))

    assert notes(draft) == []


def test_a_day_that_was_dragged_down_year_by_year_is_late_where_it_is_rare(lines):
    days = [f"2019-0{1 + n % 9}-05" for n in range(30)]
    dragged = ["2020-09-05", "2021-09-05", "2022-09-05"]
    (draft,) = lines(HEAD, *(f"{day},甲,5" for day in [*days, *dragged]))

    assert say(draft.notes[0]).startswith("dated 2020, 2021, 2022, long after")


def test_a_history_of_many_years_has_no_late_days(lines, notes):
    days = [f"{year}-{month:02}-01" for year in range(2014, 2024) for month in range(1, 13)]
    (draft,) = lines(HEAD, *(f"{day},甲,5" for day in days))

    assert notes(draft) == []


def test_days_long_before_the_others_are_history(lines, notes):
    (draft,) = lines(HEAD, "2010-01-01,甲,5", "2019-01-05,乙,5", "2019-01-06,丙,5")

    assert notes(draft) == []


def test_a_day_that_another_sheet_is_full_of_is_not_late(sheets, notes):
    def rows(*days):
        return [["日期", "客户", "金额"], *([day, "甲", 5] for day in days)]

    old, new = sheets(
        {
            "2019": rows("2019-01-01", "2019-01-02", "2028-01-01"),
            "2028": rows("2028-01-02", "2028-01-03"),
        }
    )

    assert (notes(old), notes(new)) == ([], [])


def test_answers_about_satisfaction_are_looked_at_too(lines, notes):
    days = ("2026-01-01", "2026-01-02", "2062-01-03")
    (draft,) = lines("答复日期,客户,满意度评分", *(f"{day},甲,5" for day in days))

    assert notes(draft) == ["late_days", "scale"]
