"""The sample company: workbooks as a sales director has them, invented from a seed."""

from datetime import date
from pathlib import Path

from salesplan.sample.company import company
from salesplan.sample.exports import export
from salesplan.sample.loading import load

__all__ = ["load", "write"]


def write(
    directory: Path,
    *,
    language: str = "zh",
    seed: int = 7,
    reps: int = 60,
    rows: int | None = None,
    today: date,
) -> list[Path]:
    """Write three years of workbooks, up to the month before today's; in the order to load them.

    Without rows there are some 333 order lines per rep. Same arguments, same bytes of data.
    """
    directory.mkdir(parents=True, exist_ok=True)
    invented = company(language=language, seed=seed, reps=reps, rows=rows, today=today)
    return list(export(invented, directory))
