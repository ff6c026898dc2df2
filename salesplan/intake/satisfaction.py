"""Answers about satisfaction to what is stored of them."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa

from salesplan.intake import coverage, hints, years
from salesplan.intake.check import account, faults, typed
from salesplan.intake.kinds import SATISFACTION
from salesplan.intake.ledger import Fault, Ledger
from salesplan.intake.notes import emptied, left_out
from salesplan.intake.packed import Packed, fingerprint, stored_rows, texts_of
from salesplan.intake.rows import Rows
from salesplan.intake.scores import Scale, scores
from salesplan.intake.table import Unclear
from salesplan.intake.totals import written
from salesplan.intake.typed import Mask, Typed
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


@dataclass(frozen=True)
class Question:
    """A column of scores; `only` where the sheet has no other."""

    place: int
    name: str
    kind: str
    scores: Typed
    scale: Scale
    only: bool


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
    questions = [_question(rows, place) for place in _places(rows)]
    ledger = account(rows, [*faults(rows, columns, _FIELDS), *_wrong(questions)])
    kept = texts_of(columns, ("answered_on", *_TEXTS))
    tables = [_stored(rows, kept, question, ledger) for question in questions]
    table = pa.concat_tables(tables)
    scales = (_on_scale(question) for question in questions)
    notes = (*scales, *emptied(ledger, columns), *left_out(ledger))
    reaches = coverage.last_day(
        rows, "answered_on", days=columns["answered_on"], keep=ledger.open, period=period
    )
    count = {"answers": str(len(table))}
    return Packed(ledger, table, fingerprint(rows), count, notes=notes, reaches=reaches)


def _places(rows: Rows) -> list[int]:
    """Give the places of the columns of scores."""
    return [rows.table.fields["score"], *rows.table.further]


def _question(rows: Rows, place: int) -> Question:
    """Read one column of scores on its own scale."""
    heading = rows.table.top.columns[place]
    kind = _kind(heading.name)
    found, scale = scores(rows.columns[place], heading.header, nps=kind == "nps")
    return Question(place, heading.name, kind, found, scale, only=not rows.table.further)


def _stored(rows: Rows, kept: dict[str, pa.Array], question: Question, ledger: Ledger) -> pa.Table:
    """Give a row for each answer to one question."""
    scores, size = question.scores.values, len(rows)
    columns = {
        **kept,
        **({} if question.only else {"question": pa.repeat(question.name, size)}),
        "kind": pa.repeat(question.kind, size),
        "score": scores,
        "scale_min": pa.repeat(pa.scalar(question.scale.low, scores.type), size),
        "scale_max": pa.repeat(pa.scalar(question.scale.high, scores.type), size),
    }
    answered = ledger.open & np.asarray(scores.is_valid())
    return stored_rows(rows, columns, answered, question.name)


def _wrong(questions: list[Question]) -> list[Fault]:
    """Find scores that cannot be read, and rows without any."""
    silent: Mask = np.logical_and.reduce(
        [np.asarray(one.scores.values.is_null()) & ~one.scores.bad for one in questions]
    )
    unread = [Fault(one.place, one.scores.bad, lambda _: "not_a_score") for one in questions]
    return [*unread, Fault(questions[0].place, silent, lambda _: "missing")]


def _kind(name: str) -> str:
    """Name the kind of question that a header asks."""
    return next((kind for word, kind in _KINDS.items() if hints.says(name, word)), "csat")


def _on_scale(question: Question) -> Sentence:
    scale = question.scale
    low, high = written(Decimal(scale.low)), written(Decimal(scale.high))
    return Sentence("intake.scale", {"column": question.name, "low": low, "high": high})


def _ask(field: str, rows: Rows) -> Unclear:
    blanks: dict[str, object] = {"field": Sentence(f"intake.field_{field}")}
    return Unclear(Sentence("intake.which_column", blanks), "kind", rows.table.top)
