"""Writing the sample company's workbooks."""

import argparse
from datetime import date

from salesplan import sample
from salesplan.commands.outcome import Outcome
from salesplan.errors import CannotWrite
from salesplan.text import language, t


def run(args: argparse.Namespace) -> Outcome:
    """Write the workbooks, in the language that is spoken unless told."""
    try:
        files = sample.write(
            args.directory,
            language=args.language or language(),
            seed=args.seed,
            reps=args.reps,
            rows=args.rows,
            today=args.today or date.today(),  # noqa: DTZ011 -- the person's own day
        )
    except OSError as error:
        raise CannotWrite(place=args.directory, why=error.strerror) from error
    listed = [str(file) for file in files]
    words = t("cli.sample_written", count=len(files), directory=args.directory)
    return Outcome({"files": listed}, "\n".join([*listed, words]))
