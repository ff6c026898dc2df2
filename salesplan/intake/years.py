"""The year of months and quarters that do not say it: from a column, a title, a name, an answer."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import hints
from salesplan.intake.dates import Stretch, parse_date, parse_stretch
from salesplan.intake.ledger import Fault
from salesplan.intake.numbered import worded
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Typed, joined, mapped
from salesplan.intake.values import Bad


def known(rows: Rows) -> int | None:
    """Give the one year that the words around a table, or a person, say."""
    period = rows.answers.period
    return period.start.year if period else hints.year(rows.table.around)


def column(rows: Rows) -> tuple[pa.Array | None, Fault | None]:
    """Read the column of years, where there is one, and what is wrong in it."""
    if "year" not in rows.table.fields:
        return None, None
    found = mapped(rows.column("year"), _year, pa.int32())
    missing = np.asarray(found.is_null())
    return found, Fault(rows.table.fields["year"], missing, lambda _: "not_a_year")


def of_rows(rows: Rows) -> pa.Array | None:
    """Give the year of each row as far as anything says it."""
    found, _ = column(rows)
    if found is not None:
        return found
    year = known(rows)
    return None if year is None else pa.repeat(pa.scalar(year, pa.int32()), len(rows))


def completed(read: Typed, cells: pa.Array, rows: Rows) -> Typed:
    """Read again the days that lack their year."""
    years = of_rows(rows) if read.bad.any() else None
    if years is None:
        return read
    chosen = pa.array(read.bad)
    pairs = zip(cells.filter(chosen).to_pylist(), years.filter(chosen).to_pylist(), strict=True)
    again = [parse_date(cell, rows.order, year) for cell, year in pairs]
    good = pa.array([None if isinstance(one, Bad) else one for one in again], read.values.type)
    bad = read.bad.copy()
    bad[read.bad] = [isinstance(one, Bad) for one in again]
    return Typed(pc.replace_with_mask(joined(read.values), chosen, good), bad, read.lost)


def lacking(rows: Rows, field: str, read: Typed) -> bool:
    """Tell whether days cannot be read because nothing says their year."""
    if field not in rows.table.fields or not read.bad.any() or of_rows(rows) is not None:
        return False
    cells = worded(rows.column(field), rows.heading(field).header)
    bad = pc.unique(cells.filter(pa.array(read.bad))).to_pylist()
    return any(parse_date(cell) == Bad("no_year") for cell in bad)


def _year(cell: object) -> int | None:
    found = parse_stretch(cell)
    return found.period.start.year if isinstance(found, Stretch) else None
