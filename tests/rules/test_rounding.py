"""Rounding: parts as shown add up to the total as shown."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from salesplan.rules.rounding import rounded, rounded_parts

MONEY = st.decimals(-(10**12), 10**12, places=4)


def parts(*figures: str, step: str = "1") -> list[str]:
    return [str(part) for part in rounded_parts([Decimal(one) for one in figures], Decimal(step))]


def test_gives_the_largest_remainders_what_rounding_down_left_over():
    assert parts("1417.3", "1347.4", "618.4", "606.4") == ["1417", "1348", "619", "606"]


def test_rounds_gains_and_losses_to_their_own_sum():
    assert parts("-0.5", "0.5") == ["0", "0"]


def test_rounds_to_the_unit_that_is_shown():
    assert parts("14170000", "5555", step="10000") == ["14170000", "10000"]


def test_has_nothing_to_round_without_parts():
    assert parts() == []


def test_rounds_half_away_from_zero():
    assert (rounded(Decimal("2.5"), Decimal(1)), rounded(Decimal("-2.5"), Decimal(1))) == (3, -3)


@given(st.lists(MONEY, max_size=60), st.sampled_from(["0.01", "1", "10000", "100000"]))
def test_adds_up_to_the_rounded_sum_and_moves_no_part_by_a_whole_step(figures, step):
    step = Decimal(step)

    shown = rounded_parts(figures, step)

    assert sum(shown, Decimal()) == rounded(sum(figures, Decimal()), step)
    assert all(abs(part - figure) < step for part, figure in zip(shown, figures, strict=True))
