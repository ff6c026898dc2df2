"""What reports are made from: answers of the metrics within one scope."""

from typing import Any, Protocol

import pyarrow as pa

Row = dict[str, Any]


class Ask(Protocol):
    """Ask a metric by name, a row per member of a dimension (None: the whole)."""

    def __call__(self, name: str, by: str | None = None) -> pa.Table:
        """Give the answer."""


def first(answer: pa.Table) -> Row:
    """Give the only row of an answer; where nothing was sold or planned, one that knows nothing."""
    nothing: Row = dict.fromkeys(answer.column_names)
    return next(iter(answer.slice(0, 1).to_pylist()), nothing)
