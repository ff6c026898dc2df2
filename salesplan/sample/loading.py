"""Loading the sample company through the importer, like any other files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from salesplan.intake.ahead import examine_all
from salesplan.store import Receipt, Store

Progress = Callable[[int, int], None]
_BY = "sample"


def load(
    store: Store, files: Sequence[Path], progress: Progress = lambda _done, _count: None
) -> list[Receipt]:
    """Load what sample.write wrote, in that order; tell how many files of how many are done.

    A revision takes the place of what it revises, so nothing is asked.
    """
    receipts: list[Receipt] = []
    for done, (_, examined) in enumerate(examine_all(files)):
        progress(done, len(files))
        for draft in examined.tables:
            if draft.parcel:
                parcel = replace(draft.parcel, on_overlap="replace", loaded_by=_BY)
                receipts.append(store.load(parcel))
    progress(len(files), len(files))
    return receipts
