"""How we measure: every candidate in a process of its own, in turns, and the median of the turns.

A task is a function "module:name" of this folder that prepares (imports, opens files) and gives
back what is to be measured. CPU is that of the process and of the children that it waited for.
"""

import importlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT)]
MIB_PER_UNIT = 2**-20 if sys.platform == "darwin" else 2**-10


@dataclass(frozen=True)
class Measured:
    """What one run took."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Line:
    """One line of the table; a figure without a limit meets and misses nothing."""

    goal: str
    what: str
    limit: str
    measured: str
    met: bool | None


def in_turns(tasks: Mapping[str, Sequence[object]], turns: int = 3) -> dict[str, Measured]:
    """Run the tasks one after the other, turn by turn, and give each one's medians."""
    runs: dict[str, list[Measured]] = {name: [] for name in tasks}
    for _ in range(turns):
        for name, task in tasks.items():
            runs[name].append(in_a_child(*task))
    return {name: middle(found) for name, found in runs.items()}


def middle(runs: Sequence[Measured]) -> Measured:
    """The median of each figure."""
    return Measured(
        *(median(asdict(run)[name] for run in runs) for name in ("cpu", "wall", "peak"))
    )


def in_a_child(task: str, *arguments: object) -> Measured:
    """Run one task in a fresh process."""
    command = [sys.executable, str(HERE / "measuring.py"), task, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{task} did not finish:\n{done.stderr}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def here(task: str, *arguments: str) -> Measured:
    """Prepare a task in this process, then measure it."""
    module, _, name = task.partition(":")
    run = getattr(importlib.import_module(module), name)(*arguments)
    cpu, wall = cpu_so_far(), time.perf_counter()
    kept = run()
    measured = Measured(cpu_so_far() - cpu, time.perf_counter() - wall, peak_so_far())
    del kept
    return measured


def cpu_so_far() -> float:
    """Seconds of CPU of this process and the children that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak_so_far() -> float:
    """MiB that this process and its largest child held at most, added up."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (_own_peak() + children) * MIB_PER_UNIT


def _own_peak() -> int:
    """The most that this process held; Linux's rusage would count in who started it, too."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(status.partition("VmHWM:")[2].split()[0])


def at_most(goal: str, what: str, limit: float, measured: float, unit: str = "x") -> Line:
    """A line that is met when the figure is within the limit."""
    return Line(goal, what, f"<= {limit:g} {unit}", f"{measured:.3g} {unit}", measured <= limit)


def known(goal: str, what: str, measured: float, unit: str = "x") -> Line:
    """A line without a limit."""
    return Line(goal, what, "", f"{measured:.3g} {unit}", met=None)


if __name__ == "__main__":
    print(json.dumps(asdict(here(*sys.argv[1:]))))
