"""What each kind makes of its rows, and the parcel that comes of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from salesplan.intake.check import TypedFields
from salesplan.intake.ledger import Ledger
from salesplan.intake.problems import problems
from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask
from salesplan.store.parcel import Parcel
from salesplan.text import Sentence


@dataclass(frozen=True)
class Packed:
    """Rows as they will be stored, the account of the sheet's rows, and what to tell about them."""

    ledger: Ledger
    rows: pa.Table
    source: str
    totals: dict[str, str]
    unit: str | None = None
    notes: tuple[Sentence, ...] = ()
    assignments: pa.Table | None = field(default=None)
    reaches: date | None = None


def parcel(packed: Packed, *, name: str, sha256: str, content: bytes) -> Parcel:
    """Make the parcel for the store."""
    ledger, table = packed.ledger, packed.ledger.rows.table
    return Parcel(
        file_name=name,
        sha256=sha256,
        content=content,
        sheet=table.sheet.name,
        kind=table.kind.name,  # type: ignore[arg-type]  # the same five names
        source=packed.source,
        rows=packed.rows,
        table_no=table.table_no,
        layout=table.layout,
        header_row=table.top.header_row,
        mapping={table.top.columns[i].name: name for name, i in table.fields.items()}
        | {table.top.columns[place].name: table.figure for place in table.figures},
        unit=packed.unit,
        rows_read=len(ledger.rows),
        rows_loaded=ledger.loaded,
        rows_rejected=ledger.rejected,
        rows_ignored=ledger.left_out,
        reaches=packed.reaches,
        assignments=packed.assignments,
        rejected=problems(ledger),
        totals=packed.totals,
    )


def stored_rows(
    rows: Rows, columns: dict[str, pa.Array], keep: Mask, source_column: str | None
) -> pa.Table:
    """Keep the loaded rows of columns, and say where each came from."""
    said = {"source_row": rows.source_row, **columns}
    table = pa.table(said)
    table = table if keep.all() else table.filter(pa.array(keep))
    if source_column is None:
        return table
    return table.append_column("source_column", pa.repeat(source_column, len(table)))


def texts_of(columns: TypedFields, names: Sequence[str]) -> dict[str, pa.Array]:
    """Give the values of those fields that the sheet has."""
    return {name: columns[name].values for name in names if name in columns}


def fingerprint(rows: Rows) -> str:
    """Name the source of a sheet by its headers, in whatever order."""
    keys = sorted(column.header.key for column in rows.table.top.columns if column.header.key)
    return hashlib.sha1("\x1f".join(keys).encode(), usedforsecurity=False).hexdigest()
