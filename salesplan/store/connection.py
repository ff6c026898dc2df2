"""Opening the database file: its settings, its locks, and what may be wrong with it."""

import re
import tempfile
from pathlib import Path
from typing import Final

import duckdb

from salesplan.errors import DatabaseBusy, DatabaseDamaged

MEMORY: Final = ":memory:"
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
_PID = re.compile(r"PID (\d+)")


def connect(path: str) -> duckdb.DuckDBPyConnection:
    """Open a database and lock it down: no other file but a backup can be reached from it."""
    connection = _open(path)
    if not connection.execute("select current_setting('lock_configuration')").fetchall()[0][0]:
        _lock_down(connection, path)
    return connection


def backup_directory(path: str) -> Path:
    """Name the one directory that the database may write to besides its own file."""
    if path == MEMORY:
        return Path(tempfile.gettempdir()).resolve() / "salesplan-backups"
    return Path(path).parent / "backups"


def _open(path: str) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path, config={**_CONFIG, "temp_directory": _spill(path)})
    except duckdb.IOException as error:
        if "lock" in str(error):
            found = _PID.search(str(error))
            raise DatabaseBusy(file=path, process=found[1] if found else "?") from error
        raise DatabaseDamaged(file=path, backups=backup_directory(path)) from error
    except duckdb.Error as error:
        raise DatabaseDamaged(file=path, backups=backup_directory(path)) from error


def _spill(path: str) -> str:
    """Name the directory for what does not fit into memory."""
    parent = Path(tempfile.gettempdir()) if path == MEMORY else Path(path).parent / "tmp"
    return str(parent)


def _lock_down(connection: duckdb.DuckDBPyConnection, path: str) -> None:
    """Forbid files, extensions and changes of these settings, for good."""
    directory = f"{backup_directory(path)}/".replace("'", "''")
    connection.execute(f"set allowed_directories = ['{directory}']")
    for setting in (
        "global TimeZone = 'UTC'",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")
