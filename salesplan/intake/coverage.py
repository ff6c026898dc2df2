"""The last day that rows speak for which are dated by a month, a quarter, a year or a week."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import years
from salesplan.intake.dates import Stretch, parse_stretch
from salesplan.intake.days import without_clocks
from salesplan.intake.numbered import worded
from salesplan.intake.rows import Rows
from salesplan.intake.stretches import as_named
from salesplan.intake.typed import Mask, Typed
from salesplan.periods import Period

_MONDAY = 0


def last_day(
    rows: Rows, field: str, *, days: Typed, keep: Mask, period: Period | None
) -> date | None:
    """Give the last day of the latest period of the kept rows; None where they lie on days."""
    if field in rows.table.fields:
        return _of_column(rows, field, days=days, keep=keep)
    return period.last_day if period and period.days > 1 and keep.any() else None


def of_stretches(table: pa.Table) -> date | None:
    """Give the last day of the latest period of rows with a grain and an end (outside)."""
    lasting = table.filter(pc.not_equal(table["grain"], "day"))
    end: date | None = pc.max(lasting["ends_on"]).as_py()
    return end and end - timedelta(days=1)


def _of_column(rows: Rows, field: str, *, days: Typed, keep: Mask) -> date | None:
    """Read again the cells that gave the first day of a month or of a week: only those may."""
    firsts = np.asarray(_are_firsts(days.values))
    kept = np.asarray(days.values.is_valid()) & keep
    if not (firsts & kept).any():
        return None
    header = rows.heading(field).header
    found = _stretches(rows, field, firsts & kept)
    if not (kept & ~firsts).any():
        found = as_named(found, header.key)
    ends = [one.period.last_day for one in found if one.grain != "day"]
    return max(ends, default=None)


def _are_firsts(days: pa.Array) -> pa.Array:
    """Mark the first days of months, and Mondays."""
    first = pc.or_(pc.equal(pc.day(days), 1), pc.equal(pc.day_of_week(days), _MONDAY))
    return pc.fill_null(first, False)  # noqa: FBT003


def _stretches(rows: Rows, field: str, chosen: Mask) -> list[Stretch]:
    """Read each different pair of cell and year among the chosen rows."""
    cells = worded(rows.column(field), rows.heading(field).header)
    pairs = set(_pairs(cells.filter(pa.array(chosen)), years.of_rows(rows), chosen))
    read = (parse_stretch(cell, rows.order, year) for cell, year in pairs)
    return [one for one in read if isinstance(one, Stretch)]


def _pairs(
    cells: pa.Array, by_row: pa.Array | None, chosen: Mask
) -> Iterator[tuple[object, int | None]]:
    texts = without_clocks(cells).to_pylist()
    numbered = (
        [None] * len(texts) if by_row is None else by_row.filter(pa.array(chosen)).to_pylist()
    )
    return zip(texts, numbered, strict=True)
