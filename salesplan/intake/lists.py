"""Lists of reps and of customers to what is stored of them."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.check import TypedFields, account, faults, typed
from salesplan.intake.kinds import CUSTOMERS, REPS, Kind
from salesplan.intake.ledger import Fault, Ledger
from salesplan.intake.notes import emptied, left_out
from salesplan.intake.packed import Packed, fingerprint, stored_rows
from salesplan.intake.rows import Rows
from salesplan.intake.table import Unclear
from salesplan.text import Sentence

_REP = ("id", "name", "team", "region", "manager", "role", "level", "hired_on", "left_on", "email")
_ASSIGNED = ("team", "region", "manager", "valid_from", "valid_until")


def pack_reps(rows: Rows) -> Packed | Unclear:
    """Shape a list of reps; dated rows are their assignments, the latest says what they are now."""
    read = _read(rows, REPS)
    if isinstance(read, Unclear):
        return read
    columns, ledger = read
    stored = {name: columns[name].values for name in _REP if name in columns}
    table = stored_rows(rows, stored, ledger.open, None)
    table = _latest(table, columns, ledger)
    dated = {"valid_from", "valid_until"} & set(columns)
    assignments = _assignments(rows, columns, ledger) if dated else None
    notes = (*emptied(ledger, columns), *left_out(ledger))
    return Packed(ledger, table, fingerprint(rows), {}, notes=notes, assignments=assignments)


def pack_customers(rows: Rows) -> Packed | Unclear:
    """Shape a list of customers."""
    read = _read(rows, CUSTOMERS)
    if isinstance(read, Unclear):
        return read
    columns, ledger = read
    stored = {name: column.values for name, column in columns.items()}
    table = stored_rows(rows, stored, ledger.open, None)
    notes = (*emptied(ledger, columns), *left_out(ledger))
    return Packed(ledger, table, fingerprint(rows), {}, notes=notes)


def _read(rows: Rows, kind: Kind) -> tuple[TypedFields, Ledger] | Unclear:
    if "name" not in rows.table.fields:
        field = Sentence("intake.field_name")
        return Unclear(Sentence("intake.which_column", {"field": field}), "kind", rows.table.top)
    columns = typed(rows, kind.fields)
    return columns, account(rows, [*faults(rows, columns, kind.fields), *_backwards(rows, columns)])


def _backwards(rows: Rows, columns: TypedFields) -> list[Fault]:
    """Find stretches that end before they begin."""
    found = []
    for first, last in (("valid_from", "valid_until"), ("hired_on", "left_on")):
        if first in columns and last in columns:
            wrong = pc.less(columns[last].values, columns[first].values)
            mask = np.asarray(pc.fill_null(wrong, False))  # noqa: FBT003
            found.append(Fault(rows.table.fields[last], mask, lambda _: "ends_before"))
    return found


def _assignments(rows: Rows, columns: TypedFields, ledger: Ledger) -> pa.Table:
    """Give a row a stretch of time; "until 31 March" ends outside, on 1 April."""
    stored = {name: columns[name].values for name in _ASSIGNED if name in columns}
    if "valid_until" in stored:
        stored["valid_until"] = _next_day(stored["valid_until"])
    names = columns["name"].values
    ids = columns["id"].values if "id" in columns else names
    rep = pc.coalesce(ids, names)
    return stored_rows(rows, {"rep": rep, **stored}, ledger.open, None)


def _next_day(days: pa.Array) -> pa.Array:
    return pc.add(days.cast(pa.int32()), pa.scalar(1, pa.int32())).cast(pa.date32())


def _latest(table: pa.Table, columns: TypedFields, ledger: Ledger) -> pa.Table:
    """Keep one row a rep: the one that is valid from the latest day, the lower one where equal."""
    if "valid_from" not in columns or not len(table):
        return table
    began = columns["valid_from"].values.filter(pa.array(ledger.open)).to_pylist()
    names = table["name"].to_pylist()
    ids = table["id"].to_pylist() if "id" in table.column_names else names
    best: dict[object, tuple[object, int]] = {}
    for place, (rep, name, day) in enumerate(zip(ids, names, began, strict=True)):
        found = (str(day or ""), place)
        key = rep or name
        best[key] = max(best.get(key, ("", -1)), found)
    return table.take(pa.array(sorted(place for _, place in best.values())))
