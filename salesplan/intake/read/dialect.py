"""How a text file separates its fields."""

import csv
import re
from collections import Counter
from itertools import islice
from typing import Final

DELIMITERS: Final = (",", ";", "\t", "|")
_RECORDS: Final = 30
# Some programs say it in a first line, which spreadsheets do not show.
_SAID = re.compile(r"\"?sep=([\t -~])\"?\r?(?:\n|$)")


def said(head: str) -> tuple[str, int] | None:
    """Find a first line such as "sep=;": its delimiter and its length."""
    found = _SAID.match(head)
    return (found[1], found.end()) if found else None


def delimiter(head: str) -> str:
    """Choose the delimiter that splits the first records most evenly, then most finely."""
    return max(DELIMITERS, key=lambda mark: _evenness(head, mark))


def width(head: str, mark: str) -> int | None:
    """Count the fields of the first records; None if they differ."""
    counts = set(_counts(head, mark))
    return counts.pop() if len(counts) == 1 else None


def _evenness(head: str, mark: str) -> tuple[int, int]:
    """Say in how many records the commonest number of fields occurs, and that number."""
    counts = Counter(count for count in _counts(head, mark) if count > 1)
    return max(((often, count) for count, often in counts.items()), default=(0, 0))


def _counts(head: str, mark: str) -> list[int]:
    """Count the fields of each of the first records, quotes respected."""
    records = csv.reader(head.splitlines(keepends=True), delimiter=mark)
    try:
        return [len(record) for record in islice(records, _RECORDS) if record]
    except csv.Error:
        return []
