"""The shared formulas."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def ask(store, formula, **values):
    """The value of a formula."""
    return store.rows(f"select {formula}", **values)[0][0]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [(1, 4, 0.25), (0, 5, 0.0), (5, 0, None), (5, None, None), (None, 5, None)],
)
def test_a_ratio_of_nothing_is_nothing(store, a, b, expected):
    assert ask(store, "ratio($a, $b)", a=a, b=b) == expected


def test_shares_are_rounded_half_away_from_zero_at_four_decimals(store):
    assert ask(store, "share(0.0001::decimal(18,4), 1, 2)") == Decimal("0.0001")
    assert ask(store, "share(-0.0001::decimal(18,4), 1, 2)") == Decimal("-0.0001")
    assert ask(store, "share(100::decimal(18,4), 1, 3)") == Decimal("33.3333")
    assert ask(store, "share(100::decimal(18,4), 0, 0)") is None
    assert ask(store, "share(null::decimal(18,4), 1, 2)") is None


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.integers(-(10**17), 10**17), st.integers(1, 366), st.data())
def test_a_share_is_the_exact_fraction_rounded(store, units, n, data):
    k = data.draw(st.integers(0, n))
    exact = Fraction(units * k, n)
    rounded = int(abs(exact) + Fraction(1, 2)) * (1 if units > 0 else -1)

    found = ask(store, "share($v::decimal(18,4), $k, $n)", v=Decimal(units) / 10_000, k=k, n=n)
    assert found == Decimal(rounded) / 10_000


def test_thirty_of_thirty_do_not_prove_ninety_percent(store):
    assert ask(store, "wilson(30, 30, 'low')") == pytest.approx(0.8864, abs=1e-4)
    assert ask(store, "wilson(30, 30, 'high')") == 1
    assert ask(store, "wilson(0, 10, 'low')") == 0
    assert ask(store, "wilson(0, 0, 'low')") is None


def test_the_wilson_interval_agrees_with_the_textbook(store):
    # Wilson (1927): 3 of 10 at 95 % is 10.8 % to 60.3 %.
    assert ask(store, "wilson(3, 10, 'low')") == pytest.approx(0.10779, abs=1e-5)
    assert ask(store, "wilson(3, 10, 'high')") == pytest.approx(0.60322, abs=1e-5)
