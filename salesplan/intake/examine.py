"""A file to drafts: read, recognise, type, check. Never touches the store."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

from salesplan.errors import SalesplanError
from salesplan.intake import lists, order, sales, satisfaction, targets
from salesplan.intake.copies import without_copies
from salesplan.intake.drafting import ready, unclear
from salesplan.intake.drafts import Answers, Draft, Examined
from salesplan.intake.late import with_late_days
from salesplan.intake.packed import Packed
from salesplan.intake.read import SheetData, sheets
from salesplan.intake.recognise import recognise
from salesplan.intake.rows import Rows, rows_of
from salesplan.intake.summaries import without_summaries
from salesplan.intake.table import Found, Table, Unclear
from salesplan.text import Sentence

_log = logging.getLogger("salesplan")

Progress = Callable[[str], None]

_MANY = 1_000  # rejected rows and none loaded: a column was mistaken

_PACK: dict[str, Callable[[Rows], Packed | Unclear]] = {
    "sales": sales.pack,
    "targets": targets.pack,
    "reps": lists.pack_reps,
    "customers": lists.pack_customers,
    "satisfaction": satisfaction.pack,
}


def examine(
    name: str, data: bytes, answers: Answers | None = None, progress: Progress = lambda _: None
) -> Examined:
    """Read a file and say of each sheet what it is; ready drafts carry what to load."""
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        found = sheets(name, data, progress)
        progress("check")
        drafts = draft_all(found, answers or Answers(), name=name, sha256=sha256, content=data)
    except SalesplanError as error:
        reason = Sentence(f"errors.{error.key}", dict(error.values))
        return Examined(name, sha256, "refused", reason)
    except Exception:  # noqa: BLE001  # the edge of one file: the others go on
        _log.exception("%s could not be examined", name)
        return Examined(name, sha256, "refused", Sentence("intake.unforeseen", {"name": name}))
    return Examined(name, sha256, "read", tables=tuple(drafts))


def draft_all(
    found: Sequence[SheetData], answers: Answers, *, name: str, sha256: str, content: bytes
) -> list[Draft]:
    """Draft every table of every sheet, in the order of the file."""
    known = [(sheet, _recognised(sheet, PurePath(name).stem, answers)) for sheet in found]
    tables = [table for _, one in known if isinstance(one, tuple) for table in one]
    read = iter(with_late_days(without_copies(without_summaries(_read(tables, answers)))))
    drafts = []
    for sheet, one in known:
        if isinstance(one, Unclear):
            drafts.append(unclear(sheet.name, one))
            continue
        for table, packed in (next(read) for _ in one):
            if isinstance(packed, Unclear):
                drafts.append(unclear(sheet.name, packed, table))
            else:
                drafts.append(ready(table, packed, name=name, sha256=sha256, content=content))
    return drafts


def _recognised(sheet: SheetData, file: str, answers: Answers) -> Found:
    """Recognise a sheet that is wanted."""
    if answers.sheet not in (None, sheet.name):
        return Unclear(Sentence("intake.not_chosen"))
    if not sheet.visible and answers.sheet is None:
        return Unclear(Sentence("intake.hidden"))
    if not sheet.grid:
        return Unclear(Sentence("intake.empty"))
    return recognise(sheet, file, answers)


def _read(tables: Sequence[Table], answers: Answers) -> list[tuple[Table, Packed | Unclear]]:
    """Read the rows of every table in the one order of days that the file proves."""
    rows = [rows_of(table, answers) for table in tables]
    proof = order.evidence(rows)
    return [(one.table, _packed(replace(one, order=proof.order), proof)) for one in rows]


def _packed(rows: Rows, proof: order.Evidence) -> Packed | Unclear:
    """Shape the rows of one table, unless something has to be asked or nothing is there."""
    top = rows.table.top
    if proof.asked and order.is_concerned(rows):
        return Unclear(proof.asked, "date_order", top)
    packed = _PACK[rows.table.kind.name](rows)
    if isinstance(packed, Packed) and not packed.ledger.loaded:
        return _nothing(packed) or packed
    return packed


def _nothing(packed: Packed) -> Unclear | None:
    """Say why no row can be loaded; a list of some bad rows says so by itself."""
    ledger, top = packed.ledger, packed.ledger.rows.table.top
    if ledger.rejected > _MANY:
        worst = max(ledger.faults, key=lambda fault: int(fault.mask.sum()))
        column = top.columns[worst.column or 0].name
        blanks: dict[str, object] = {"count": ledger.rejected, "column": column}
        return Unclear(Sentence("intake.nothing_readable", blanks), "kind", top)
    if ledger.rejected:
        return None
    why = "nothing_won" if "not_won" in ledger.ignored else "nothing_left"
    return Unclear(Sentence(f"intake.{why}"), top=top)
