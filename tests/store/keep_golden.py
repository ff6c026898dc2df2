"""Keep a database of a release for ever: `python -m tests.store.keep_golden 0.1.0`."""

import gzip
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from salesplan.settings import Settings
from salesplan.store import Store
from tests.store.parcels import answers, customers, reps, sales, targets

GOLDEN = Path(__file__).parent / "golden"


def fill(store: Store) -> None:
    """Load one batch of each kind, replace one, undo one, change a setting."""
    store.load(sales("Ann 2026-07-03 90.1234 acme", "Bo 2026-08-04 10", file="a"))
    store.load(targets("Ann 2026-Q3 300", file="t"))
    store.load(reps("R1 Ann Red East", assignments=["Ann Red East 2026-01-01 -"], file="r"))
    store.load(customers("C1 acme 2026-01-01", file="c"))
    store.load(answers("Ann 2026-07-03 4.5", file="q"))
    store.load(sales("Ann 2026-08-04 20.50", file="b", on_overlap="replace"))
    store.undo(store.load(sales("Ann 2026-09-01 1", file="u")).batch)
    store.save_settings(Settings(days_off=(date(2026, 7, 1),)), by="lin")


def keep(version: str) -> None:
    """Write the database of a version, packed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.duckdb"
        with closing(Store.open(path)) as store:
            fill(store)
        with gzip.open(GOLDEN / f"{version}.duckdb.gz", "wb") as packed:
            packed.write(path.read_bytes())


if __name__ == "__main__":
    keep(sys.argv[1])
