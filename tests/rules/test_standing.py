"""Standing: where a pace lies among the thresholds of the settings."""

from decimal import Decimal

import pytest

from salesplan.rules.standing import standing
from salesplan.settings import Settings


@pytest.mark.parametrize(
    ("actual", "target", "expected"),
    [
        ("100", "100", "ahead"),
        ("99.99", "100", "on_track"),
        ("97", "100", "on_track"),
        ("96.99", "100", "at_risk"),
        ("85", "100", "at_risk"),
        ("84.99", "100", "behind"),
        ("0", "100", "behind"),
        ("50", "0", "no_target"),
        ("50", None, "no_target"),
    ],
)
def test_stands_where_the_thresholds_say(actual, target, expected):
    due = None if target is None else Decimal(target)

    assert standing(Decimal(actual), due, Settings()) == expected


def test_follows_the_companys_own_thresholds():
    strict = Settings(on_track=Decimal("0.99"), at_risk=Decimal("0.95"))

    assert standing(Decimal(97), Decimal(100), strict) == "at_risk"
