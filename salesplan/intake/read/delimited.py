"""Text files: CSV, TSV and their kin."""

import csv
import io

import pyarrow as pa

from salesplan.errors import UnknownEncoding
from salesplan.intake.read import limits
from salesplan.intake.read.sheet import SheetData


def read(name: str, data: bytes) -> tuple[SheetData, ...]:
    """Read a text file as one sheet."""
    for encoding in ("utf-8-sig", "gb18030", "cp1252"):
        try:
            text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UnknownEncoding(name=name)
    delimiter = max(",;\t|", key=text.partition("\n")[0].count)
    rows = [
        [c if c.strip() else None for c in r]
        for r in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]
    width = max(map(len, rows))
    rows = [r + [None] * (width - len(r)) for r in rows]
    return (
        SheetData(
            name=name,
            visible=True,
            grid=tuple(map(tuple, rows[: limits.GRID_ROWS])),
            row_count=len(rows),
            col_count=width,
            rest=pa.table({f"c{i}": pa.array(c, pa.string()) for i, c in enumerate(zip(*rows))}),
            rest_row=1,
            encoding=encoding,
            delimiter=delimiter,
        ),
    )
