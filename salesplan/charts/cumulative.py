"""The race against the plan: cumulative actual, plan and last year over the days of a period."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

import altair as alt
import pyarrow as pa

from salesplan import columns
from salesplan.charts import days
from salesplan.charts.cells import Cells, axis_unit, instant, scaled, written
from salesplan.charts.drawing import (
    Drawing,
    Row,
    Spec,
    as_role,
    by_role,
    finished,
    haloed,
    only,
    sized,
    table,
)
from salesplan.columns import Unit
from salesplan.settings import Settings
from salesplan.text import t

HEIGHT = 280
_LINES = ("actual", "plan", "last_year")
_INK = {"last_year": "plan"}  # last year's own grey is too pale for words
_APART = 0.075  # of the axis: the least distance between two end labels
_LATE = 0.7  # past this share of the period, today's label joins those at the end
_NUMBERS = ("x", "actual", "plan", "last_year", "upper", "y")
_WORDS = ("kind", "role", "label", "short", "side")
_SAYS = ("say_day", "say_actual", "say_plan", "say_gap", "say_last_year")
_COLUMNS = {
    **dict.fromkeys(_NUMBERS, pa.float64()),
    **dict.fromkeys([*_WORDS, *_SAYS], pa.string()),
}


def cumulative(progress: pa.Table, settings: Settings) -> Drawing:
    """Draw cumulative actual against plan and last year (day, actual, plan, last_year)."""
    every_day = progress.to_pylist()
    unit = axis_unit((day[line] for line in _LINES for day in every_day), settings)
    rows = [_day(day, unit, settings) for day in days.thinned(every_day)]
    labels = _labels(every_day, unit, settings)
    return Drawing(
        spec=sized(_spec(look_of(every_day, settings)), HEIGHT),
        rows=table([*rows, *labels], _COLUMNS),
        alt=t("chart.cumulative_alt", labels="; ".join(_spoken(every_day, settings))),
        unit=columns.unit_label(unit, settings.currency),
    )


def look_of(every_day: Sequence[Cells], settings: Settings) -> days.Look:
    """Choose the look of the race, which the gap below it shares."""
    values = [day[line] for line, day in _ends(every_day).items()]
    short = [written(value, settings) for value in values]
    return days.look(len(every_day), _spoken(every_day, settings), short)


def _day(day: Cells, unit: Unit, settings: Settings) -> Row:
    actual, plan = day["actual"], day["plan"]
    both = actual is not None and plan is not None
    return {
        "kind": "day",
        "x": instant(day["day"]),
        **{line: scaled(day[line], unit) for line in _LINES},
        "upper": scaled(max(actual, plan), unit) if both else None,
        "say_day": columns.day(day["day"]),
        **{f"say_{line}": written(day[line], settings) for line in _LINES},
        "say_gap": written(actual - plan if both else None, settings, signed=True),
    }


# The labels


def _ends(every_day: Sequence[Cells]) -> dict[str, Cells]:
    """Give the last day of each line that has any."""
    known = {line: [day for day in every_day if day[line] is not None] for line in _LINES}
    return {line: found[-1] for line, found in known.items() if found}


def _spoken(every_day: Sequence[Cells], settings: Settings) -> list[str]:
    ends = _ends(every_day)
    return [_label(line, day[line], settings) for line, day in ends.items()]


def _label(line: str, value: Decimal, settings: Settings) -> str:
    return f"{t(f'chart.{line}')} {written(value, settings)}"


def _labels(every_day: Sequence[Cells], unit: Unit, settings: Settings) -> list[Row]:
    """Label the ends of the lines, apart from each other, and the point of today."""
    ends = _ends(every_day)
    today = ends.get("actual")
    late = today is not None and every_day.index(today) > _LATE * len(every_day)
    values = {line: day[line] for line, day in ends.items() if line != "actual" or late}
    top = max((scaled(day[line], unit) or 0.0 for line, day in ends.items()), default=0.0)
    heights = apart([scaled(value, unit) or 0.0 for value in values.values()], _APART * top)
    rows = [
        _label_row(line, value, settings) | {"x": instant(every_day[-1]["day"]), "y": height}
        for (line, value), height in zip(values.items(), heights, strict=True)
    ]
    return rows if today is None else [*rows, _today(today, unit, settings, labelled=not late)]


def _label_row(line: str, value: Decimal, settings: Settings) -> Row:
    return {
        "kind": "end",
        "role": _INK.get(line, line),
        "label": _label(line, value, settings),
        "short": written(value, settings),
    }


def _today(day: Cells, unit: Unit, settings: Settings, *, labelled: bool) -> Row:
    """Mark today; its label stands on the side that the plan leaves free."""
    behind = day["plan"] is None or day["actual"] < day["plan"]
    words: Mapping[str, str] = _label_row("actual", day["actual"], settings) if labelled else {}
    return {
        "kind": "today",
        "x": instant(day["day"]),
        "y": scaled(day["actual"], unit),
        "label": words.get("label", ""),
        "short": words.get("short", ""),
        "side": "below" if behind else "above",
    }


def apart(values: Sequence[float], least: float) -> list[float]:
    """Move values apart until neighbours keep the least distance, around the same middle."""
    order = sorted(range(len(values)), key=values.__getitem__)
    moved = list(values)
    for below, above in pairwise(order):
        moved[above] = max(moved[above], moved[below] + least)
    shift = (sum(moved) - sum(values)) / max(1, len(values))
    return [value - shift for value in moved]


# The spec


@cache
def _spec(look: days.Look) -> Spec:
    x = days.x(look)
    every_day = only("day")
    done = every_day.transform_filter("isValid(datum.upper)")
    today = as_role(only("today"), "actual").encode(x, days.y("y", 5))
    ends = only("end").encode(x, days.y("y", 5), by_role())

    def line(name: str, **style: Any) -> alt.Chart:  # noqa: ANN401 - Vega-Lite's own names
        known = every_day.transform_filter(f"isValid(datum.{name})")
        return as_role(known.mark_line(**style), name).encode(x, days.y(name, 5))

    def shade(role: str, low: str) -> alt.Chart:
        area = as_role(done.mark_area(opacity=0.13), role)
        return area.encode(x, days.y(low, 5), alt.Y2("upper"))

    def beside(side: str, **place: Any) -> list[alt.Chart]:  # noqa: ANN401 - Vega-Lite's own names
        there = today.transform_filter(f"datum.side === '{side}'")
        texts = days.words(there, fontWeight=600, fontSize=13, **place)
        return [*map(haloed, texts), *texts]

    return finished(
        shade("bad", "actual"),
        shade("good", "plan"),
        line("last_year", strokeWidth=1.5),
        line("plan", strokeWidth=1.75, strokeDash=[5, 4]),
        line("actual", strokeWidth=3),
        today.mark_point(filled=True, size=80, opacity=1),
        *beside("below", align="left", dx=9, dy=13),
        *beside("above", align="right", dx=-9, dy=-13),
        *days.words(ends, align="left", dx=8, fontSize=12, fontWeight=500),
        _hovered_day(every_day, x),
    )


def _hovered_day(every_day: alt.Chart, x: alt.X) -> alt.Chart:
    """Draw a rule at the day nearest to the pointer, with its figures."""
    near: dict[str, Any] = {"nearest": True, "on": "pointermove", "clear": "pointerout"}
    hover = alt.selection_point(name="hover", encodings=["x"], empty=False, **near)
    seen = alt.condition(hover, alt.value(0.7), alt.value(0))
    tips = [alt.Tooltip(f"{say}:N", title=t(f"chart.{say.removeprefix('say_')}")) for say in _SAYS]
    rule = as_role(every_day.mark_rule(strokeWidth=1), "plan")
    return rule.encode(x, opacity=seen, tooltip=tips).add_params(hover)
