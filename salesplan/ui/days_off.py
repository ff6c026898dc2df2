"""The company's own days off as a person writes them: a day or a range a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from salesplan.intake.dates import Stretch, parse_stretch

_RANGE = re.compile(r"\s*(?:\.{2,}|…|至|到|~|～|—+|–|\s-\s|\bto\b)\s*")
_LISTED = re.compile(r"[,，、;；]")
_HAN_SPACE = re.compile(r"\s*([年月日号])\s*")
_COMPACT = 8  # digits of 20261016; any other number is no day that anybody means here
_LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Unread:
    """A line that is no day, by its number."""

    line: int
    found: str


def read(written: str) -> tuple[tuple[date, ...], tuple[Unread, ...]]:
    """Read days off and ranges of them (both ends off), and name the lines that are neither."""
    days: set[date] = set()
    unread: list[Unread] = []
    for line, found in _parts(written):
        stretch = _stretch(found)
        if stretch:
            days.update(stretch)
        else:
            unread.append(Unread(line, found))
    return tuple(sorted(days)), tuple(unread)


def _parts(written: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(written.splitlines(), start=1):
        yield from ((number, part.strip()) for part in _LISTED.split(line) if part.strip())


def _stretch(found: str) -> list[date]:
    """List the days of 2026-10-16 or 2026-10-01..2026-10-03; none where that cannot be read."""
    first, *rest = _RANGE.split(found)
    start = _day(first)
    end = _day(rest[0], start.year) if start and len(rest) == 1 else start
    if start is None or end is None or len(rest) > 1 or not start <= end <= start + _LONGEST:
        return []
    return [start + timedelta(days=number) for number in range((end - start).days + 1)]


def _day(found: str, year: int | None = None) -> date | None:
    """Read one day; the end of a range may leave out the year of its start."""
    if found.isdecimal() and len(found) != _COMPACT:
        return None
    stretch = parse_stretch(_HAN_SPACE.sub(r"\1", found), year=year)
    is_day = isinstance(stretch, Stretch) and stretch.grain == "day"
    return stretch.period.start if is_day else None  # type: ignore[union-attr] # it is a Stretch
