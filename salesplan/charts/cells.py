"""Cells of an answer on their way into a chart: scaled to the axis, written for labels and tips."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from salesplan import columns
from salesplan.columns import Unit
from salesplan.settings import Settings
from salesplan.text import language

Cells = dict[str, Any]
"""One row of an answer by column: Decimal, float, date, text, or None for what is not known."""


def exact(value: Decimal | float | None) -> Decimal:
    """Give a figure as the Decimal that it stands for; nothing counts as zero."""
    return Decimal() if value is None else Decimal(str(value))


def written(value: Decimal | None, settings: Settings, *, signed: bool = False) -> str:
    """Write money as the company counts it."""
    return columns.money(value, signed=signed, currency=settings.currency, unit=settings.unit)


def axis_unit(values: Iterable[Decimal | None], settings: Settings) -> Unit:
    """Choose one unit for an axis, by its largest value."""
    largest = max((abs(value) for value in values if value is not None), default=Decimal())
    return columns.unit_of(largest, settings.unit)


def scaled(value: Decimal | None, unit: Unit) -> float | None:
    """Divide money by the unit of its axis."""
    return None if value is None else float(value) / unit.scale


def instant(day: date) -> float:
    """Place a day on an axis, as UTC, so that no browser's time zone moves it."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000


def shortest_month(month: date) -> str:
    """Name a month where there is hardly room: 7, J."""
    return str(month.month) if language() == "zh" else f"{month:%b}"[0]
