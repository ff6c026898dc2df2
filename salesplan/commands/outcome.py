"""What a command gives back, and how it is put on paper: a document for machines, or words."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

DONE, PARTLY, FAILED = 0, 1, 2
_GAP = "  "
_WIDE = "WF"


@dataclass(frozen=True)
class Outcome:
    """A JSON document, the same in words for a person, and the exit code."""

    document: dict[str, Any]
    words: str = ""
    code: int = DONE
    raw: bytes | None = None  # instead of words: a table for another program


def as_json(document: dict[str, Any]) -> str:
    """Write a document for machines, every letter as itself."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def in_columns(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set a table in columns; figures to the right; Chinese letters are two columns wide."""
    lines = [list(header), *map(list, rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    figures = [any(_figure(cell) for cell in column) for column in zip(*lines[1:], strict=True)]
    right = figures or [False] * len(widths)
    return "\n".join(_GAP.join(map(_padded, line, widths, right)).rstrip() for line in lines)


def _figure(cell: str) -> bool:
    return bool(cell) and cell[0] in "-−0123456789" and cell[-1] in "0123456789%"


def _padded(cell: str, width: int, right: bool) -> str:  # noqa: FBT001 -- mapped over columns
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in cell)
