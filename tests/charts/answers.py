"""Answers of the metrics, written by hand, for charts to draw."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa

MEMBER = ("key", "actual", "target", "target_to_date")


def money(value: float | str | None) -> Decimal | None:
    """Read money, or nothing."""
    return None if value is None else Decimal(str(value))


def progress(*, first: date, days: int, so_far: int, plan: float | None = 100) -> pa.Table:
    """Sell 90 a day so far, against a plan of so much a day, and 80 a day last year."""
    return pa.table(
        {
            "day": [first + timedelta(days=n) for n in range(days)],
            "actual": [money(90 * (n + 1)) if n < so_far else None for n in range(days)],
            "plan": [None if plan is None else money(plan * (n + 1)) for n in range(days)],
            "last_year": [money(80 * (n + 1)) for n in range(days)],
        }
    )


def members(*rows: tuple[Any, ...]) -> pa.Table:
    """Give members as attainment does: (key, actual, target, target to date)."""
    found = [dict(zip(MEMBER, row, strict=True)) for row in rows]
    return pa.Table.from_pylist([_member(row) for row in found])


def _member(row: dict[str, Any]) -> dict[str, Any]:
    actual, target, due = (money(row[name]) for name in MEMBER[1:])
    return {
        "key": row["key"],
        "member": row["key"],
        "actual": actual,
        "target": target,
        "target_to_date": due,
        "pace": float(actual / due) if actual is not None and due else None,
    }


def cells(*rows: tuple[str | None, str, float | None, float | None]) -> pa.Table:
    """Give months of members: (key, month, actual, target)."""
    return pa.Table.from_pylist([_cell(*row) for row in rows])


def _cell(
    key: str | None, month: str, actual: float | None, target: float | None
) -> dict[str, Any]:
    return {
        "key": key,
        "member": key,
        "month": date.fromisoformat(f"{month}-01"),
        "actual": money(actual),
        "target": money(target),
        "attainment": actual / target if actual is not None and target else None,
    }
