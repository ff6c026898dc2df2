"""The period of each target: from its column, a column of years, or the words around."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from salesplan.intake import hints, years
from salesplan.intake.dates import Grain, Stretch, parse_stretch
from salesplan.intake.ledger import Fault
from salesplan.intake.numbered import worded
from salesplan.intake.rows import Rows
from salesplan.intake.values import Bad
from salesplan.periods import Period, add_months, code
from salesplan.text import Sentence

_DAY = pa.date32()
_MONTHS = {"month", "月", "月份", "年月", "target month", "目标月份", "所属月份"}
_QUARTERS = {"quarter", "季度", "季", "qtr"}
_NAMED: dict[str, tuple[int, Grain]] = {
    **dict.fromkeys(_MONTHS, (1, "month")),
    **dict.fromkeys(_QUARTERS, (3, "quarter")),
}
_SPANS = {1: "month", 3: "quarter", 12: "year"}


@dataclass(frozen=True)
class Stretches:
    """When each row begins and ends (outside), in which grain, and what is wrong with that."""

    starts_on: pa.Array
    ends_on: pa.Array
    grain: pa.Array
    faults: tuple[Fault, ...] = ()
    notes: tuple[Sentence, ...] = ()

    @property
    def columns(self) -> dict[str, pa.Array]:
        """The columns as they are stored."""
        return {"grain": self.grain, "starts_on": self.starts_on, "ends_on": self.ends_on}


def stretches(rows: Rows) -> Stretches | None:
    """Read the period of each row; None where nothing says it."""
    if "period" in rows.table.fields:
        return _by_column(rows, "period")
    if "year" in rows.table.fields:
        return _by_column(rows, "year")
    period = rows.answers.period or hints.period(rows.table.around)
    return _constant(rows, period) if period else None


def grain_of(period: Period) -> str:
    """Name the grain of a period."""
    if period.start.day == 1:
        for months, grain in _SPANS.items():
            if add_months(period.start, months) == period.end:
                return grain
    return "week" if period.days == 7 else "day"  # noqa: PLR2004


def _constant(rows: Rows, period: Period) -> Stretches:
    size = len(rows)
    said = "period" in rows.table.fields or rows.answers.period
    note = () if said else (Sentence("intake.period_taken", {"period": code(period)}),)
    return Stretches(
        pa.repeat(pa.scalar(period.start, _DAY), size),
        pa.repeat(pa.scalar(period.end, _DAY), size),
        pa.repeat(grain_of(period), size),
        notes=note,
    )


def _by_column(rows: Rows, field: str) -> Stretches | None:
    """Read each different pair of period and year once."""
    beside, _ = years.column(rows) if field == "period" else (None, None)
    known = years.known(rows)
    header = rows.heading(field).header
    cells = worded(rows.column(field), header)
    pairs, places = _pairs(cells, beside, known)
    found = [parse_stretch(cell, rows.order, year) for cell, year in pairs]
    if known is None and beside is None and Bad("no_year") in found:
        return None
    read = _coarser([one if isinstance(one, Stretch) else None for one in found], header.key)
    column = rows.table.fields[field]
    missing = np.array([one is None for one in read], np.bool_)[places]
    fault = Fault(column, missing, lambda found: _reason(found, rows, known))
    return Stretches(
        pa.array([one and one.period.start for one in read], _DAY).take(pa.array(places)),
        pa.array([one and one.period.end for one in read], _DAY).take(pa.array(places)),
        pa.array([one and one.grain for one in read], pa.string()).take(pa.array(places)),
        (fault,),
    )


def _pairs(
    column: pa.Array, beside: pa.Array | None, known: int | None
) -> tuple[list[tuple[object, int | None]], np.ndarray]:
    """Give the different pairs of a cell and a year, and the pair of each row."""
    cells = column.to_pylist()
    numbered = [known] * len(cells) if beside is None else beside.to_pylist()
    numbers: dict[tuple[object, int | None], int] = {}
    places = [numbers.setdefault(pair, len(numbers)) for pair in zip(cells, numbered, strict=True)]
    return list(numbers), np.array(places, np.int64)


def _coarser(read: list[Stretch | None], header: str) -> list[Stretch | None]:
    """See days as the months or quarters that their header, or their place in the month, says."""
    days = [one.period.start for one in read if one and one.grain == "day"]
    if not days or any(one and one.grain != "day" for one in read):
        return read
    if header in _QUARTERS:
        return [one and _holding(one.period.start, 3, "quarter") for one in read]
    ends = ({day.day == 1 for day in days}, {_is_last(day) for day in days})
    if header in _MONTHS or {True} in ends:
        return [one and _holding(one.period.start, 1, "month") for one in read]
    return read


def as_named(read: list[Stretch], header: str) -> list[Stretch]:
    """See days as the months or quarters that their header says, where each begins one."""
    months, grain = _NAMED.get(header, (0, "day"))
    if not months or any(one.grain == "day" and one.period.start.day != 1 for one in read):
        return read
    return [_holding(o.period.start, months, grain) if o.grain == "day" else o for o in read]


def _holding(day: date, months: int, grain: Grain) -> Stretch:
    """Give the month or the quarter that a day lies in."""
    first = day.replace(day=1, month=day.month - (day.month - 1) % months)
    return Stretch(Period.of_months(first, months), grain)


def _is_last(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _reason(found: str, rows: Rows, year: int | None) -> str:
    """Name what is wrong with a period."""
    read = parse_stretch(found, rows.order, year)
    return read.reason if isinstance(read, Bad) else "missing"
