"""Settings: pairs of words in, one frozen value out, nothing unusable."""

from datetime import date
from decimal import Decimal

import pytest

from salesplan.errors import BadSetting
from salesplan.settings import Settings, from_pairs, to_pairs


def test_what_is_written_is_read_back():
    settings = Settings(
        fiscal_year_start=4,
        days_off=(date(2026, 7, 15),),
        at_risk=Decimal("0.80"),
        colours="market",
    )

    assert from_pairs(to_pairs(settings)) == settings


def test_what_is_missing_keeps_its_default():
    assert from_pairs({"currency": "USD"}) == Settings(currency="USD")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("fiscal_year_start", "13"),
        ("fiscal_year_start", "April"),
        ("country", "Atlantis"),
        ("unit", "dozen"),
        ("at_risk", "1.5"),
        ("days_off", '["2026-02-30"]'),
        ("satisfaction_goal", "90"),
        ("currency", "<b>"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name, word):
    with pytest.raises(BadSetting) as caught:
        from_pairs({name: word})

    assert caught.value.values["name"] == name
