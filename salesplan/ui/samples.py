"""The sample company, loaded in the background through the importer, like any other files."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from salesplan import sample
from salesplan.intake import examine
from salesplan.store import Store
from salesplan.ui.jobs import Job, Step, Tell, worker

_KEY = "sample"


def load(store: Store, language: str, today: date) -> None:
    """Write the sample company's workbooks and load them; while that runs it is one job."""

    def work(tell: Tell) -> None:
        tell(Step("write"))
        with TemporaryDirectory(prefix="salesplan-") as folder:
            files = sample.write(Path(folder), language=language, today=today)
            for done, file in enumerate(files):
                tell(Step("load", done, len(files)))
                _load(store, file)

    worker.submit(_KEY, work)


def under_way() -> Job | None:
    """Give the job while it runs, or when it failed."""
    job = worker.find(_KEY)
    return job if job and (job.running or job.error) else None


def _load(store: Store, file: Path) -> None:
    """Load every sheet of a file; a revision takes the place of what it revises."""
    for draft in examine(file.name, file.read_bytes()).tables:
        if draft.parcel:
            store.load(replace(draft.parcel, on_overlap="replace", loaded_by=_KEY))
