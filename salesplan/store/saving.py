"""Keeping the settings: each change is a new row, nothing is overwritten."""

from datetime import UTC, datetime

import duckdb

from salesplan.settings import Settings, to_pairs
from salesplan.store import reading
from salesplan.store.refresh import refresh_all, refresh_settings
from salesplan.store.sql import run
from salesplan.store.transaction import raise_version


def rebuild(cursor: duckdb.DuckDBPyConnection) -> None:
    """Derive everything anew from the loaded batches."""
    raise_version(cursor)
    refresh_all(cursor, reading.settings(cursor))


def save_settings(cursor: duckdb.DuckDBPyConnection, settings: Settings, by: str) -> None:
    """Keep what is new in settings, and bring up to date what they decide."""
    raise_version(cursor)
    before = to_pairs(reading.settings(cursor))
    now = datetime.now(UTC).replace(tzinfo=None)
    for key, value in to_pairs(settings).items():
        if value != before[key]:
            run(cursor, "save/setting", key=key, value=value, set_at=now, set_by=by)
    refresh_settings(cursor, settings)
