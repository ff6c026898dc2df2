"""What goes into the store and what comes out: parcels, receipts, batches. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

import pyarrow as pa

from salesplan.text import Sentence

Kind = Literal["sales", "targets", "reps", "customers", "satisfaction"]
KINDS: tuple[Kind, ...] = ("sales", "targets", "reps", "customers", "satisfaction")
OnOverlap = Literal["replace", "add", "skip"]


@dataclass(frozen=True)
class Problem:
    """One row that was not loaded, and why."""

    sheet: str
    row: int
    column: str | None
    found: str | None
    reason: Sentence
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Parcel:
    """One sheet of one file, read and checked, ready to load.

    `rows` has the columns of imported.<table> without batch_id and month; missing ones are null.
    `reaches` is the last day that rows speak for which are dated by a month, a quarter or a year.
    """

    file_name: str
    sha256: str
    content: bytes = field(repr=False)
    sheet: str
    kind: Kind
    source: str
    rows: pa.Table = field(repr=False)
    table_no: int = 1
    layout: str = "long"
    header_row: int = 1
    mapping: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    rows_read: int = 0
    rows_loaded: int = 0
    rows_rejected: int = 0
    rows_ignored: int = 0
    reaches: date | None = None
    assignments: pa.Table | None = field(default=None, repr=False)
    rejected: tuple[Problem, ...] = field(default=(), repr=False)
    totals: Mapping[str, str] = field(default_factory=dict)
    on_overlap: OnOverlap | None = None
    loaded_by: str = ""


@dataclass(frozen=True)
class Span:
    """What a parcel brings of one source for one month.

    Its rows lie on the first to the last day; they may speak for days behind the last.
    """

    source: str
    month: date
    first_day: date
    last_day: date
    facts: int = 0
    amount: Decimal | None = None
    reaches: date | None = None

    @property
    def covered_to(self) -> date:
        """The last day that the rows speak for."""
        return max(self.last_day, self.reaches or self.last_day)


@dataclass(frozen=True)
class Overlap:
    """A live month of another file whose days a parcel brings again; first and last of both."""

    month: date
    batch_id: int
    file_name: str
    source: str
    first_day: date
    last_day: date
    facts: int
    amount: Decimal | None
    new_first_day: date
    new_last_day: date
    new_facts: int
    new_amount: Decimal | None


@dataclass(frozen=True)
class Receipt:
    """What became of a change."""

    status: Literal["loaded", "already_loaded", "needs_answer", "skipped", "undone"]
    batch: int | None = None
    overlap: tuple[Overlap, ...] = ()


@dataclass(frozen=True)
class Batch:
    """One load of one sheet, as it is remembered."""

    id: int
    sha256: str
    file_name: str
    sheet: str
    table_no: int
    kind: Kind
    source: str
    layout: str
    header_row: int
    mapping: dict[str, str]
    unit: str | None
    rows_read: int
    rows_loaded: int
    rows_rejected: int
    rows_ignored: int
    facts: int
    period_from: date | None
    period_to: date | None
    totals: dict[str, str]
    on_overlap: OnOverlap | None
    loaded_by: str
    loaded_at: datetime
    status: Literal["loaded", "undone"]
    undone_at: datetime | None
