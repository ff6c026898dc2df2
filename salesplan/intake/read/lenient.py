"""Text that is not quite CSV: uneven rows, odd quotes, mixed line ends, blank lines."""

import csv
from collections.abc import Iterator
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Final

import pyarrow as pa

_BATCH: Final = 20_000
# Put after the text: a quote that is never closed swallows it.
_END: Final = "\x1f\x1f\x1f"


def table(path: Path, delimiter: str, skip: int) -> pa.Table:
    """Read every record as a row of text; raises csv.Error at a field without end."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        with path.open(encoding="utf-8", newline="") as lines:
            rest = islice(lines, skip, None)
            records = csv.reader(chain(rest, [_END]), delimiter=delimiter, quoting=quoting)
            batches = list(_batches(records))
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
