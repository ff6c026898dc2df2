"""What targets are set for: sales, unless a header, a title or a column names another metric."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import hints
from salesplan.intake.rows import Rows
from salesplan.intake.typed import MONEY, Mask, Typed, joined, mapped, money
from salesplan.intake.units import factor
from salesplan.intake.values import Bad, parse_rate, stored
from salesplan.intake.words import words

_RATES = ("satisfaction", "margin", "growth")
_WHOLE_RATE = Decimal("1.5")


@dataclass(frozen=True)
class Measured:
    """Figures with their metric; `other` marks rows of what is no target at all."""

    typed: Typed
    metric: pa.Array
    other: Mask
    has_money: bool = True


def metrics(rows: Rows) -> pa.Array | None:
    """Name the metric of each row, where a column says it; null where it is no target."""
    if "metric" not in rows.table.fields:
        return None
    return mapped(rows.column("metric"), _metric, pa.string())


def measured(rows: Rows, place: int, by_row: pa.Array | None) -> Measured:
    """Read figures as their metric wants: money scaled, rates as fractions, counts as they are."""
    column = rows.columns[place]
    if by_row is None:
        texts = (rows.table.top.columns[place].name, *rows.table.around.nearest_first)
        by_row = pa.repeat(hints.metric(texts), len(rows))
    other = np.asarray(by_row.is_null())
    kinds = set(pc.unique(by_row).to_pylist()) - {None}
    if kinds == {"sales"} or not kinds:
        return Measured(money(column, factor=factor(rows, place)), by_row, other)
    typed = money(column, factor=factor(rows, place) if "sales" in kinds else 1)
    for kind in sorted(kinds - {"sales"}):
        read = rates(column) if kind in _RATES else money(column)
        typed = _where(np.asarray(pc.fill_null(pc.equal(by_row, kind), False)), read, typed)  # noqa: FBT003
    return Measured(typed, by_row, other, "sales" in kinds)


def rates(column: pa.Array) -> Typed:
    """Read rates as fractions; numbers without a sign that go past 1.5 are in percent."""
    encoded = joined(column).dictionary_encode()
    read = [(parse_rate(cell), "%" in str(cell)) for cell in encoded.dictionary.to_pylist()]
    known = [abs(one) for one, said in read if isinstance(one, Decimal) and not said]
    scale = 100 if known and max(known) > _WHOLE_RATE else 1
    values = [_kept(one, 1 if said else scale) for one, said in read]
    found = pa.array(values, MONEY).take(encoded.indices)
    bad = pa.array([isinstance(one, Bad) for one, _ in read], pa.bool_()).take(encoded.indices)
    return Typed(found, np.asarray(pc.fill_null(bad, False)))  # noqa: FBT003


def _kept(read: Decimal | Bad | None, scale: int) -> Decimal | None:
    if not isinstance(read, Decimal):
        return None
    kept = stored(read / scale)[0]
    return kept if isinstance(kept, Decimal) else None


def _where(mask: Mask, there: Typed, elsewhere: Typed) -> Typed:
    """Take some rows of one reading, the rest of another."""
    values = pc.if_else(pa.array(mask), there.values, elsewhere.values)
    return Typed(values, np.where(mask, there.bad, elsewhere.bad), elsewhere.lost)


def _metric(cell: object) -> str | None:
    """Name the metric that a cell says; None for actuals, rates of completion and the like."""
    text = "" if cell is None else str(cell)
    if not text or any(hints.says(text, word) for word in words("not_a_target")):
        return None
    return hints.metric((text,))
