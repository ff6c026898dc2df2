"""What intake gives back: the file as examined, a draft a table; and the answers it takes."""

from dataclasses import dataclass, field
from typing import Literal

from salesplan.intake.dates import Order
from salesplan.periods import Period
from salesplan.store.parcel import Parcel
from salesplan.text import Sentence

Question = Literal["kind", "unit", "date_order", "period", "amount"]
Status = Literal["ready", "needs_answer", "skipped"]


@dataclass(frozen=True)
class Answers:
    """What a person has said about a file; `mapping` gives "" for a column to leave out."""

    kind: str | None = None
    sheet: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    unit: str | None = None
    date_order: Order | None = None
    period: Period | None = None


@dataclass(frozen=True)
class Heading:
    """One column of a sheet and the field it was taken for."""

    header: str
    field: str | None
    samples: tuple[str, ...] = ()
    note: Sentence | None = None


@dataclass(frozen=True)
class Draft:
    """One table of one sheet: ready to load, waiting for an answer, or left out, and why."""

    sheet: str
    kind: str | None
    status: Status
    reason: Sentence | None = None
    question: Question | None = None
    table_no: int = 1
    header_row: int = 1
    layout: str = "long"
    columns: tuple[Heading, ...] = ()
    unit: str | None = None
    notes: tuple[Sentence, ...] = ()
    parcel: Parcel | None = None


@dataclass(frozen=True)
class Examined:
    """A file: read, or refused with the reason."""

    file: str
    sha256: str
    status: Literal["read", "refused"]
    reason: Sentence | None = None
    tables: tuple[Draft, ...] = ()
