"""Bullets: members by gap, what is left over, and the total that they add up to."""

import re

import pytest

from salesplan import charts
from salesplan.text import speaking
from tests.charts.answers import members

REGIONS = members(
    ("East", 110, 120, 100),
    ("South", 60, 150, 100),
    ("North", 90, 120, 100),
)
WHOLE = members((None, 260, 390, 300))


def drawn(members_, whole, settings, columns="name percent gap role"):
    rows = charts.bullets(members_, whole, settings).rows.to_pylist()
    return [tuple(row[column] for column in columns.split()) for row in rows]


def test_puts_the_furthest_behind_first_and_the_total_last(settings):
    assert drawn(REGIONS, WHOLE, settings) == [
        ("South", "40%", "▼ ¥40", "bad"),
        ("North", "75%", "▼ ¥10", "warn"),
        ("East", "92%", "▲ ¥10", "good"),
        ("Total", "67%", "▼ ¥40", "warn"),
    ]


def test_says_no_target_and_what_was_sold_instead_of_nought_per_cent(settings):
    rows = drawn(members(("Web", 500, None, None)), members((None, 500, None, None)), settings)

    assert rows == [("Web", "", "No target", "plan"), ("Total", "", "No target", "plan")]


def test_draws_no_bar_without_a_target(settings):
    web, _ = drawn(
        members(("Web", 500, 0, 0)),
        members((None, 500, None, None)),
        settings,
        "bar tick band3 sold",
    )

    assert web == (None, None, None, "¥500")


def test_names_the_sales_of_those_without_a_target(settings):
    rows = drawn(
        members(("East", 80, 120, 100), ("Web", 50, None, None)),
        members((None, 130, 120, 100)),
        settings,
        "name gap kind",
    )

    assert rows == [
        ("East", "▼ ¥20", "member"),
        ("Web", "No target", "member"),
        ("No target set", "▲ ¥50", "left_over"),
        ("Total", "▲ ¥30", "total"),
    ]


def test_names_what_the_members_targets_exceed_the_whole_by(settings):
    rows = drawn(
        members(("East", 80, 120, 100)), members((None, 80, 100, 90)), settings, "name gap"
    )

    assert rows == [("East", "▼ ¥20"), ("Targets over total", "▲ ¥10"), ("Total", "▼ ¥10")]


def test_folds_many_members_into_one_and_still_adds_up(settings):
    many = members(*((f"Rep {n:02}", 100 - n, 200, 100) for n in range(30)))
    whole = members((None, 3000 - 435, 6000, 3000))

    rows = drawn(many, whole, settings, "name gap")

    assert [name for name, _ in rows][-2:] == ["21 others", "Total"]
    assert len(rows) == 11
    assert sum(amount(gap) for _, gap in rows[:-1]) == amount(rows[-1][1]) == -435


@pytest.mark.parametrize("language", ["zh", "en"])
def test_shows_gaps_that_add_up_to_the_gap_of_the_total(settings, language):
    with speaking(language):
        rows = drawn(
            members(
                *((f"R{n}", 10_000_000, 20_000_000, 10_000_000 + n * 3_334_567) for n in range(7))
            ),
            members((None, 70_000_000, 140_000_000, 70_000_000 + 21 * 3_334_567)),
            settings,
            "gap",
        )

    gaps = [amount(gap) for (gap,) in rows]
    assert round(sum(gaps[:-1]), 6) == gaps[-1]


def amount(gap):
    """A shown gap as a number: ▼ is below zero."""
    sign = -1 if gap.startswith("▼") else 1
    return sign * float(re.sub(r"[^\d.]", "", gap) or 0)


def test_stops_a_bar_at_half_as_much_again_but_says_the_truth(settings):
    rows = drawn(
        members(("Web", 900, 100, 100)), members((None, 900, 100, 100)), settings, "bar percent"
    )

    assert rows[0] == (1.5, "900%")


def test_calls_what_belongs_to_nobody_unassigned(settings):
    rows = drawn(members((None, 90, 100, 100)), members((None, 90, 100, 100)), settings, "name key")

    assert rows[0] == ("Unassigned", "")


def test_draws_an_empty_scope(settings):
    nothing = WHOLE.slice(0, 0)

    assert drawn(nothing, nothing, settings, "name gap") == [("Total", "No target")]
