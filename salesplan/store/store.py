"""The store: open it, ask it, load a parcel, undo a batch."""

import os
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Self

import pyarrow as pa

from salesplan.errors import DatabaseBusy
from salesplan.settings import Settings
from salesplan.store import loading, reading
from salesplan.store.backup import back_up
from salesplan.store.check import check
from salesplan.store.database import Database, is_open
from salesplan.store.faults import MEMORY
from salesplan.store.parcel import Batch, Parcel, Problem, Receipt
from salesplan.store.restore import restore
from salesplan.store.saving import rebuild, save_settings
from salesplan.store.sql import Row
from salesplan.text import Sentence

# A load may need this many times the size of its file on the disk.
_ROOM = 3


class Store:
    """All that is known about the company's sales, in one database."""

    def __init__(self, database: Database) -> None:
        """Hold an open database; use Store.open."""
        self._database = database
        self._settings: tuple[int, Settings] | None = None

    @classmethod
    def open(cls, path: str | Path = MEMORY) -> Self:
        """Open a database, making it where there is none and bringing an old one up to date."""
        return cls(Database(path))

    def close(self) -> None:
        """Close the database; its log is written into the file."""
        self._database.close()

    def query(self, sql: str, /, **values: object) -> pa.Table:
        """Answer a question with a table; values that the SQL does not name are left out."""
        return self._database.ask(lambda cursor: reading.table(cursor, sql, values))

    def rows(self, sql: str, /, **values: object) -> list[Row]:
        """Answer a question with rows; values that the SQL does not name are left out."""
        return self._database.ask(lambda cursor: reading.rows(cursor, sql, values))

    @property
    def version(self) -> int:
        """The number that every change of the data raises: the key of every cache."""
        return self._database.ask(reading.version)

    @property
    def settings(self) -> Settings:
        """How this company counts."""
        version, kept = self.version, self._settings
        if kept is None or kept[0] != version:
            kept = self._settings = (version, self._database.ask(reading.settings))
        return kept[1]

    def save_settings(self, settings: Settings, by: str = "") -> None:
        """Keep settings, and bring up to date what they decide."""
        self._database.change(lambda cursor: save_settings(cursor, settings, by))

    def rebuild(self) -> None:
        """Derive everything anew from the loaded batches."""
        self._database.change(rebuild)

    def load(self, parcel: Parcel) -> Receipt:
        """Load a parcel as one batch: wholly or, with the receipt saying why, not at all."""
        self._database.require_space(_ROOM * len(parcel.content))
        return self._database.change(
            lambda cursor: loading.load(cursor, parcel, reading.settings(cursor))
        )

    def preview(self, parcel: Parcel) -> Receipt:
        """Say what loading a parcel would come to; nothing is stored."""
        return self._database.ask(lambda cursor: loading.preview(cursor, parcel))

    def undo(self, batch_id: int) -> Receipt:
        """Take a batch back as if it had never been loaded."""
        return self._database.change(
            lambda cursor: loading.undo(cursor, batch_id, reading.settings(cursor))
        )

    def batches(self) -> list[Batch]:
        """List all batches, the newest first."""
        return self._database.ask(lambda cursor: reading.batches(cursor, "read/batches"))

    def rejected(self, batch_id: int) -> list[Problem]:
        """List the rows of a batch that were not loaded."""
        return self._database.ask(lambda cursor: reading.rejected(cursor, batch_id))

    def file(self, sha256: str) -> tuple[str, bytes] | None:
        """Give the name and the bytes of a file that was loaded."""
        return self._database.ask(lambda cursor: reading.file(cursor, sha256))

    @property
    def first_day(self) -> date | None:
        """The first day with live sales."""
        return self._database.ask(reading.days)[0]

    @property
    def last_day(self) -> date | None:
        """The last day that live sales speak for: a sale dated by its month, to the month's end."""
        return self._database.ask(reading.days)[1]

    def check(self) -> list[Sentence]:
        """Read everything and say what is wrong; nothing is the good answer."""
        return self._database.ask(check)

    def backup(self, path: str | Path) -> None:
        """Write a copy of this moment into a file: opened and counted before it gets its name."""
        path = Path(path).resolve()
        self._database.ask(lambda cursor: back_up(cursor, self._database.path, path))

    @staticmethod
    def restore(source: str | Path, target: str | Path, *, force: bool = False) -> None:
        """Put a backup in the place of a database that nobody has open."""
        source, target = Path(source).resolve(), Path(target).resolve()
        if is_open(target):
            raise DatabaseBusy(file=target, process=os.getpid())
        restore(source, target, check=_checked, force=force)


def _checked(path: Path) -> list[Sentence]:
    """Open a database, bring it up to date, and say what is wrong with it."""
    with closing(Store.open(path)) as opened:
        return opened.check()
