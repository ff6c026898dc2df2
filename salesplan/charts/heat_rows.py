"""The rows of a heat chart: members by pace, best first, each with a cell a month."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa

from salesplan import columns
from salesplan.charts.cells import Cells, exact, shortest_month, written
from salesplan.charts.drawing import Row, role_of
from salesplan.rules.standing import standing
from salesplan.settings import Settings
from salesplan.text import t

HEAD = -1


def heat_rows(cells: pa.Table, whole: pa.Table, settings: Settings, most: int | None) -> list[Row]:
    """Arrange cells (key, month, actual, target, attainment) by members, as attainment gives them.

    With `most`, only so many are shown: the best and the last, half each, and a note between.
    """
    every_cell = cells.to_pylist()
    months = sorted({cell["month"] for cell in every_cell if cell["actual"] is not None})
    by_member = _by_member(every_cell)
    best, last, hidden = _chosen(_by_pace(whole.to_pylist()), most)
    rows = _heads(months)
    for place, member in [*enumerate(best), *enumerate(last, len(best) + bool(hidden))]:
        rows += _member(member, place, settings)
        rows += _cells(member, by_member[member["key"]], place, months, settings)
    note = t("chart.more", count=hidden)
    return [*rows, {"kind": "note", "place": len(best), "label": note}] if hidden else rows


def _by_pace(members: Sequence[Cells]) -> list[Cells]:
    """Order members by pace, the best first; those without a target come last."""
    return sorted(members, key=lambda row: (row["pace"] is None, -(row["pace"] or 0), _name(row)))


def _chosen(members: Sequence[Cells], most: int | None) -> tuple[list[Cells], list[Cells], int]:
    """Split members into the best, the last, and how many are hidden between them."""
    if most is None or len(members) <= most:
        return list(members), [], 0
    paced = [member for member in members if member["pace"] is not None] or list(members)
    shown = min(most, len(paced))
    best = shown - shown // 2
    return paced[:best], paced[len(paced) - shown // 2 :], len(members) - shown


def _by_member(cells: Sequence[Cells]) -> Mapping[str | None, dict[date, Cells]]:
    found: dict[str | None, dict[date, Cells]] = defaultdict(dict)
    for cell in cells:
        found[cell["key"]][cell["month"]] = cell
    return found


def _heads(months: Sequence[date]) -> list[Row]:
    heads: list[Row] = [
        {
            "kind": "head",
            "place": HEAD,
            "column": column,
            "label": columns.short_month(month),
            "short": shortest_month(month),
        }
        for column, month in enumerate(months)
    ]
    return [*heads, {"kind": "whole_head", "place": HEAD, "label": t("chart.to_date")}]


def _member(member: Cells, place: int, settings: Settings) -> list[Row]:
    """Name a member, and give the whole period in its own column."""
    stands = standing(exact(member["actual"]), member["target_to_date"], settings)
    return [
        {"kind": "name", "place": place, "label": _name(member)},
        {
            "kind": "whole",
            "place": place,
            "label": _percent(member["pace"]),
            "role": role_of(stands),
        },
    ]


def _cells(
    member: Cells,
    found: Mapping[date, Cells],
    place: int,
    months: Sequence[date],
    settings: Settings,
) -> list[Row]:
    """Draw a cell for each month with sales or a target."""
    return [
        {
            "kind": "blank" if found[month]["attainment"] is None else "cell",
            "place": place,
            "column": column,
            "key": member["key"] or "",
            "name": _name(member),
            "month": month.isoformat(),
            "attainment": found[month]["attainment"],
            "label": _percent(found[month]["attainment"]),
            "say_month": columns.month(month),
            "say_actual": written(found[month]["actual"], settings),
            "say_target": written(found[month]["target"], settings),
        }
        for column, month in enumerate(months)
        if month in found
    ]


def _name(row: Cells) -> str:
    return row["member"] or t("chart.unassigned")


def _percent(value: float | None) -> str:
    return columns.rate(value, 0)
