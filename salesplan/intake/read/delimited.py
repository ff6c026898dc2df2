"""Text files (CSV, TSV and their kin) to one sheet of text."""

import csv
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final

import duckdb
import pyarrow as pa

from salesplan.errors import BinaryText, EmptyFile, LineTooLong, TooManyCells, UnknownEncoding
from salesplan.intake.read import dialect, encoding, lenient, limits
from salesplan.intake.read.sheet import SheetData
from salesplan.intake.read.tally import Tally

_HEAD: Final = 1 << 16
_CHUNK: Final = 1 << 20
_STRICT: Final = """
from read_csv(
    $path,
    columns = $columns,
    delim = $delimiter,
    skip = $skip,
    quote = '"',
    escape = '"',
    header = false,
    auto_detect = false,
    strict_mode = true,
    null_padding = false,
    max_line_size = 1000000,
    buffer_size = 8000000
)
"""


def read(name: str, data: bytes) -> tuple[SheetData, ...]:
    """Read a text file, whatever its encoding and delimiter."""
    with TemporaryDirectory(prefix="salesplan-") as folder:
        path = Path(folder, "text")
        known, records = _in_utf8(name, data, path)
        with path.open("rb") as file:
            head = file.read(_HEAD).decode(errors="ignore")
        said = dialect.said(head)
        delimiter = said[0] if said else dialect.delimiter(head)
        skip = 1 if said else 0
        width = dialect.width(head[said[1] if said else 0 :], delimiter)
        _cap(name, records, width or 0)
        cells = _strict(path, delimiter, skip, width)
        if cells is None or cells.num_rows != records - skip:
            cells = _lenient(name, path, delimiter, skip)
    return (_sheet(name, cells, known, delimiter),)


def _in_utf8(name: str, data: bytes, path: Path) -> tuple[str, int]:
    """Write the text as UTF-8; give its encoding and the number of its records."""
    for known, start in encoding.candidates(data):
        try:
            with path.open("wb+") as file:
                return known, _write(name, _chunks(data, known, start), file)
        except UnicodeDecodeError:
            continue
    raise UnknownEncoding(name=name)


def _chunks(data: bytes, known: str, start: int) -> Iterator[bytes]:
    """Give the text as UTF-8, a megabyte at a time."""
    if known == "utf-8" and data.isascii():
        return (data[place : place + _CHUNK] for place in range(start, len(data), _CHUNK))
    return (text.encode() for text in encoding.decoded(data, known, start))


def _write(name: str, chunks: Iterator[bytes], file: IO[bytes]) -> int:
    """Write text, without blank lines at its end, and count its records."""
    tally = Tally()
    for chunk in chunks:
        if b"\0" in chunk:
            raise BinaryText(name=name)
        if len(chunk) > limits.LINE_BYTES and not (b"\n" in chunk or b"\r" in chunk):
            raise LineTooLong(name=name)
        tally.add(chunk)
        file.write(chunk)
    end = file.tell()
    file.seek(max(0, end - _HEAD))
    tail = file.read()
    blank = tail[len(tail.rstrip(b"\r\n")) :]
    if len(blank) == end:
        raise EmptyFile(name=name)
    file.truncate(end - len(blank))
    return tally.records - blank.count(b"\n") + 1


def _strict(path: Path, delimiter: str, skip: int, width: int | None) -> pa.Table | None:
    """Read well-formed text, fast; None if it is not."""
    if width is None:
        return None
    values = {
        "path": str(path),
        "columns": {f"c{place}": "VARCHAR" for place in range(width)},
        "delimiter": delimiter,
        "skip": skip,
    }
    try:
        # A connection of its own: the main database may not touch files. A second thread and
        # larger buffers would save no time and cost 50 MB.
        with duckdb.connect(config={"threads": 1}) as connection:
            return connection.sql(_STRICT, params=values).to_arrow_table()
    except duckdb.Error:
        return None


def _lenient(name: str, path: Path, delimiter: str, skip: int) -> pa.Table:
    """Read any text, slowly."""
    try:
        cells = lenient.table(path, delimiter, skip)
    except csv.Error as error:
        raise LineTooLong(name=name) from error
    _cap(name, cells.num_rows, cells.num_columns)
    return cells


def _cap(name: str, rows: int, columns: int) -> None:
    """Refuse more than we take."""
    if rows > limits.ROWS or columns > limits.COLUMNS:
        raise TooManyCells(name=name, sheet=name, rows=rows, columns=columns)


def _sheet(name: str, cells: pa.Table, known: str, delimiter: str) -> SheetData:
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
        encoding=known,
        delimiter=delimiter,
    )
