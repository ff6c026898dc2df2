"""Rows that are no data: totals, repeated headers, remarks."""

import re
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask
from salesplan.intake.words import words

_NAMED = ("rep", "team", "region", "product", "channel")


def totals(rows: Rows, suspects: Mask) -> Mask:
    """Find the rows that add others up: labelled so, and either suspect or named so in a dimension."""
    found = np.zeros(len(rows), np.bool_)
    for column in _texts(rows):
        found |= _among(column, suspects, _total())
    for field in _NAMED:
        if field in rows.table.fields and pa.types.is_string(rows.column(field).type):
            found |= _labelled(rows.column(field))
    return found


def repeated_headers(rows: Rows, suspects: Mask) -> Mask:
    """Find the rows that say the headers again."""
    said = np.zeros(len(rows), np.int64)
    for column, heading in zip(rows.columns, rows.table.top.columns, strict=True):
        if pa.types.is_string(column.type):
            said += _among(column, suspects, f"^\\s*{re.escape(heading.header.text)}\\s*$")
    return said > 1


def remarks(rows: Rows, suspects: Mask) -> Mask:
    """Find the rows that hold one text and nothing else, or begin as remarks do."""
    filled = np.zeros(len(rows), np.int64)
    begun = np.zeros(len(rows), np.bool_)
    for column in rows.columns:
        filled += np.asarray(column.is_valid())
    for column in _texts(rows):
        begun |= _among(column, suspects, _remark())
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


def _labelled(column: pa.Array) -> Mask:
    """Match each different text once."""
    different = pc.unique(column)
    hits = different.filter(pc.match_substring_regex(different, _total(), ignore_case=True))
    if not len(hits):
        return np.zeros(len(column), np.bool_)
    return np.asarray(pc.is_in(column, pc.drop_null(hits)))


@cache
def _total() -> str:
    """Write the pattern of a total's label: the word alone, or behind a name."""
    alone = "|".join(map(re.escape, sorted(words("total"))))
    ending = "|".join(map(re.escape, sorted(words("total_ending"))))
    return rf"^\s*({alone})\s*([:：(（].*)?$|({ending})\s*[:：]?\s*$"


@cache
def _remark() -> str:
    return rf"^\s*[*※(（【\[]?\s*({'|'.join(map(re.escape, sorted(words('remark'))))})"
