"""Members as a list: the largest gap first, with pace and the line of their months."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from salesplan import columns
from salesplan.columns import Unit
from salesplan.reports.asking import Ask, Row
from salesplan.settings import Settings
from salesplan.text import t

_COLUMNS = ["key", "name", "pace_rate", "gap_money", "trend_trend"]


@dataclass(frozen=True)
class Listing:
    """A frame to list (key, name, then columns named by kind), and the unit of its money."""

    frame: pd.DataFrame
    unit: Unit


def by_gap(ask: Ask, dimension: str, settings: Settings) -> Listing:
    """List the members behind plan, the largest gap first."""
    members: list[Row] = ask("attainment", by=dimension).to_pylist()
    behind = [row for row in members if (row["gap_to_date"] or 0) > 0]
    ordered = sorted(behind, key=lambda row: -row["gap_to_date"])
    unit = columns.unit_for((row["gap_to_date"] for row in behind), settings.unit)
    lines = _lines(ask("attainment_by_month", by=dimension))
    rows = [_row(row, unit, lines[row["key"]]) for row in ordered]
    return Listing(pd.DataFrame(rows, columns=_COLUMNS), unit)


def _row(row: Row, unit: Unit, line: Sequence[float]) -> Row:
    return {
        "key": row["key"] or "",
        "name": row["member"] or t("chart.unassigned"),
        "pace_rate": None if row["pace"] is None else 100 * row["pace"],
        "gap_money": float(-row["gap_to_date"] / unit.scale),
        "trend_trend": list(line) or None,
    }


def _lines(months: pa.Table) -> dict[str | None, list[float]]:
    """Give the attainment of each month so far, by member."""
    lines: dict[str | None, list[float]] = defaultdict(list)
    for row in sorted(months.to_pylist(), key=lambda row: row["month"]):
        if row["attainment"] is not None:
            lines[row["key"]].append(row["attainment"])
    return lines
