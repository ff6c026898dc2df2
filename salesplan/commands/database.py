"""Opening the database that a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from salesplan.errors import NoDatabase
from salesplan.store import Store


@contextmanager
def opened(path: str) -> Iterator[Store]:
    """Open a database for a while, making it where there is none."""
    store = Store.open(path)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def to_read(path: str) -> Iterator[Store]:
    """Open a database to look at; where there is none, an empty one that leaves no file."""
    with opened(path if Path(path).exists() else ":memory:") as store:
        yield store


def existing(path: str) -> Path:
    """Give the path of a database that is there, or say that it is not."""
    if not Path(path).exists():
        raise NoDatabase(file=path)
    return Path(path)
