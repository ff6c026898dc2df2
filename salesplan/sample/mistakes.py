"""A handful of cells that nobody could read: the import must name them, never guess."""

from dataclasses import dataclass

from salesplan.sample.timeline import PAST, Timeline
from salesplan.sample.words import Words
from salesplan.sample.workbooks import Cell, Row

_DATE, _AMOUNT = 1, 8  # columns of an order export
_APART = 9


@dataclass(frozen=True)
class Mistake:
    """A cell that went wrong: in a month's export, in a column."""

    month: int
    column: int
    found: Cell


def mistakes(words: Words, timeline: Timeline) -> list[Mistake]:
    """List what went wrong in the sample's exports."""
    last = PAST - 1
    return [
        Mistake(last, _DATE, f"{timeline.last_day.year}-13-45"),
        Mistake(last, _AMOUNT, words.undecided),
        Mistake(last, _AMOUNT, None),
        Mistake(last - 1, _AMOUNT, "#N/A"),
        Mistake(last - 4, _DATE, None),
    ]


def spoil(rows: list[Row], wrong: list[Mistake]) -> list[Row]:
    """Put extra rows between the good ones, each with one cell that went wrong."""
    if not rows:
        return rows
    spoiled = list(rows)
    for nth, mistake in enumerate(wrong, start=1):
        row = list(rows[nth % len(rows)])
        row[0], row[mistake.column] = f"{row[0]}-{nth}", mistake.found
        spoiled.insert(nth * _APART, row)
    return spoiled
