"""Sheets that add up another sheet of the same file would count everything twice."""

from collections.abc import Sequence
from decimal import Decimal

from salesplan.intake import hints
from salesplan.intake.packed import Packed
from salesplan.intake.table import Table, Unclear
from salesplan.intake.totals import written
from salesplan.text import Sentence

Read = tuple[Table, Packed | Unclear]
_WHEN = {"sold_on", "period", "year"}
_WORDS = ("汇总", "统计", "透视", "summary", "pivot", "overview", "total", "totals")


def without_summaries(read: Sequence[Read]) -> list[Read]:
    """Leave out each sheet that comes to the same sum as a sheet with days."""
    return [(table, _checked(table, found, read)) for table, found in read]


def _checked(table: Table, found: Packed | Unclear, read: Sequence[Read]) -> Packed | Unclear:
    figure = _figure(found)
    if not figure or not (_is_dateless(table) or _is_named_so(table)):
        return found
    for other, packed in read:
        is_detail = isinstance(packed, Packed) and not _is_dateless(other)
        if is_detail and _is_sibling(other, table) and _figure(packed) == figure:
            blanks: dict[str, object] = {"other": other.sheet.name, "sum": written(figure)}
            return Unclear(Sentence("intake.summary", blanks), top=table.top)
    return found


def _figure(found: Packed | Unclear) -> Decimal | None:
    """Give what a sheet adds up to."""
    if isinstance(found, Unclear):
        return found.figures
    said = found.totals.get("amount") or found.totals.get("value")
    return Decimal(said) if said else None


def _is_sibling(other: Table, table: Table) -> bool:
    return other.kind == table.kind and other.sheet is not table.sheet


def _is_dateless(table: Table) -> bool:
    return not table.parts and not _WHEN & set(table.fields)


def _is_named_so(table: Table) -> bool:
    texts = (table.sheet.name, *table.around.titles)
    return any(hints.says(text, word) for text in texts for word in _WORDS)
