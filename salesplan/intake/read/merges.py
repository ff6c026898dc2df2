"""Merged cells: repeat what they say, where that is safe."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

Merge = tuple[int, int, int, int]


def fill(
    columns: list[pa.ChunkedArray], merges: tuple[Merge, ...], *, top: int, left: int
) -> list[pa.ChunkedArray]:
    """Repeat merged texts and dates in each cell of their range; `top` and `left` are at (0, 0).

    Numbers are not repeated (an amount merged over three rows is one amount), nor is anything
    put into a column of another type (a note merged across a row of numbers).
    """
    filled = list(columns)
    for index, cells in _repeats(columns, merges, top, left).items():
        mask = pa.array([row in cells for row in range(len(columns[index]))])
        values = pa.array([cells[row] for row in sorted(cells)], columns[index].type)
        whole = columns[index].combine_chunks()
        filled[index] = pa.chunked_array([pc.replace_with_mask(whole, mask, values)])
    return filled


def _repeats(
    columns: list[pa.ChunkedArray], merges: tuple[Merge, ...], top: int, left: int
) -> dict[int, dict[int, str | date]]:
    """Collect, by column and row, what is to be repeated there."""
    found: dict[int, dict[int, str | date]] = {}
    for first_row, first_col, last_row, last_col in merges:
        row, col = first_row - top, first_col - left
        if not (0 <= col < len(columns) and 0 <= row < len(columns[col])):
            continue
        value = columns[col][row].as_py()
        if not isinstance(value, str | date):
            continue
        for index in range(col, min(last_col - left + 1, len(columns))):
            if columns[index].type == columns[col].type:
                rows = range(row, min(last_row - top + 1, len(columns[index])))
                found.setdefault(index, {}).update(dict.fromkeys(rows, value))
    return found
