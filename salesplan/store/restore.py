"""Putting a backup in the place of the database: checked first, and taken back if it fails."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from salesplan.errors import BackupDamaged, DatabaseDamaged, NoSuchFile, WouldOverwrite
from salesplan.store.connection import connect
from salesplan.text import Sentence

Check = Callable[[Path], list[Sentence]]


def restore(source: Path, target: Path, *, check: Check, force: bool = False) -> None:
    """Put a backup in the place of a closed database, which stays beside it as .before-restore."""
    if not source.is_file():
        raise NoSuchFile(file=source)
    if target.exists() and not force:
        raise WouldOverwrite(file=target)
    draft = target.with_name(f"{target.name}.restoring")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        _copy(source, draft)
        _require_whole(check, draft, source)
        _settle(target)
        _exchange(draft, target, check)
    finally:
        for left in (draft, log_of(draft)):
            left.unlink(missing_ok=True)


def log_of(path: Path) -> Path:
    """Name the write-ahead log of a database."""
    return path.with_name(f"{path.name}.wal")


def _copy(source: Path, target: Path) -> None:
    """Copy a database with its log, where there is one."""
    for file, copy in ((source, target), (log_of(source), log_of(target))):
        copy.unlink(missing_ok=True)
        if file.exists():
            shutil.copyfile(file, copy)
            copy.chmod(0o600)


def _require_whole(check: Check, path: Path, source: Path) -> None:
    """Open a copy, bringing it up to date, and raise unless nothing is wrong with it."""
    try:
        wrong = check(path)
    except DatabaseDamaged as error:
        raise BackupDamaged(file=source) from error
    if wrong:
        raise BackupDamaged(file=source)


def _settle(target: Path) -> None:
    """Make sure that nobody has the database open, and that its log is in its file."""
    if target.exists():
        try:
            with closing(connect(str(target))):
                pass
        except DatabaseDamaged:
            return  # a damaged database is what a restore is for


def _exchange(draft: Path, target: Path, check: Check) -> None:
    """Put the new database in the place of the old one; on any failure, the old one again."""
    pairs = [(file, _kept(file)) for file in (log_of(target), target)]
    for file, kept in pairs:
        kept.unlink(missing_ok=True)
        if file.exists():
            file.rename(kept)
    try:
        draft.rename(target)
        _require_whole(check, target, target)
    except BaseException:
        for file, kept in pairs:
            file.unlink(missing_ok=True)
            if kept.exists():
                kept.rename(file)
        raise


def _kept(file: Path) -> Path:
    return file.with_name(f"{file.name}.before-restore")
