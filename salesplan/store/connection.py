"""Opening the database file, and locking it down."""

import os
import tempfile
from pathlib import Path
from typing import Final

import duckdb

from salesplan.store.faults import MEMORY, backup_directory, explained

_CONFIG: Final[dict[str, str | bool | int | float | list[str]]] = {
    # A file that DuckDB 1.5 can open too.
    "storage_compatibility_version": "v1.5.0",
    "memory_limit": "1GB",
    "threads": 2,
    # Milliseconds for one statement; it bounds loads and backups too.
    "max_execution_time": 600_000,
    # A name in SQL never means a variable of the program.
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def connect(path: str, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a database, locked down; a new file is for its owner's eyes only."""
    spill = Path(tempfile.gettempdir()) if path == MEMORY else Path(path).parent / "tmp"
    new = path != MEMORY and not Path(path).exists()
    with explained(path):
        config = {**_CONFIG, "temp_directory": str(spill)}
        connection = duckdb.connect(path, read_only=read_only, config=config)
        try:
            _lock_down(connection, path)
        except duckdb.Error:
            connection.close()
            raise
    if new:
        Path(path).chmod(0o600)
    return connection


def _lock_down(connection: duckdb.DuckDBPyConnection, path: str) -> None:
    """Forbid files, extensions and changes of these settings, for good."""
    if connection.execute("select current_setting('lock_configuration')").fetchall() == [(True,)]:
        return  # another store of this process has done so
    directory = f"{backup_directory(path)}{os.sep}".replace("'", "''")
    connection.execute(f"set allowed_directories = ['{directory}']")
    connection.execute("set global TimeZone = 'UTC'")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
