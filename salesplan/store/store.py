"""The store: open it, ask it, load a parcel, undo a batch. A cursor per call, always."""

import threading
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Self, TypeVar

import duckdb
import pyarrow as pa

from salesplan.settings import Settings
from salesplan.store import loading, reading, saving
from salesplan.store.connection import MEMORY, connect
from salesplan.store.migrate import migrate
from salesplan.store.parcel import Batch, Kind, Overlap, Parcel, Problem, Receipt, Span
from salesplan.store.refresh import refresh_all
from salesplan.store.sql import Row
from salesplan.store.transaction import patiently, transact

Cursor = duckdb.DuckDBPyConnection
T = TypeVar("T")


class Store:
    """One database, open in this process."""

    def __init__(self, path: str) -> None:
        """Open a database that is up to date; use Store.open."""
        self.path = path
        self._connection = connect(path)
        self._writing = threading.Lock()
        self._settings: tuple[int, Settings] | None = None

    @classmethod
    def open(cls, path: str | Path = MEMORY) -> Self:
        """Open a database, making it where there is none and bringing an old one up to date."""
        where = str(path) if str(path) == MEMORY else str(Path(path).resolve())
        if where != MEMORY:
            Path(where).parent.mkdir(parents=True, exist_ok=True)
        store = cls(where)
        if migrate(store._connection):
            store._write(lambda cursor: refresh_all(cursor, reading.settings(cursor)))
        return store

    def close(self) -> None:
        """Close the database; its log is written into the file."""
        self._connection.close()

    def query(self, sql: str, /, **values: object) -> pa.Table:
        """Answer a question with a table; values that the SQL does not name are left out."""
        return self._ask(lambda cursor: reading.table(cursor, sql, values))

    def rows(self, sql: str, /, **values: object) -> list[Row]:
        """Answer a question with rows; values that the SQL does not name are left out."""
        return self._ask(lambda cursor: reading.rows(cursor, sql, values))

    @property
    def version(self) -> int:
        """The number that every change of the data raises: the key of every cache."""
        version: int = self.rows("select n from data_version")[0][0]
        return version

    @property
    def settings(self) -> Settings:
        """How this company counts."""
        version, kept = self.version, self._settings
        if kept is None or kept[0] != version:
            kept = self._settings = (version, self._ask(reading.settings))
        return kept[1]

    def save_settings(self, settings: Settings, by: str = "") -> None:
        """Keep settings, and bring up to date what they decide."""
        self._write(lambda cursor: saving.save_settings(cursor, settings, by))

    def load(self, parcel: Parcel) -> Receipt:
        """Load a parcel as one batch: wholly or, with the receipt saying why, not at all."""
        return self._write(lambda cursor: loading.load(cursor, parcel, reading.settings(cursor)))

    def preview(self, parcel: Parcel) -> Receipt:
        """Say what loading a parcel would come to; nothing is stored."""
        return self._ask(lambda cursor: loading.preview(cursor, parcel))

    def undo(self, batch_id: int) -> Receipt:
        """Take a batch back as if it had never been loaded."""
        return self._write(lambda cursor: loading.undo(cursor, batch_id, reading.settings(cursor)))

    def batches(self) -> list[Batch]:
        """List all batches, the newest first."""
        return self._ask(lambda cursor: reading.batches(cursor, "read/batches"))

    def already(self, sha256: str, sheet: str, table_no: int, kind: Kind) -> Batch | None:
        """Give the batch that a table of a sheet of a file is loaded as, if it is."""
        wanted = {"sha256": sha256, "sheet": sheet, "table_no": table_no, "kind": kind}
        found = self._ask(lambda cursor: reading.batches(cursor, "load/already", **wanted))
        return found[0] if found else None

    def overlap(
        self, kind: Kind, source: str, spans: Sequence[Span], sha256: str
    ) -> tuple[Overlap, ...]:
        """List the live months of other files whose days the spans bring again."""
        return self._ask(lambda cursor: loading.overlaps(cursor, kind, source, spans, sha256))

    def rejected(self, batch_id: int) -> list[Problem]:
        """List the rows of a batch that were not loaded."""
        return self._ask(lambda cursor: reading.rejected(cursor, batch_id))

    def file(self, sha256: str) -> tuple[str, bytes] | None:
        """Give the name and the bytes of a file that was loaded."""
        found = self.rows("select name, content from imported.file where sha256 = $sha", sha=sha256)
        return (found[0][0], found[0][1]) if found else None

    @property
    def first_day(self) -> date | None:
        """The first day with live sales."""
        day: date | None = self.rows("select min(day) from derived.day")[0][0]
        return day

    @property
    def last_day(self) -> date | None:
        """The last day with live sales."""
        day: date | None = self.rows("select max(day) from derived.day")[0][0]
        return day

    def _cursor(self) -> Cursor:
        return self._connection.cursor()

    def _ask(self, question: Callable[[Cursor], T]) -> T:
        """Ask on a cursor of its own."""
        cursor = self._cursor()
        try:
            return question(cursor)
        finally:
            cursor.close()

    def _write(self, work: Callable[[Cursor], Receipt]) -> Receipt:
        """Do work in one transaction of its own; one writer at a time."""
        with self._writing:
            return patiently(lambda: self._ask(lambda cursor: transact(cursor, work)))
