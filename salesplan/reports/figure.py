"""A figure to show or to hand on: its value in words, what it is compared with, and its trend."""

from dataclasses import dataclass
from datetime import date

GOOD, BAD, WARN, NEUTRAL = "good", "bad", "warn", "neutral"
# The tone of each standing (rules.standing).
TONES = {
    "ahead": GOOD,
    "on_track": NEUTRAL,
    "at_risk": WARN,
    "behind": BAD,
    "no_target": NEUTRAL,
}
UP, DOWN, LEVEL = "up", "down", "level"


@dataclass(frozen=True)
class Figure:
    """One figure; `name` is the end of its text keys.

    `tone` and `arrow` show the comparison; `month` says of which month it is; `note` is one more
    sentence for who asks what the figure means.
    """

    name: str
    value: str
    delta: str | None = None
    beside: str | None = None
    tone: str = NEUTRAL
    arrow: str = LEVEL
    trend: tuple[float, ...] = ()
    shape: str = "line"
    month: date | None = None
    note: str | None = None


def direction(difference: float) -> str:
    """Choose the arrow of a difference."""
    return UP if difference > 0 else DOWN if difference < 0 else LEVEL
