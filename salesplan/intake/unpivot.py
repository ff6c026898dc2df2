"""A column a period to a row a period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import years
from salesplan.intake.check import money_reason
from salesplan.intake.dates import Stretch
from salesplan.intake.ledger import Fault
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask, Typed
from salesplan.intake.units import factor
from salesplan.intake.wide import Part


@dataclass(frozen=True)
class Block:
    """One column of figures for the rows of one year."""

    part: Part
    stretch: Stretch
    rows: Mask
    figures: Typed


def blocks(rows: Rows, figures: Sequence[Typed], by_row: pa.Array | None) -> list[Block] | None:
    """Set each column of figures under its period; None where the year is not known."""
    found = []
    for part, column in zip(rows.table.parts, figures, strict=True):
        for year, mask in _years(rows, by_row):
            stretch = part.within(year)
            if stretch is None:
                return None
            found.append(Block(part, stretch, mask, column))
    return found


def faults(rows: Rows, figures: Sequence[Typed]) -> list[Fault]:
    """List the figures that cannot be read."""
    return [
        Fault(part.index, column.bad, partial(money_reason, scale=factor(rows, part.index)))
        for part, column in zip(rows.table.parts, figures, strict=True)
    ]


def unpivoted(
    rows: Rows, found: Sequence[Block], columns: dict[str, pa.Array], keep: Mask
) -> pa.Table:
    """Give a row for each figure of the rows that are kept."""
    whole = pa.table({"source_row": rows.source_row, **columns})
    tables = [_stacked(whole, rows, block, keep) for block in found]
    return pa.concat_tables(tables)


def _stacked(whole: pa.Table, rows: Rows, block: Block, keep: Mask) -> pa.Table:
    values = block.figures.values
    chosen = pa.array(keep & block.rows & np.asarray(values.is_valid()))
    table, period = whole.filter(chosen), block.stretch.period
    size = len(table)
    added = {
        "source_column": pa.repeat(rows.table.top.columns[block.part.index].name, size),
        "grain": pa.repeat(block.stretch.grain, size),
        "starts_on": pa.repeat(pa.scalar(period.start, pa.date32()), size),
        "ends_on": pa.repeat(pa.scalar(period.end, pa.date32()), size),
        "value": values.filter(chosen),
    }
    for name, column in added.items():
        table = table.append_column(name, column)
    return table


def _years(rows: Rows, by_row: pa.Array | None) -> Iterator[tuple[int | None, Mask]]:
    """Give each year with its rows."""
    if by_row is None:
        turns = any(part.turn for part in rows.table.parts)  # then one year says too little
        known = None if turns and not rows.answers.period else years.known(rows)
        yield known, np.ones(len(rows), np.bool_)
        return
    for year in pc.unique(pc.drop_null(by_row)).to_pylist():
        yield year, np.asarray(pc.fill_null(pc.equal(by_row, year), False))  # noqa: FBT003
