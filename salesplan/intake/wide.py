"""Tables with a column a month, a quarter or a year: which columns those are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from salesplan.intake.dates import Grain, Stretch, month_named, parse_stretch, quarter_named
from salesplan.intake.grid import Column
from salesplan.intake.headers import Header
from salesplan.intake.hints import Meaning
from salesplan.intake.values import Bad, parse_money
from salesplan.intake.words import table, words

_SOME_YEAR = 2000
_YEAR_OR_MONTH = (4, 6)  # digits of 2026 and 202603
_FIGURE = re.compile(r"[\d\s.,:/¥$€%()+-]+")
_PERIOD_FIGURE = re.compile(r"\d{4}|\d{6}|\d{4}[-./]\d{1,2}")


@dataclass(frozen=True)
class Part:
    """A column of figures: its place in the table, the period in its header, and their meaning."""

    index: int
    grain: Grain
    stretch: Stretch | None = None
    nth: int = 0
    meaning: Meaning | None = None
    from_day: bool = False
    turn: int = 0
    """1 for January to March behind April to December: the year has turned."""

    def within(self, year: int | None) -> Stretch | None:
        """Give the period; "3月" and "Q1" need the year in which the columns begin."""
        if self.stretch or year is None:
            return self.stretch
        named = year + self.turn
        text = f"{named}-{self.nth:02}" if self.grain == "month" else f"{named}-Q{self.nth}"
        found = parse_stretch(text)
        return found if isinstance(found, Stretch) else None


def parts(columns: Sequence[Column], *, sure: bool = False) -> tuple[Part, ...]:
    """Find the columns whose header is a period: M01, 1月, Jan-26, 2026-01, Q1, 2026, 1月 目标.

    Unless that is sure, half of them must hold figures.
    """
    found = tuple(part for index, column in enumerate(columns) if (part := _part(index, column)))
    holding = sum(_holds_figures(columns[part.index]) for part in found)
    if (sure or holding * 2 >= len(found)) and (
        len(found) > 1 or any(part.meaning for part in found)
    ):
        return _turned(_without_sums(found))
    return _turned(_bare(columns))


def _without_sums(found: tuple[Part, ...]) -> tuple[Part, ...]:
    """Drop the quarters and years whose months, or quarters, stand beside them."""
    covered = {(part.meaning, month) for part in found for month in _months(part, "month")}
    quarters = {(part.meaning, month) for part in found for month in _months(part, "quarter")}
    return tuple(
        part
        for part in found
        if not _is_in(part, "quarter", covered) and not _is_in(part, "year", covered | quarters)
    )


def _is_in(part: Part, grain: Grain, covered: set[tuple[Meaning | None, date]]) -> bool:
    months = _months(part, grain)
    return bool(months) and all((part.meaning, month) in covered for month in months)


def _months(part: Part, grain: Grain) -> list[date]:
    """List the months of a part of one grain; in some year where it names none."""
    stretch = part.within(_SOME_YEAR)
    return stretch.period.months() if stretch and part.grain == grain else []


def _turned(found: tuple[Part, ...]) -> tuple[Part, ...]:
    """Mark the months behind a December as those of the next year."""
    numbers = [part.nth for part in found if part.nth and part.grain == "month"]
    descents = sum(after < before for before, after in pairwise(numbers))
    if descents != 1 or (numbers and numbers[-1] >= numbers[0]):
        return found
    first = numbers[0]
    return tuple(replace(part, turn=int(0 < part.nth < first)) for part in found)


def names_period(header: Header) -> bool:
    """Tell whether a header is a month, a quarter or a year; a day is data."""
    if _FIGURE.fullmatch(header.text) and not _PERIOD_FIGURE.fullmatch(header.text):
        return False
    part = _part(0, Column(1, header.text, header))
    return part is not None and not part.from_day and part.grain != "day"


def _part(index: int, column: Column) -> Part | None:
    header, meaning = _period_words(column.header.bare)
    above, over = _period_words(column.parent)
    said = meaning or over
    joined = (f"{above}{header}", f"{above} {header}", header, above) if above else (header,)
    for text in joined:
        if text and (part := _read(index, text, said)):
            return part
    return None


def _holds_figures(column: Column) -> bool:
    """Tell whether at least half of what a column shows are numbers."""
    samples = column.samples
    return sum(not isinstance(parse_money(s), Bad) for s in samples) * 2 >= len(samples)


def _read(index: int, text: str, said: Meaning | None) -> Part | None:
    stretch = None if text.isdecimal() and len(text) not in _YEAR_OR_MONTH else parse_stretch(text)
    if isinstance(stretch, Stretch):
        from_day = stretch.grain == "day"
        return Part(index, *_first_days_are_months(stretch), meaning=said, from_day=from_day)
    if month := (None if text.isdecimal() else month_named(text)):
        return Part(index, "month", nth=month, meaning=said)
    if quarter := quarter_named(text):
        return Part(index, "quarter", nth=quarter, meaning=said)
    return None


def _first_days_are_months(stretch: Stretch) -> tuple[Grain, Stretch]:
    """Take a header cell that holds the first of a month for the month."""
    if stretch.grain == "day" and stretch.period.start.day == 1:
        month = parse_stretch(f"{stretch.period.start:%Y-%m}")
        if isinstance(month, Stretch):
            return "month", month
    return stretch.grain, stretch


def _period_words(text: str) -> tuple[str, Meaning | None]:
    """Take the words for target, actual and sales off a header, and say which they were."""
    rest, said = text.casefold(), None
    for meaning in ("target", "actual"):
        for word in _longest_first(f"{meaning}_headers"):
            if word in rest:
                rest, said = rest.replace(word, " "), said or meaning
    for word in _longest_first("metrics"):
        rest = rest.replace(word, " ")
    return rest.strip(" -_:：/的额值"), said  # type: ignore[return-value] # one of the two literals


@cache
def _longest_first(name: str) -> tuple[str, ...]:
    listed = table(name) if name == "metrics" else words(name)
    return tuple(sorted(listed, key=len, reverse=True))


def _bare(columns: Sequence[Column]) -> tuple[Part, ...]:
    """See 1, 2 ... 12 as months where all twelve stand in a row."""
    numbers = [
        (n, column.header.text) for n, column in enumerate(columns) if _holds_figures(column)
    ]
    months = [(index, int(text)) for index, text in numbers if text.isdecimal() and len(text) <= 2]  # noqa: PLR2004
    if [month for _, month in months] != list(range(1, 13)):
        return ()
    return tuple(Part(index, "month", nth=month) for index, month in months)
