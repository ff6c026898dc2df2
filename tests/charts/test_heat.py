"""Heat: members by months, best first, the whole period in a column of its own."""

import pytest

from salesplan import charts
from salesplan.text import speaking
from tests.charts.answers import cells, members

WHOLE = members(("Ann", 80, 200, 100), ("Bob", 120, 200, 100), ("Cid", 50, None, None))
CELLS = cells(
    ("Ann", "2026-06", 40, 50),
    ("Ann", "2026-07", 40, 50),
    ("Bob", "2026-07", 60, 50),
    ("Bob", "2026-08", None, 50),
    ("Cid", "2026-07", 50, None),
)


def drawn(settings, kind, columns, *, most=None, whole=WHOLE, found=CELLS):
    rows = charts.heat(found, whole, settings, most=most).rows.to_pylist()
    picked = [row for row in rows if row["kind"] == kind]
    return [tuple(row[column] for column in columns.split()) for row in picked]


def test_puts_the_best_first_and_those_without_a_target_last(settings):
    assert drawn(settings, "name", "label place") == [("Bob", 0), ("Ann", 1), ("Cid", 2)]


def test_shows_the_months_that_have_been(settings):
    assert drawn(settings, "head", "label short column") == [("Jun", "J", 0), ("Jul", "J", 1)]


def test_shows_the_pace_of_the_whole_period_apart(settings):
    assert drawn(settings, "whole", "label role") == [
        ("120%", "good"),
        ("80%", "bad"),
        ("—", "plan"),
    ]


def test_fills_a_cell_for_each_month_with_a_target(settings):
    assert drawn(settings, "cell", "name month label") == [
        ("Bob", "2026-07-01", "120%"),
        ("Ann", "2026-06-01", "80%"),
        ("Ann", "2026-07-01", "80%"),
    ]


def test_leaves_a_cell_blank_where_there_is_no_target(settings):
    assert drawn(settings, "blank", "name label say_target") == [("Cid", "—", "—")]


def test_shows_both_ends_of_many_members_and_says_how_many_lie_between(settings):
    many = members(*((f"Rep {n:02}", 100 - n, 200, 100) for n in range(60)))
    found = cells(*((f"Rep {n:02}", "2026-07", 100 - n, 100) for n in range(60)))

    names = drawn(settings, "name", "label", most=24, whole=many, found=found)
    note = drawn(settings, "note", "label place", most=24, whole=many, found=found)

    assert (names[0], names[11], names[12], names[-1]) == (
        ("Rep 00",),
        ("Rep 11",),
        ("Rep 48",),
        ("Rep 59",),
    )
    assert note == [("… 36 others …", 12)]


@pytest.mark.parametrize(("paced", "shown"), [(0, 24), (1, 1), (2, 2), (3, 3), (31, 24)])
def test_hides_those_without_a_pace_first_and_counts_them(settings, paced, shown):
    aims = [(200, 100) if number < paced else (None, None) for number in range(31)]
    some = members(*((f"Rep {n:02}", 100 - n, *aim) for n, aim in enumerate(aims)))

    names = drawn(settings, "name", "label", most=24, whole=some)
    note = drawn(settings, "note", "label", most=24, whole=some)

    assert len(set(names)) == len(names) == shown
    assert note == [(f"… {31 - shown} others …",)]


def test_names_months_by_their_number_where_there_is_hardly_room_in_chinese(settings):
    with speaking("zh"):
        assert drawn(settings, "head", "label short") == [("6月", "6"), ("7月", "7")]


def test_keeps_two_members_of_one_name_apart(settings):
    twins = members(("7", 90, 100, 100), ("8", 80, 100, 100)).set_column(
        1, "member", [["Li", "Li"]]
    )
    found = cells(("7", "2026-07", 90, 100), ("8", "2026-07", 80, 100))

    assert drawn(settings, "cell", "key place label", whole=twins, found=found) == [
        ("7", 0, "90%"),
        ("8", 1, "80%"),
    ]
