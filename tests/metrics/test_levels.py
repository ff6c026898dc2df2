"""At which level targets are read."""

from datetime import date

import pytest

from salesplan.metrics.levels import level, levels
from salesplan.periods import Period
from salesplan.scope import Scope


@pytest.mark.parametrize(
    ("by", "chosen", "expected"),
    [
        (None, (), "company"),
        ("month", (), "company"),
        ("quarter", ("team",), "team"),
        ("team", ("region",), "team"),
        ("region", ("rep",), "rep"),
        (None, ("region", "team"), "team"),
        ("product", (), "product"),
        (None, ("channel",), "channel"),
        ("product", ("product",), "product"),
        ("product", ("region",), None),
        ("rep", ("channel",), None),
        ("product", ("channel",), None),
    ],
)
def test_the_finest_that_is_asked_for_decides(by, chosen, expected):
    scope = Scope(Period.month(2026, 7), date(2026, 7, 31), **dict.fromkeys(chosen, ("x",)))

    assert level(scope, by) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("company", "company region team rep"),
        ("team", "team rep"),
        ("product", "product"),
        (None, ""),
    ],
)
def test_the_levels_below_make_a_target_where_there_is_none(asked, expected):
    assert levels(asked).replace("\x1f", " ").strip() == expected
