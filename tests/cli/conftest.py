"""The command line as a program of its own, on a database of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What the program said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one document on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """The program, with its database."""

    db: Path

    def __call__(self, *arguments, **environment) -> Answer:
        """Run a command in English, unless the environment says otherwise."""
        known = {name: word for name, word in os.environ.items() if name != "SALESPLAN_LANGUAGE"}
        done = subprocess.run(
            [sys.executable, "-m", "salesplan", *map(str, arguments)],
            cwd=ROOT,
            env={**known, "LC_ALL": "C.UTF-8", "SALESPLAN_DB": str(self.db), **environment},
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture(scope="session")
def program() -> type[Program]:
    """The program, to be given a database."""
    return Program


@pytest.fixture
def salesplan(tmp_path) -> Program:
    """The program on an empty place."""
    return Program(tmp_path / "data" / "test.duckdb")
