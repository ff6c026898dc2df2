"""Text files (CSV, TSV and their kin) to one sheet of text."""

import csv
from typing import Final

import pyarrow as pa
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

from salesplan.errors import LineTooLong, TooManyCells
from salesplan.intake.read import dialect, lenient, limits
from salesplan.intake.read.plain import Plain, plain
from salesplan.intake.read.sheet import SheetData

_HEAD: Final = 1 << 16
_BLOCK: Final = 1 << 22


def read(name: str, data: bytes) -> tuple[SheetData, ...]:
    """Read a text file, whatever its encoding and delimiter."""
    with plain(name, data) as text:
        head = text.file.read(_HEAD).decode(errors="ignore")
        said = dialect.said(head)
        delimiter, skip = said or (dialect.delimiter(head), 0)
        width = dialect.width(head[skip:], delimiter)
        _cap(name, text.records, width or 0)
        cells = _strict(text, delimiter, skip, width)
        if cells is None:
            cells = _lenient(name, text, delimiter, skip)
    return (_sheet(name, cells, text.encoding, delimiter),)


def _strict(text: Plain, delimiter: str, skip: int, width: int | None) -> pa.Table | None:
    """Read well-formed text, fast; None if it is not."""
    if width is None:
        return None
    names = [f"c{place}" for place in range(width)]
    text.file.seek(skip)
    try:
        cells = read_csv(
            text.file,
            # One thread takes half the processor time of several.
            ReadOptions(use_threads=False, block_size=_BLOCK, column_names=names),
            ParseOptions(
                delimiter=delimiter,
                quote_char='"',
                double_quote=True,
                escape_char=False,
                newlines_in_values=True,
                ignore_empty_lines=False,
            ),
            ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
            ),
            memory_pool=_pool(),
        )
    except pa.ArrowException:
        return None
    # A second count, of line ends outside quotes: where they differ, something has shifted.
    return cells if cells.num_rows == text.records - (skip > 0) else None


def _pool() -> pa.MemoryPool:
    """Choose jemalloc where Arrow has it: fresh memory costs the others as much as parsing."""
    known = pa.supported_memory_backends()
    return pa.jemalloc_memory_pool() if "jemalloc" in known else pa.default_memory_pool()


def _lenient(name: str, text: Plain, delimiter: str, skip: int) -> pa.Table:
    """Read any text, slowly."""
    try:
        cells = lenient.table(text.file, delimiter, skip)
    except csv.Error as error:
        raise LineTooLong(name=name) from error
    _cap(name, cells.num_rows, cells.num_columns)
    return cells


def _cap(name: str, rows: int, columns: int) -> None:
    """Refuse more than we take."""
    if rows > limits.ROWS or columns > limits.COLUMNS:
        raise TooManyCells(name=name, sheet=name, rows=rows, columns=columns)


def _sheet(name: str, cells: pa.Table, encoding: str, delimiter: str) -> SheetData:
    """Present the text as a sheet."""
    first = cells.slice(0, limits.GRID_ROWS)
    return SheetData(
        name=name,
        visible=True,
        grid=tuple(zip(*(column.to_pylist() for column in first.columns), strict=True)),
        row_count=cells.num_rows,
        col_count=cells.num_columns,
        rest=cells,
        rest_row=1,
        encoding=encoding,
        delimiter=delimiter,
    )
