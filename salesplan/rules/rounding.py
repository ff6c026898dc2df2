"""Rounding that never breaks a sum: parts as shown add up to the total as shown."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """Round half up (away from zero) to a multiple of the step."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def rounded_parts(parts: Sequence[Decimal], step: Decimal) -> list[Decimal]:
    """Round parts to multiples of the step so that they sum to their rounded sum.

    Largest remainder: all are rounded down, then the largest remainders get a step each.
    """
    floors = [(part / step).quantize(Decimal(1), ROUND_FLOOR) for part in parts]
    total = (sum(parts, Decimal()) / step).quantize(Decimal(1), ROUND_HALF_UP)
    missing = int(total - sum(floors, Decimal()))
    by_remainder = sorted(range(len(parts)), key=lambda i: floors[i] - parts[i] / step)
    lifted = set(by_remainder[:missing])
    return [(floor + (i in lifted)) * step for i, floor in enumerate(floors)]
