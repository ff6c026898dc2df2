"""Answers about satisfaction to what is stored of them."""

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake import hints, years
from salesplan.intake.check import TypedFields, account, faults, typed
from salesplan.intake.kinds import SATISFACTION
from salesplan.intake.ledger import Fault
from salesplan.intake.notes import left_out
from salesplan.intake.packed import Packed, fingerprint, stored_rows, texts_of
from salesplan.intake.rows import Rows
from salesplan.intake.scores import Scale, scores
from salesplan.intake.table import Unclear
from salesplan.intake.totals import written
from salesplan.intake.typed import Typed
from salesplan.text import Sentence

_TEXTS = ("customer", "rep", "team", "region", "product", "question", "comment")
_FIELDS = [field for field in SATISFACTION.fields if field.name not in {"score", "kind"}]
_KINDS = {
    "nps": "nps",
    "净推荐值": "nps",
    "推荐": "nps",
    "recommend": "nps",
    "ces": "ces",
    "费力": "ces",
}


def pack(rows: Rows) -> Packed | Unclear:
    """Type, check and shape a sheet of answers."""
    if "score" not in rows.table.fields:
        return _ask("score", rows)
    columns = typed(rows, _FIELDS)
    period = rows.answers.period or hints.month(rows.table.around)
    if "answered_on" not in columns and period is None:
        return Unclear(Sentence("intake.which_period"), "period", rows.table.top)
    if "answered_on" not in columns and period:
        day = pa.repeat(pa.scalar(period.start, pa.date32()), len(rows))
        columns["answered_on"] = Typed(day, np.zeros(len(rows), np.bool_))
    if years.lacking(rows, "answered_on", columns["answered_on"]):
        return Unclear(Sentence("intake.which_year_of_days"), "period", rows.table.top)
    heading = rows.heading("score")
    kind = _kind(heading.name)
    found, scale = scores(rows.column("score"), heading.header, nps=kind == "nps")
    ledger = account(rows, [*faults(rows, columns, _FIELDS), *_wrong(rows, found)])
    table = stored_rows(rows, _stored(columns, found, scale, kind), ledger.open, heading.name)
    return Packed(
        ledger,
        table,
        fingerprint(rows),
        {"answers": str(len(table))},
        notes=(_on_scale(heading.name, scale), *left_out(ledger)),
    )


def _stored(columns: TypedFields, found: Typed, scale: Scale, kind: str) -> dict[str, pa.Array]:
    size = len(found.values)
    return {
        **texts_of(columns, ("answered_on", *_TEXTS)),
        "kind": pa.repeat(kind, size),
        "score": found.values,
        "scale_min": pa.repeat(pa.scalar(scale.low, found.values.type), size),
        "scale_max": pa.repeat(pa.scalar(scale.high, found.values.type), size),
    }


def _wrong(rows: Rows, found: Typed) -> list[Fault]:
    place = rows.table.fields["score"]
    missing = np.asarray(pc.is_null(found.values)) & ~found.bad
    return [
        Fault(place, found.bad, lambda _: "not_a_score"),
        Fault(place, missing, lambda _: "missing"),
    ]


def _kind(name: str) -> str:
    """Name the kind of question that a header asks."""
    return next((kind for word, kind in _KINDS.items() if hints.says(name, word)), "csat")


def _on_scale(name: str, scale: Scale) -> Sentence:
    low, high = written(Decimal(scale.low)), written(Decimal(scale.high))
    return Sentence("intake.scale", {"column": name, "low": low, "high": high})


def _ask(field: str, rows: Rows) -> Unclear:
    blanks: dict[str, object] = {"field": Sentence(f"intake.field_{field}")}
    return Unclear(Sentence("intake.which_column", blanks), "kind", rows.table.top)
