"""The period of each target: from its column, a column of years, or the words around."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from salesplan.intake import hints, years
from salesplan.intake.dates import Stretch, parse_stretch
from salesplan.intake.ledger import Fault
from salesplan.intake.numbered import worded
from salesplan.intake.rows import Rows
from salesplan.intake.values import Bad
from salesplan.periods import Period, add_months, code
from salesplan.text import Sentence

_DAY = pa.date32()
_SPANS = {1: "month", 3: "quarter", 12: "year"}


@dataclass(frozen=True)
class Stretches:
    """When each row begins and ends (outside), in which grain, and what is wrong with that."""

    starts_on: pa.Array
    ends_on: pa.Array
    grain: pa.Array
    faults: tuple[Fault, ...] = ()
    notes: tuple[Sentence, ...] = ()


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
    beside, wrong_year = years.column(rows) if field == "period" else (None, None)
    known = years.known(rows)
    cells = worded(rows.column(field), rows.heading(field).header)
    pairs, places = _pairs(cells, beside, known)
    found = [parse_stretch(cell, rows.order, year) for cell, year in pairs]
    if known is None and beside is None and Bad("no_year") in found:
        return None
    read = _months([one if isinstance(one, Stretch) else None for one in found])
    column = rows.table.fields[field]
    missing = np.array([one is None for one in read], np.bool_)[places]
    faults = [Fault(column, missing, lambda found: _reason(found, rows, known))]
    return Stretches(
        pa.array([one and one.period.start for one in read], _DAY).take(pa.array(places)),
        pa.array([one and one.period.end for one in read], _DAY).take(pa.array(places)),
        pa.array([one and one.grain for one in read], pa.string()).take(pa.array(places)),
        tuple(faults + ([wrong_year] if wrong_year else [])),
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


def _months(read: list[Stretch | None]) -> list[Stretch | None]:
    """See days that are all the first of a month as those months."""
    known = [one for one in read if one]
    if not known or not all(one.grain == "day" and one.period.start.day == 1 for one in known):
        return read
    return [one and Stretch(Period.of_months(one.period.start, 1), "month") for one in read]


def _reason(found: str, rows: Rows, year: int | None) -> str:
    """Name what is wrong with a period."""
    read = parse_stretch(found, rows.order, year)
    return read.reason if isinstance(read, Bad) else "missing"
