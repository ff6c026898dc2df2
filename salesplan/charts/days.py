"""The axis of days that the race against the plan and the gap below it share.

It ends where the end labels begin, by pixels; a narrow screen gets short labels.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt

from salesplan.charts.cells import Cells
from salesplan.charts.drawing import pixel, pixels
from salesplan.text import language

NARROW = 360
_AXIS_WIDTH = 48
_DAYS_OF_A_MONTH = 45
_DAYS_OF_A_QUARTER = 100
_DAYS_OF_TWO_YEARS = 800
_TICKS: dict[str, Any] = {
    "day": {"interval": "day", "step": 7},
    "month": {"interval": "month", "step": 1},
    "quarter": {"interval": "month", "step": 3},
}
_AT = "datum.value"
_WORDS = {
    ("zh", "day"): f"(utcmonth({_AT})+1)+'月'+utcdate({_AT})+'日'",
    ("zh", "month"): f"(utcmonth({_AT})+1)+'月'",
    ("zh", "quarter"): f"utcyear({_AT})+'年'+(utcmonth({_AT})+1)+'月'",
    ("en", "day"): f"utcFormat({_AT},'%-d %b')",
    ("en", "month"): f"utcFormat({_AT},'%b')",
    ("en", "quarter"): f"utcFormat({_AT},'%b %Y')",
}


class Look(NamedTuple):
    """What a spec over days depends on: the grain, the room for labels, the language."""

    grain: str
    room: int
    narrow_room: int
    language: str


def look(days: int, labels: Sequence[str], short: Sequence[str]) -> Look:
    """Choose the look for so many days and these end labels."""
    return Look(_grain(days), pixels(labels, least=56) + 10, pixels(short) + 10, language())


def _grain(days: int) -> str:
    if days <= _DAYS_OF_A_MONTH:
        return "day"
    return "month" if days <= _DAYS_OF_TWO_YEARS else "quarter"


def thinned(every_day: Sequence[Cells]) -> list[Cells]:
    """Keep every seventh day of a long period, counted from today both ways, and both ends."""
    if len(every_day) <= _DAYS_OF_A_QUARTER:
        return list(every_day)
    today = max(0, sum(day["actual"] is not None for day in every_day) - 1)
    last = len(every_day) - 1
    kept = {0, last, *range(today, -1, -7), *range(today, last, 7)}
    return [every_day[place] for place in sorted(kept)]


def step(days: int) -> int:
    """Give the days between two bars: a bar a day in a month, else a bar a week."""
    return 1 if days <= _DAYS_OF_A_MONTH else 7


def x(look: Look, *, labelled: bool = True) -> alt.X:
    """Place by day."""
    room = f"(width < {NARROW} ? {look.narrow_room} : {look.room})"
    scale = alt.Scale(type="utc", nice=False, range=[0, pixel(f"width - {room}")])
    axis = alt.Axis(
        title=None,
        labelExpr=_WORDS[look.language, look.grain],
        tickCount=_TICKS[look.grain],
        labelAlign="left",
        labelOffset=-2,
        labelOverlap=True,
        tickSize=4,
    )
    return alt.X("x:T", scale=scale, axis=axis if labelled else None)


def y(field: str, ticks: int) -> alt.Y:
    """Place by money; the axis has one width, so that two charts line up."""
    axis = alt.Axis(
        title=None,
        tickCount=ticks,
        minExtent=_AXIS_WIDTH,
        maxExtent=_AXIS_WIDTH,
        grid=True,
        labelExpr="datum.value === 0 ? '0' : datum.label",
    )
    return alt.Y(f"{field}:Q", axis=axis)


def words(rows: alt.Chart, **style: Any) -> list[alt.Chart]:  # noqa: ANN401 - Vega-Lite's own names
    """Write the labels of rows: whole, and short on a narrow screen.

    The one not shown is empty: even invisible, a text would push the chart together.
    """
    text = rows.mark_text(**style)
    narrow = f"width < {NARROW}"
    return [
        text.encode(text=alt.condition(narrow, alt.value(""), "label:N")),
        text.encode(text=alt.condition(narrow, "short:N", alt.value(""))),
    ]
