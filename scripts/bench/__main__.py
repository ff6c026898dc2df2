"""Speed in one table: each goal, its limit, what was measured just now, and whether that meets it.

Every figure but the absolute limits is a ratio against a named peer, measured in the same run and
in turns, because the same machine is never equally fast twice. `--only G1 G9` measures a part.
"""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

from measuring import Line

GOALS = {
    "G1": "workbook",
    "G4": "browser",
    "G5": "rerun",
    "G8": "months",
    "G9": "csv_text",
    "G11": "sessions",
    "G12": "start",
    "undo": "taking_back",
}


def main() -> None:
    """Measure what was asked for and print it line by line."""
    asked = arguments()
    print(f"{'goal':6}{'what':58}{'limit':>12}{'measured':>12}  met", flush=True)
    missed = 0
    for goal in asked.only:
        for line in measured(goal, asked.rows):
            print(shown(line), flush=True)
            missed += line.met is False
    print(f"{missed} missed" if missed else "all met")
    sys.exit(1 if missed else 0)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="+", choices=GOALS, default=list(GOALS))
    return parser.parse_args()


def measured(goal: str, rows: int) -> list[Line]:
    """The lines of one goal, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="salesplan-bench-") as folder:
        lines: list[Line] = importlib.import_module(GOALS[goal]).lines(Path(folder), rows)
        return lines


def shown(line: Line) -> str:
    """One line of the table."""
    met = {True: "yes", False: "NO", None: ""}[line.met]
    return f"{line.goal:6}{line.what:58}{line.limit:>12}{line.measured:>12}  {met}"


if __name__ == "__main__":
    main()
