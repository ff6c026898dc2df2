"""Rows that are no data: totals, repeated headers, remarks."""

import re
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import labels
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask
from salesplan.intake.values import Bad, parse_money

_TAIL = 5_000  # rows; a longer tail of bad rows is no second table
_DATED = {"sold_on", "period", "answered_on"}
_NAMED = ("rep", "team", "region", "product", "channel")


def totals(rows: Rows, suspects: Mask) -> Mask:
    """Find the rows that add others up: labelled so, and suspect or named so in a dimension."""
    found = np.zeros(len(rows), np.bool_)
    undated = not _DATED & set(rows.table.fields)  # then a total lacks nothing that a row has
    for column in _texts(rows):
        found |= _among(column, suspects | undated, labels.total())
    for field in _NAMED:
        if field in rows.table.fields and pa.types.is_string(rows.column(field).type):
            found |= _labelled(rows.column(field), rows.different(field))
    return found


def repeated_headers(rows: Rows, suspects: Mask) -> Mask:
    """Find the rows that say the headers again."""
    if not suspects.any():
        return suspects
    said = np.zeros(len(rows), np.int64)
    for column, heading in zip(rows.columns, rows.table.top.columns, strict=True):
        if pa.types.is_string(column.type):
            said += _among(column, suspects, f"^\\s*{re.escape(heading.header.text)}\\s*$")
    return said > 1


def another_table(rows: Rows, suspects: Mask) -> Mask:
    """Find a table further down: behind a blank row, with headers of its own, no row of ours."""
    found = np.zeros(len(rows), np.bool_)
    good = np.flatnonzero(~suspects)
    last = int(good[-1]) if len(good) else -1
    if not 0 <= last < len(rows) - 2 or len(rows) - last > _TAIL:
        return found
    behind = next((n for n in range(last + 1, len(rows)) if _gap(rows, n)), None)
    if behind is not None and any(_is_header(rows, n) for n in range(behind, len(rows) - 1)):
        found[behind:] = True
    return found


def _gap(rows: Rows, place: int) -> bool:
    """Tell whether a blank row lies above a row."""
    return bool(rows.numbers[place] - rows.numbers[place - 1] > 1)


def _is_header(rows: Rows, place: int) -> bool:
    """Tell whether a row is made of at least two words, with a number below one of them."""
    cells = [column[place].as_py() for column in rows.columns]
    below = [column[place + 1].as_py() for column in rows.columns]
    filled = [cell for cell in cells if cell is not None]
    words_only = all(isinstance(parse_money(cell), Bad) for cell in filled)
    numbers = any(c is not None and _is_number(b) for c, b in zip(cells, below, strict=True))
    return len(filled) > 1 and words_only and numbers


def _is_number(cell: object) -> bool:
    return isinstance(parse_money(cell), Decimal)


def remarks(rows: Rows, suspects: Mask) -> Mask:
    """Find the rows that hold one text and nothing else, or begin as remarks do."""
    if not suspects.any():
        return suspects
    filled = np.zeros(len(rows), np.int64)
    begun = np.zeros(len(rows), np.bool_)
    for column in rows.columns:
        filled += np.asarray(column.is_valid())
    for column in _texts(rows):
        begun |= _among(column, suspects, labels.remark())
    lonely = (filled == 1) & _holds_text(rows) & suspects
    return begun & (filled <= 2) | (lonely if len(rows.columns) > 2 else begun)  # noqa: PLR2004


def _texts(rows: Rows) -> list[pa.Array]:
    return [column for column in rows.columns if pa.types.is_string(column.type)]


def _holds_text(rows: Rows) -> Mask:
    held = np.zeros(len(rows), np.bool_)
    for column in _texts(rows):
        held |= np.asarray(column.is_valid())
    return held


def _among(column: pa.Array, places: Mask, pattern: str) -> Mask:
    """Match some of the rows only."""
    found = np.zeros(len(column), np.bool_)
    if places.any():
        matched = pc.match_substring_regex(
            column.filter(pa.array(places)), pattern, ignore_case=True
        )
        found[places] = np.asarray(pc.fill_null(matched, False))  # noqa: FBT003
    return found


def _labelled(column: pa.Array, different: pa.Array | None) -> Mask:
    """Match each different text once."""
    different = pc.unique(column) if different is None else different
    hits = different.filter(pc.match_substring_regex(different, labels.total(), ignore_case=True))
    if not len(hits):
        return np.zeros(len(column), np.bool_)
    return np.asarray(pc.is_in(column, pc.drop_null(hits)))
