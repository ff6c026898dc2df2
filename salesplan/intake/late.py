"""Days long after all others of their file: mostly mistyped, and one moves the date of every page.

No clock is asked: a day is late beside the other rows, not beside today.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.notes import first_rows
from salesplan.intake.packed import Packed
from salesplan.intake.table import Table, Unclear
from salesplan.text import Sentence

Read = tuple[Table, Packed | Unclear]
_YEAR = 366
_HALF = 183
_FEW = 10  # one row in so many
_DAYS = {"sales": "sold_on", "satisfaction": "answered_on"}


def with_late_days(read: Sequence[Read]) -> list[Read]:
    """Add a note to each sheet that has rows long after all others of the file."""
    middles = [_middle(_days(table, found)) for table, found in read]
    return [
        (table, _noted(table, found, [*middles[:place], *middles[place + 1 :]]))
        for place, (table, found) in enumerate(read)
    ]


def _noted(
    table: Table, found: Packed | Unclear, elsewhere: Sequence[int | None]
) -> Packed | Unclear:
    days = _days(table, found)
    first = _first_late(days)
    if isinstance(found, Unclear) or days is None or first is None:
        return found
    if any(middle is not None and middle > first - _YEAR for middle in elsewhere):
        return found
    late = found.rows.filter(pc.greater_equal(days, pa.scalar(first, pa.int32())))
    years = pc.unique(pc.year(late[_DAYS[table.kind.name]])).to_pylist()
    blanks: dict[str, object] = {
        "rows": first_rows(pc.unique(late["source_row"]).to_pylist()),
        "years": ", ".join(map(str, sorted(years))),
    }
    return replace(found, notes=(Sentence("intake.late_days", blanks), *found.notes))


def _days(table: Table, found: Packed | Unclear) -> pa.ChunkedArray | None:
    """Give the days of the loaded rows as numbers."""
    name = _DAYS.get(table.kind.name)
    if name is None or isinstance(found, Unclear) or not len(found.rows):
        return None
    return found.rows[name].cast(pa.int32())


def _middle(days: pa.ChunkedArray | None) -> int | None:
    """Give the median day; the earlier one of two."""
    if days is None:
        return None
    different, counts = _counted(days)
    return int(different[np.searchsorted(np.cumsum(counts), (len(days) + 1) // 2)])


def _first_late(days: pa.ChunkedArray | None) -> int | None:
    """Find the first day behind a gap that lies behind the median: of a year, or of half a year.

    Half a year says so of the last few rows only, and of days a year behind the median.
    """
    middle = _middle(days)
    if days is None or middle is None:
        return None
    different, counts = _counted(days)
    gaps, later = np.diff(different), different[1:] - middle
    few = np.cumsum(counts[::-1])[::-1][1:] * _FEW <= len(days)
    apart = (gaps > _YEAR) | ((gaps > _HALF) & (later > _YEAR) & few)
    found = np.flatnonzero(apart & (later > 0))
    return int(different[found[0] + 1]) if len(found) else None


def _counted(days: pa.ChunkedArray) -> tuple[np.ndarray, np.ndarray]:
    """Count each different day, in their order."""
    counted = pc.value_counts(days)
    different, counts = (np.asarray(counted.field(name)) for name in ("values", "counts"))
    order = np.argsort(different)
    return different[order], counts[order]
