"""The oracle's own judgement of which rows count: those that no later file has replaced."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from tests.oracle.company import Load, Row
from tests.oracle.days import first_of, later


def live(loads: Sequence[Load], kind: str, day: str) -> list[Row]:
    """The rows of a kind that no later file has replaced: its days of the month overlapped."""
    ordered = [load for load in loads if load.kind == kind]
    return [
        row
        for number, load in enumerate(ordered)
        for row in load.rows
        if not any(
            replaces(other, load, lambda of: span(of, row[day], day))  # noqa: B023 - called at once
            for other in ordered[number + 1 :]
        )
    ]


def live_targets(loads: Sequence[Load]) -> Iterator[tuple[Row, date]]:
    """The target rows by month that no later file has replaced."""
    ordered = [load for load in loads if load.kind == "targets"]
    for number, load in enumerate(ordered):
        for row in load.rows:
            month = first_of(row["starts_on"])
            while month < row["ends_on"]:
                spans: Callable[[Load], Any] = lambda of, at=month: covered(of, at)  # noqa: E731
                if not any(replaces(other, load, spans) for other in ordered[number + 1 :]):
                    yield row, month
                month = later(month, 1)


def replaces(other: Load, load: Load, span_of: Callable[[Load], Any]) -> bool:
    """Tell whether another file's days of a month take the place of a file's."""
    theirs, ours = span_of(other), span_of(load)
    same = other.replaces and other.source == load.source
    return bool(same and theirs and theirs[0] <= ours[1] and theirs[1] >= ours[0])


def span(load: Load, at: date, day: str) -> tuple[date, date] | None:
    """The first and last day of a file in the month of a day."""
    found = [row[day] for row in load.rows if first_of(row[day]) == first_of(at)]
    return (min(found), max(found)) if found else None


def covered(load: Load, month: date) -> tuple[date, date] | None:
    """The first and last day of a month that a file's targets cover."""
    end = later(month, 1)
    found = [
        (max(row["starts_on"], month), min(row["ends_on"], end))
        for row in load.rows
        if row["starts_on"] < end and row["ends_on"] > month
    ]
    return (min(a for a, _ in found), max(b for _, b in found)) if found else None
