"""Run every check, one after the other, and close with one line for each: `make test`."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = ("pytest", "--quiet", "--durations=5")
STEPS = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "tests": (*PYTEST, "-n", "2", "-m", "not browser"),
    "browser tests": (*PYTEST, "-m", "browser"),
}
COUNT = re.compile(r"(\d+) (passed|failed|error|errors|skipped)\b")


@dataclass(frozen=True)
class Outcome:
    """What one step came to."""

    name: str
    passed: bool
    seconds: float
    counts: dict[str, int]

    def __str__(self) -> str:
        """One line of the summary."""
        counts = ", ".join(f"{n} {word}" for word, n in self.counts.items())
        verdict = "passed" if self.passed else "FAILED"
        return f"{self.name:14}{verdict:8}{self.seconds:6.0f} s  {counts}"


def run(name: str, command: Sequence[str]) -> Outcome:
    """Run one step, show what it says as it says it, and read the counts of its last lines."""
    print(f"\n== {name}: {' '.join(command)}", flush=True)
    start, said = time.monotonic(), []
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            said.append(line)
    counts = {word: int(n) for n, word in COUNT.findall(said[-1] if said else "")}
    return Outcome(name, process.returncode == 0, time.monotonic() - start, counts)


def main() -> None:
    """Run all steps, also after one failed, so that one run tells everything."""
    outcomes = [run(name, command) for name, command in STEPS.items()]
    print("\n== summary", *outcomes, sep="\n")
    total = sum(outcome.seconds for outcome in outcomes)
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    print(f"{'all':14}{'FAILED' if failed else 'passed':8}{total:6.0f} s  {', '.join(failed)}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
