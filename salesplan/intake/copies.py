"""Sheets that say the rows of an earlier sheet again would count everything twice."""

from collections.abc import Sequence

import pyarrow as pa

from salesplan.intake.packed import Packed
from salesplan.intake.table import Table, Unclear
from salesplan.text import Sentence

Read = tuple[Table, Packed | Unclear]
_PLACE = ("source_row", "source_column")


def without_copies(read: Sequence[Read]) -> list[Read]:
    """Leave out each sheet whose rows, in whatever order, are those of an earlier sheet."""
    kept: list[Read] = []
    for table, found in read:
        kept.append((table, _checked(table, found, kept)))
    return kept


def _checked(table: Table, found: Packed | Unclear, earlier: Sequence[Read]) -> Packed | Unclear:
    """Say which earlier sheet has the same rows."""
    for other, before in earlier:
        is_sibling = other.kind == table.kind and other.sheet is not table.sheet
        if is_sibling and _repeats((other, before), (table, found)):
            blanks: dict[str, object] = {"other": other.sheet.name}
            return Unclear(Sentence("intake.copy", blanks), top=table.top)
    return found


def _repeats(one: Read, two: Read) -> bool:
    """Compare what two sheets would store; their cells where both are still asked about."""
    (first, before), (second, after) = one, two
    if isinstance(before, Packed) and isinstance(after, Packed):
        return _says_the_same(before, after)
    if isinstance(before, Unclear) and isinstance(after, Unclear):
        asked = before.question and before.question == after.question
        return bool(asked) and _cells(first).equals(_cells(second))
    return False


def _says_the_same(one: Packed, two: Packed) -> bool:
    """Compare rows: their sums first, since sorting is dear."""
    if not 0 < len(one.rows) == len(two.rows) or one.totals != two.totals:
        return False
    return _ordered(one.rows).equals(_ordered(two.rows)) and _stretches(one) == _stretches(two)


def _cells(table: Table) -> pa.Table:
    """Give what stands below a header, under its names."""
    top = table.top
    body = table.sheet.body(top.header_row, top.first, top.last)
    names = {f"c{column.place - top.first}": column.name for column in top.columns}
    return body.select(list(names)).rename_columns(list(names.values()))


def _stretches(packed: Packed) -> pa.Table | None:
    return None if packed.assignments is None else _ordered(packed.assignments)


def _ordered(rows: pa.Table) -> pa.Table:
    """Sort rows by all that they say, wherever they stand."""
    names = sorted(set(rows.column_names) - set(_PLACE))
    return rows.select(names).sort_by([(name, "ascending") for name in names])
