"""Days off as a person writes them."""

from datetime import date

import pytest

from salesplan.ui.days_off import Unread, read

OCTOBER = (date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 3))


def test_days_are_read_a_line_each_sorted_and_once():
    days, unread = read("2026-05-06\n\n 2026/5/4 \n2026年5月6日，20260507")

    assert days == (date(2026, 5, 4), date(2026, 5, 6), date(2026, 5, 7))
    assert unread == ()


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-01..2026-10-03",
        "2026-10-01 至 2026-10-03",
        "2026年10月1日至10月3日",
        "2026/10/1~2026/10/3",
        "2026-10-01 to 2026-10-03",
        "2026 年 10 月 1 日 - 2026 年 10 月 3 日",
    ],
)
def test_a_range_is_all_its_days(written):
    assert read(written) == (OCTOBER, ())


@pytest.mark.parametrize(
    "found",
    [
        "soon",
        "2026-10",
        "2026",
        "46000",
        "2026-13-01",
        "2026-10-03..2026-10-01",
        "2026-10-01..",
        "2026-01-01..2036-01-01",
        "1..2..3",
        "9999-12-31",
    ],
)
def test_what_is_no_day_is_named_by_its_line_and_the_rest_is_read(found):
    days, unread = read(f"2026-10-01\n{found}")

    assert days == (date(2026, 10, 1),)
    assert unread == (Unread(2, found),)
