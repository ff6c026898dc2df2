"""The sample company, loaded in the background through the importer, like any other files."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from salesplan import sample
from salesplan.store import Store
from salesplan.ui.jobs import Job, Step, Tell, worker

# Also the name under which sample.load loads.
_KEY = "sample"
_REMOVE = "remove sample"


def load(store: Store, language: str, today: date) -> None:
    """Write the sample company's workbooks and load them; while that runs it is one job."""

    def work(tell: Tell) -> None:
        tell(Step("write"))
        with TemporaryDirectory(prefix="salesplan-") as folder:
            files = sample.write(Path(folder), language=language, today=today)
            sample.load(store, files, lambda done, of: tell(Step("load", done, of)))

    worker.submit(_KEY, work)


def loaded(store: Store) -> list[int]:
    """List the loads that the sample company is made of, the newest first."""
    batches = store.batches()
    return [one.id for one in batches if one.loaded_by == _KEY and one.status == "loaded"]


def remove(store: Store) -> None:
    """Undo every load of the sample company."""

    def work(tell: Tell) -> None:
        batches = loaded(store)
        for done, batch in enumerate(batches):
            tell(Step("undo", done, len(batches)))
            store.undo(batch)

    worker.submit(_REMOVE, work)


def leaving() -> Job | None:
    """Give the job that removes the sample company, while it runs or when it failed."""
    job = worker.find(_REMOVE)
    return job if job and (job.running or job.error) else None


def under_way() -> Job | None:
    """Give the job while it runs, or when it failed."""
    job = worker.find(_KEY)
    return job if job and (job.running or job.error) else None
