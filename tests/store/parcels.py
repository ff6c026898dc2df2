"""Parcels written as lines of text, and the whole content of a store as values."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pyarrow as pa

from salesplan.periods import add_months, parse_period
from salesplan.store import Kind, Parcel, Store
from salesplan.store.sql import text

MONEY = pa.decimal128(18, 4)
TYPES = {
    "source_row": pa.int32(),
    "amount": MONEY,
    "value": MONEY,
    "cost": MONEY,
    "quantity": MONEY,
    "score": pa.decimal128(9, 4),
}
DERIVED = ("calendar", "rep", "assignment", "day", "month", "first_sale", "target_month")
FACTS = ("sale", "target", "survey", "rep", "rep_assignment", "customer")


def parcel(
    kind: Kind, rows: Sequence[dict[str, object]], *, file: str = "a", source: str = "s", **more
) -> Parcel:
    """A parcel of these rows, numbered as a sheet with one header row numbers them."""
    counts = {"rows_read": len(rows), "rows_loaded": len(rows)}
    return Parcel(
        file_name=f"{file}.xlsx",
        sha256=sha256(file.encode()).hexdigest(),
        content=file.encode(),
        sheet="Sheet1",
        kind=kind,
        source=source,
        rows=table(rows),
        **(counts | more),
    )


def table(rows: Sequence[dict[str, object]]) -> pa.Table:
    """Rows as an Arrow table with the store's types."""
    numbered = [{"source_row": number, **row} for number, row in enumerate(rows, start=2)]
    names = list(dict.fromkeys(name for row in numbered for name in row))
    return pa.table(
        {
            name: pa.array([row.get(name) for row in numbered], type_of(name, numbered))
            for name in names
        }
    )


def type_of(name: str, rows: Sequence[dict[str, object]]) -> pa.DataType:
    """The store's type of a column: money and dates are told by name and value, else text."""
    dated = any(isinstance(row.get(name), date) for row in rows)
    return TYPES.get(name, pa.date32() if dated else pa.string())


def sales(*lines: str, **more) -> Parcel:
    """Sales from lines like "Ann 2026-07-03 90", and a customer where a fourth word names one."""
    return parcel("sales", [sale(*line.split()) for line in lines], **more)


def sale(rep: str, day: str, amount: str, customer: str | None = None) -> dict[str, object]:
    """One sale; a rep of "-" is nobody."""
    return {
        "rep": None if rep == "-" else rep,
        "sold_on": date.fromisoformat(day),
        "amount": Decimal(amount),
        "customer": customer,
    }


def targets(*lines: str, level: str = "rep", metric: str = "sales", **more) -> Parcel:
    """Targets from lines like "Ann 2026-Q3 300"; a member of "-" is the whole company."""
    rows = [target(*line.split(), level=level, metric=metric) for line in lines]
    return parcel("targets", rows, source=f"{metric}/{level}/{rows[0]['grain']}", **more)


def target(member: str, code: str, value: str, *, level: str, metric: str) -> dict[str, object]:
    """One target of a member for a period like 2026, 2026-Q3 or 2026-07."""
    period = parse_period(code)
    grains = {1: "month", 3: "quarter", 12: "year"}
    whole = {grains[n] for n in grains if period.end == add_months(period.start, n)}
    grain = "month" if period.days in {30, 31} else next(iter(whole), "week")
    return {
        "metric": metric,
        "grain": "day" if period.days == 1 else grain,
        "starts_on": period.start,
        "ends_on": period.end,
        "level": level,
        "value": Decimal(value),
    } | ({} if member == "-" else {level: member})


def reps(*lines: str, assignments: Sequence[str] = (), **more) -> Parcel:
    """Reps from lines like "R1 Ann Red East"; assignments like "Ann Red East 2026-01-01 -"."""
    rows = [
        dict(zip(("id", "name", "team", "region"), words(line), strict=False)) for line in lines
    ]
    dated = table([assignment(*line.split()) for line in assignments]) if assignments else None
    return parcel("reps", rows, assignments=dated, **more)


def words(line: str) -> list[str | None]:
    """The words of a line; "-" is a blank."""
    return [None if word == "-" else word for word in line.split()]


def assignment(rep: str, team: str, region: str, start: str, end: str) -> dict[str, object]:
    """One rep in one team for a time; "-" is a blank."""
    blank = {"-": None}
    return {
        "rep": rep,
        "team": blank.get(team, team),
        "region": blank.get(region, region),
        "valid_from": None if start == "-" else date.fromisoformat(start),
        "valid_until": None if end == "-" else date.fromisoformat(end),
    }


def customers(*lines: str, **more) -> Parcel:
    """Customers from lines like "C1 Acme 2025-03-01"; "-" is a blank."""
    rows = [dict(zip(("id", "name", "first_order_on"), words(line), strict=True)) for line in lines]
    dated = [{**row, "first_order_on": day_of(row["first_order_on"])} for row in rows]
    return parcel("customers", dated, **more)


def day_of(text: str | None) -> date | None:
    """A day from its text."""
    return None if text is None else date.fromisoformat(text)


def answers(*lines: str, **more) -> Parcel:
    """Answers from lines like "Ann 2026-07-03 4.5"."""
    found = [line.split() for line in lines]
    rows = [
        {"rep": rep, "answered_on": date.fromisoformat(day), "score": Decimal(score)}
        for rep, day, score in found
    ]
    return parcel("satisfaction", [{**row, "kind": "csat"} for row in rows], **more)


def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that is loaded and all that is derived, batches told by their file and not by number."""
    found = {name: derived(store, name) for name in DERIVED}
    found |= {name: facts(store, name) for name in FACTS}
    found["liveness"] = store.rows(
        "select b.file_name, b.sheet, m.* exclude (batch_id) from imported.batch_month m"
        " join imported.batch b on b.id = m.batch_id where b.status = 'loaded' order by all"
    )
    return found


def derived(store: Store, name: str) -> list[tuple[object, ...]]:
    """The rows of a derived table in a fixed order."""
    return store.rows("from query_table($table) order by all", table=f"derived.{name}")


def facts(store: Store, name: str) -> list[tuple[object, ...]]:
    """The rows of an imported table in a fixed order."""
    return store.rows(
        "select b.file_name, b.sheet, f.* exclude (batch_id) from query_table($table) f"
        " join imported.batch b on b.id = f.batch_id order by all",
        table=f"imported.{name}",
    )


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, history included."""
    names = store.rows(text("backup/tables"))
    return {
        name: store.rows("from query_table($table) order by all", table=name) for (name,) in names
    }
