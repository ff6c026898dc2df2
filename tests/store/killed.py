"""What a child process does until it is killed: load, replace, undo, and say what is done."""

import os
from itertools import count
from pathlib import Path

from salesplan.store import Store
from tests.store.parcels import sales

ROWS = 2_000


def load_until_killed(path: Path, done: Path, turn: int) -> None:
    """Load one edition of July after the other; each has one amount, known by its file name."""
    with done.open("a", buffering=1) as said:
        store = Store.open(path)
        said.write("ready\n")
        for edition in count(turn * 1_000 + 1):
            load = july(edition)
            batch = store.load(load).batch
            said.write(f"{edition} loaded {batch}\n")
            if edition % 4 == 0:
                store.undo(batch)
                said.write(f"{edition} undone {batch}\n")
    os._exit(0)


def july(edition: int):
    """July, with the edition as every amount."""
    lines = [f"R{n % 50} 2026-07-{1 + n % 31:02} {edition} c{n % 300}" for n in range(ROWS)]
    return sales(*lines, file=f"{edition}", on_overlap="replace")
