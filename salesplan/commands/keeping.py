"""Looking after the database: check it, back it up, put a backup back."""

import argparse
from pathlib import Path

from salesplan.commands.database import existing, opened
from salesplan.commands.outcome import DONE, PARTLY, Outcome
from salesplan.errors import CannotWrite, DatabaseDamaged
from salesplan.store import Store
from salesplan.text import say, t


def check(args: argparse.Namespace) -> Outcome:
    """Verify the database; what is wrong comes in sentences."""
    problems = _problems(existing(args.db))
    document = {"ok": not problems, "problems": problems}
    words = "\n".join(problems) or t("cli.checked")
    return Outcome(document, words, PARTLY if problems else DONE)


def _problems(database: Path) -> list[str]:
    try:
        with opened(str(database)) as store:
            return [say(problem) for problem in store.check()]
    except DatabaseDamaged as damage:
        return [say(damage)]


def backup(args: argparse.Namespace) -> Outcome:
    """Copy the database to a file."""
    try:
        with opened(str(existing(args.db))) as store:
            store.backup(args.file)
        size = args.file.stat().st_size
    except OSError as error:
        raise CannotWrite(place=args.file, why=error.strerror) from error
    return Outcome({"file": str(args.file), "bytes": size}, t("cli.backed_up", file=args.file))


def restore(args: argparse.Namespace) -> Outcome:
    """Put a backup in the place of the database."""
    try:
        Store.restore(args.file, Path(args.db), force=args.force)
    except OSError as error:
        raise CannotWrite(place=args.db, why=error.strerror) from error
    document = {"file": str(args.file), "database": str(args.db)}
    return Outcome(document, t("cli.restored", file=args.file, database=args.db))
