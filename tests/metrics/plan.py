"""A plan: a store that a test fills with lines of text and asks in a line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from salesplan.metrics import answer
from salesplan.periods import Period, parse_period
from salesplan.scope import Scope
from salesplan.store import Kind, Parcel, Store

MONEY, SCORE = pa.decimal128(18, 4), pa.decimal128(9, 4)
DECIMALS = {
    **dict.fromkeys(("amount", "quantity", "cost", "value"), MONEY),
    **dict.fromkeys(("score", "scale_min", "scale_max"), SCORE),
}
DATES = {"sold_on", "answered_on", "first_order_on", "valid_from", "valid_until"}
GRAINS = {1: "month", 3: "quarter", 12: "year"}
Row = dict[str, object]


def read(line: str, *names: str) -> Row:
    """Read "Ann 2026-07-03 90 team=North" into the named words and the pairs; "-" is nothing."""
    words = [word for word in line.split() if "=" not in word]
    pairs = [word.split("=", 1) for word in line.split() if "=" in word]
    row = dict(zip(names, words, strict=True)) | dict(pairs)
    return {name: typed(name, word) for name, word in row.items() if word != "-"}


def typed(name: str, word: str) -> object:
    """Read a word as what its column holds."""
    if name in DECIMALS:
        return Decimal(word)
    return date.fromisoformat(word) if name in DATES else word


def goal(line: str, metric: str) -> Row:
    """Read "Ann 2026-07 100", "team=North 2026-Q3 300" or "company 2026 1200" as a target."""
    row = read(line.replace("company ", "level=company "), *line_names(line))
    period = parse_period(str(row.pop("when")))
    level = next(
        (name for name in ("level", "team", "region", "product", "channel") if name in row), "rep"
    )
    return {
        "metric": metric,
        "grain": grain(period),
        "starts_on": period.start,
        "ends_on": period.end,
        "level": "company" if level == "level" else level,
        **row,
    }


def line_names(line: str) -> tuple[str, ...]:
    """Name the words of a target's line: a rep stands in front, any other member is a pair."""
    bare = [word for word in line.split() if "=" not in word and word != "company"]
    return ("rep", "when", "value")[-len(bare) :]


def grain(period: Period) -> str:
    """Name the grain of a period."""
    months = len(period.months())
    whole = period == Period.of_months(period.start, months)
    return GRAINS[months] if whole else "day" if period.days == 1 else "week"


def table(rows: Sequence[Row]) -> pa.Table:
    """Lay rows out as the columns that any of them names."""
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name) for row in rows] for name in names}
    return pa.table(
        {name: pa.array(values, DECIMALS.get(name)) for name, values in columns.items()}
        | {"source_row": pa.array(range(2, len(rows) + 2), pa.int32())}
    )


class Plan:
    """What a company sold and wanted, in lines."""

    def __init__(self) -> None:
        """Open an empty store."""
        self.store = Store.open()
        self.files = 0

    def load(self, kind: Kind, source: str, rows: Sequence[Row], **more: Any) -> int:
        """Load rows as a file of their own; give the batch."""
        self.files += 1
        receipt = self.store.load(
            Parcel(
                file_name=f"{kind}-{self.files}.xlsx",
                sha256=str(self.files),
                content=b"",
                sheet="Sheet1",
                kind=kind,
                source=source,
                rows=table(rows),
                **{"on_overlap": "add", **more},
            )
        )
        assert receipt.status == "loaded"
        return receipt.batch

    def sales(self, *lines: str, **more: Any) -> int:
        """Load "Ann 2026-07-03 90 product=Pump"."""
        return self.load(
            "sales", "crm", [read(line, "rep", "sold_on", "amount") for line in lines], **more
        )

    def target(self, *lines: str, metric: str = "sales", **more: Any) -> None:
        """Load "Ann 2026-07 100", "team=North 2026-Q3 300" or "company 2026 1200"."""
        for line in lines:
            row = goal(line, metric)
            self.load("targets", f"{metric}/{row['level']}/{row['grain']}", [row], **more)

    def reps(self, *lines: str) -> int:
        """Load "Ann team=North region=East id=007"."""
        return self.load("reps", "staff", [read(line, "name") for line in lines])

    def assign(self, *lines: str) -> int:
        """Load "Ann team=North region=East valid_from=2026-07-01"; valid_until is outside."""
        rows = [read(line, "rep") for line in lines]
        names = [{"name": row["rep"]} for row in rows]
        return self.load("reps", "staff", names, assignments=table(rows))

    def answers(self, *lines: str, kind: str = "csat") -> int:
        """Load "Ann 2026-07-03 5", on a scale from 1 to 5."""
        scale = {"kind": kind, "scale_min": Decimal(1), "scale_max": Decimal(5)}
        rows = [scale | read(line, "rep", "answered_on", "score") for line in lines]
        return self.load("satisfaction", "survey", rows)

    def customers(self, *lines: str) -> int:
        """Load "Acme first_order_on=2020-01-01"."""
        return self.load("customers", "list", [read(line, "name") for line in lines])

    def settings(self, **changed: Any) -> None:
        """Change settings."""
        self.store.save_settings(replace(self.store.settings, **changed))

    def measure(self, name: str, columns: str, by: str | None = None, **scope: str) -> list[Any]:
        """Give the rows of a metric as tuples of the named columns."""
        rows = answer(self.store, name, self.scope(**scope), by).to_pylist()
        return [tuple(row[column] for column in columns.split()) for row in rows]

    def scope(self, period: str = "2026-07", as_of: str = "", **chosen: str) -> Scope:
        """Make a scope; the as-of day is the period's last unless said."""
        days = parse_period(period, self.store.settings.fiscal)
        day = date.fromisoformat(as_of) if as_of else days.last_day
        return Scope(days, day, **{name: (member,) for name, member in chosen.items()})
