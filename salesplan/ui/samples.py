"""The sample company, loaded in the background through the importer, like any other files."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from salesplan import sample
from salesplan.store import Store
from salesplan.ui.jobs import Job, Step, Tell, worker

_KEY = "sample"


def load(store: Store, language: str, today: date) -> None:
    """Write the sample company's workbooks and load them; while that runs it is one job."""

    def work(tell: Tell) -> None:
        tell(Step("write"))
        with TemporaryDirectory(prefix="salesplan-") as folder:
            files = sample.write(Path(folder), language=language, today=today)
            sample.load(store, files, lambda done, of: tell(Step("load", done, of)))

    worker.submit(_KEY, work)


def under_way() -> Job | None:
    """Give the job while it runs, or when it failed."""
    job = worker.find(_KEY)
    return job if job and (job.running or job.error) else None
