"""Text that is not quite CSV: uneven rows, odd quotes, mixed line ends, blank lines."""

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice, zip_longest
from typing import Final

import pyarrow as pa

_BATCH: Final = 20_000
# Put after the text: a quote that is never closed swallows it.
_END: Final = "\x1f\x1f\x1f"


def table(file: pa.NativeFile, delimiter: str, skip: int) -> pa.Table:
    """Read every record from `skip` on as a row of text; raises csv.Error at an endless field."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        file.seek(skip)
        lines = io.TextIOWrapper(file, encoding="utf-8", newline="")
        records = csv.reader(chain(lines, [_END]), delimiter=delimiter, quoting=quoting)
        batches = list(_batches(records))
        lines.detach()
        if batches[-1][-1] == [_END]:
            break
    batches[-1].pop()
    tables = [_table(batch) for batch in batches if batch]
    return pa.concat_tables(tables, promote_options="default")


def _batches(records: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    """Take so many records at a time."""
    while batch := list(islice(records, _BATCH)):
        yield batch


def _table(batch: list[list[str]]) -> pa.Table:
    """Set records of any length as columns of text; a blank line is a row."""
    columns = list(zip_longest(*batch)) or [(None,) * len(batch)]
    return pa.table(
        {
            f"c{place}": pa.array([cell or None for cell in cells], pa.string())
            for place, cells in enumerate(columns)
        }
    )
