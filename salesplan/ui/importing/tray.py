"""The tray: files that were received and wait for answers or for loading.

It belongs to the process, not to a session: who closes the page and opens it again finds the files
as they were. It lets go of a file's bytes as soon as its sheets are loaded, or when
nobody looked at it for an hour.
"""

import hashlib
import time
from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from salesplan.intake import Answers, Draft, Examined, examine
from salesplan.store import OnOverlap, Parcel, Receipt, Store
from salesplan.text import Sentence
from salesplan.ui.jobs import Job, Step, Tell, worker

_KEPT = 3600.0
Place = tuple[str, int]


@dataclass
class Sheet:
    """One sheet of a file: what was read, and its way into the store."""

    draft: Draft
    loading: Job | None = None
    # What stays to be said when the rows themselves are let go.
    rows: int = 0
    rejected: int = 0

    @classmethod
    def of(cls, draft: Draft) -> "Sheet":
        """Take a sheet as it was read."""
        parcel = draft.parcel
        return cls(
            draft, None, parcel.rows_loaded if parcel else 0, parcel.rows_rejected if parcel else 0
        )

    @property
    def receipt(self) -> Receipt | None:
        """Give the answer of the store, once there is one."""
        result = self.loading.result if self.loading else None
        return result if isinstance(result, Receipt) else None

    @property
    def settled(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.receipt is not None and self.receipt.status != "needs_answer"

    @property
    def ready(self) -> bool:
        """Tell whether it can be loaded now."""
        return self.draft.parcel is not None and self.loading is None


@dataclass
class Upload:
    """One file: its bytes while they are needed, the answers given, and its sheets."""

    name: str
    sha256: str
    data: bytes = field(repr=False)
    answers: dict[str | None, Answers] = field(default_factory=dict)
    sheets: dict[Place, Sheet] = field(default_factory=dict)
    refused: Sentence | None = None
    examining: Job | None = None
    # How often it was read: part of every widget's key, so that a new reading gets new widgets.
    rounds: int = 0
    seen: float = field(default_factory=time.monotonic)

    @property
    def jobs(self) -> list[Job]:
        """List what was asked of the worker."""
        asked = [self.examining, *(sheet.loading for sheet in self.sheets.values())]
        return [job for job in asked if job]

    @property
    def busy(self) -> bool:
        """Tell whether something is under way."""
        return any(job.running for job in self.jobs)

    @property
    def ready(self) -> list[Place]:
        """List the sheets that can be loaded now."""
        return [] if self.busy else [place for place, one in self.sheets.items() if one.ready]

    @property
    def done(self) -> bool:
        """Tell whether at least one sheet is loaded and none waits."""
        active = [one for one in self.sheets.values() if one.draft.status != "skipped"]
        return bool(active) and all(one.settled for one in active)


_uploads: dict[str, Upload] = {}


def receive(name: str, data: bytes) -> Upload:
    """Take a file and start to read it; the same bytes again are the same file."""
    sha256 = hashlib.sha256(data).hexdigest()
    upload = _uploads.get(sha256)
    if upload is None or not upload.data:
        upload = _uploads[sha256] = Upload(name, sha256, data)
        _examine(upload, None, Answers())
    return upload


def uploads() -> list[Upload]:
    """List the files in the tray, for somebody who looks at them."""
    tidy()
    found = list(_uploads.values())
    for upload in found:
        upload.seen = time.monotonic()
    return found


def tidy() -> None:
    """Let go of the files that nobody looked at for an hour; the server asks for it by itself."""
    now = time.monotonic()
    for upload in list(_uploads.values()):
        if now - upload.seen > _KEPT and not upload.busy:
            drop(upload)


def drop(upload: Upload) -> None:
    """Take a file out of the tray."""
    _uploads.pop(upload.sha256, None)


def answer(upload: Upload, sheet: str, **changes: object) -> None:
    """Add an answer about one sheet and read that sheet again with it."""
    given = upload.answers.get(sheet, Answers(sheet=sheet))
    _examine(upload, sheet, replace(given, **changes))  # type: ignore[arg-type] # the fields' values


def mapping(upload: Upload, sheet: str) -> dict[str, str]:
    """Give the columns of a sheet whose meaning was corrected so far."""
    given = upload.answers.get(sheet)
    return dict(given.mapping) if given else {}


def load(upload: Upload, place: Place, store: Store, on_overlap: OnOverlap | None = None) -> None:
    """Load one sheet in the background; asked again while that runs, it is the same job."""
    sheet, parcel = upload.sheets[place], upload.sheets[place].draft.parcel
    if parcel is None:
        return
    asked = replace(parcel, on_overlap=on_overlap)

    def work(tell: Tell) -> Receipt:
        tell(Step("load"))
        receipt = store.load(asked)
        if receipt.status != "needs_answer":
            _let_go(upload, place)
        return receipt

    sheet.loading = worker.submit(_key(asked), work)


def _key(parcel: Parcel) -> Hashable:
    mapping = tuple(sorted(parcel.mapping.items()))
    place = (parcel.sha256, parcel.sheet, parcel.table_no, parcel.kind)
    return ("load", *place, parcel.unit, mapping, parcel.on_overlap)


def _examine(upload: Upload, sheet: str | None, answers: Answers) -> None:
    upload.answers[sheet] = answers
    upload.rounds += 1

    def work(tell: Tell) -> None:
        found = examine(upload.name, upload.data, answers, progress=lambda name: tell(Step(name)))
        _take(upload, sheet, found)

    upload.examining = worker.submit(("examine", upload.sha256, sheet, repr(answers)), work)


def _take(upload: Upload, sheet: str | None, found: Examined) -> None:
    """Put what was read in the place of what was there."""
    upload.refused = found.reason if found.status == "refused" else None
    kept = {place: one for place, one in upload.sheets.items() if place[0] != sheet and sheet}
    read = {
        (draft.sheet, draft.table_no): Sheet.of(draft)
        for draft in found.tables
        if sheet in (None, draft.sheet)
    }
    places = [*dict.fromkeys([*upload.sheets, *read])]
    both = kept | read
    upload.sheets = {place: both[place] for place in places if place in both}


def _let_go(upload: Upload, place: Place) -> None:
    """Drop the rows of a sheet that is loaded, and the bytes with the last of them."""
    sheet = upload.sheets[place]
    sheet.draft = replace(sheet.draft, parcel=None)
    if not any(one.draft.parcel or one.draft.question for one in upload.sheets.values()):
        upload.data = b""
