"""Rejected rows in words: where, what was found, why, and the whole row."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from salesplan.intake.ledger import Fault, Ledger
from salesplan.intake.rows import Rows
from salesplan.intake.values import plain
from salesplan.store.parcel import Problem
from salesplan.text import Sentence


def problems(ledger: Ledger) -> tuple[Problem, ...]:
    """List the rejected rows in the order of the sheet."""
    found = [problem for fault in ledger.faults for problem in _of(ledger.rows, fault)]
    return tuple(sorted(found, key=lambda problem: problem.row))


def _of(rows: Rows, fault: Fault) -> Iterator[Problem]:
    places = pa.array(np.flatnonzero(fault.mask))
    names = [column.name for column in rows.table.top.columns]
    cells = [map(shown, column.take(places).to_pylist()) for column in rows.columns]
    heading = None if fault.column is None else names[fault.column]
    numbers = rows.source_row.take(places).to_pylist()
    for row, texts in zip(numbers, zip(*cells, strict=True), strict=True):
        found = "" if fault.column is None else texts[fault.column]
        blanks: dict[str, object] = {"column": heading or "", "found": found}
        yield Problem(
            rows.table.sheet.name,
            row,
            heading,
            found or None,
            Sentence(f"intake.{fault.why(found)}", blanks),
            dict(zip(names, texts, strict=True)),
        )


def shown(cell: object) -> str:
    """Write a cell as text: 412290.0 as 412290, midnight left out."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return plain(cell).removesuffix(" 00:00:00")
