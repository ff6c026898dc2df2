"""Looking after the database: check it, back it up, put a backup back."""

import argparse
from pathlib import Path

from salesplan.commands.database import existing, opened, to_read
from salesplan.commands.outcome import DONE, PARTLY, Outcome
from salesplan.store import Store
from salesplan.text import say, t


def check(args: argparse.Namespace) -> Outcome:
    """Verify the database; what is wrong comes in sentences."""
    with to_read(args.db) as store:
        problems = [say(problem) for problem in store.check()]
    document = {"ok": not problems, "problems": problems}
    words = "\n".join(problems) or t("cli.checked")
    return Outcome(document, words, PARTLY if problems else DONE)


def backup(args: argparse.Namespace) -> Outcome:
    """Copy the database to a file."""
    with opened(str(existing(args.db))) as store:
        store.backup(args.file)
    document = {"file": str(args.file), "bytes": args.file.stat().st_size}
    return Outcome(document, t("cli.backed_up", file=args.file))


def restore(args: argparse.Namespace) -> Outcome:
    """Put a backup in the place of the database."""
    Store.restore(args.file, Path(args.db), force=args.force)
    document = {"file": str(args.file), "database": str(args.db)}
    return Outcome(document, t("cli.restored", file=args.file, database=args.db))
