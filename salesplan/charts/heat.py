"""Heat: members by months, coloured around 100 %, the whole period in a column of its own."""

from functools import cache
from typing import Any, NamedTuple

import altair as alt
import pyarrow as pa

from salesplan.charts.drawing import (
    PICK,
    Drawing,
    Spec,
    as_role,
    at,
    by_role,
    finished,
    only,
    pixel,
    pixels,
    sized,
    table,
)
from salesplan.charts.heat_rows import heat_rows
from salesplan.settings import Settings
from salesplan.text import language, t

ROW = 25
_PADDING = 30
_WHOLE = 58
_WIDEST_CELL = 180
_ROOMY = "bandwidth('x') > 34"  # else a cell shows its colour, and its figure in the tooltip
_COLUMNS = {
    **dict.fromkeys(("place", "column"), pa.int32()),
    "attainment": pa.float64(),
    **dict.fromkeys(("kind", "key", "month", "name", "role", "label", "short"), pa.string()),
    **dict.fromkeys(("say_month", "say_actual", "say_target"), pa.string()),
}
_TIPS = {
    "say_month": "month",
    "label": "attainment",
    "say_actual": "actual",
    "say_target": "target",
}


class _Look(NamedTuple):
    """What one spec depends on: room for names, the number of months, the language."""

    names: int
    months: int
    language: str


def heat(
    cells: pa.Table, whole: pa.Table, settings: Settings, *, most: int | None = None
) -> Drawing:
    """Draw cells (key, month, actual, target, attainment) of members, as attainment gives them."""
    rows = heat_rows(cells, whole, settings, most)
    names = [row["label"] for row in rows if row["kind"] == "name"]
    months = sum(row["kind"] == "head" for row in rows)
    lines = len({row["place"] for row in rows})
    return Drawing(
        spec=sized(_spec(_Look(_room(names), months, language())), ROW * lines + _PADDING),
        rows=table(rows, _COLUMNS),
        alt=t("chart.heat_alt", count=len(names)),
    )


def _room(names: list[str]) -> int:
    return pixels(names, least=40, most=112)


@cache
def _spec(look: _Look) -> Spec:
    left = look.names + 8
    right = f"min(width - {_WHOLE}, {left + look.months * _WIDEST_CELL})"
    whole = pixel(f"{right} + {_WHOLE}")
    months = alt.Scale(paddingInner=0.06, paddingOuter=0, range=[left, pixel(right)])
    x = alt.X("column:O", scale=months, axis=None)
    y = alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0.1, paddingOuter=0))
    roomy = alt.condition(_ROOMY, alt.value(1), alt.value(0))
    tight = alt.condition(_ROOMY, alt.value(0), alt.value(1))

    def beside(kind: str, place: Any, **style: Any) -> alt.Chart:  # noqa: ANN401 - Vega-Lite's own names
        text = only(kind).mark_text(fontSize=12, **style)
        beside: alt.Chart = text.encode(y, x=at(place), text="label:N")
        return beside

    heads = as_role(only("head").mark_text(fontSize=12), "plan").encode(x, y)
    figures = as_role(only("cell").mark_text(fontSize=11), "ink").encode(x, y)
    return finished(
        _cells(x, y),
        _blanks(x, y),
        figures.encode(text="label:N", opacity=roomy),
        heads.encode(text="label:N", opacity=roomy),
        heads.encode(text="short:N", opacity=tight),
        as_role(beside("name", 0, align="left", limit=look.names + 4), "ink"),
        as_role(beside("note", 0, align="left"), "plan"),
        as_role(beside("whole_head", whole, align="right"), "plan"),
        beside("whole", whole, align="right", fontWeight=700).encode(by_role()),
    )


def _cells(x: alt.X, y: alt.Y) -> alt.Chart:
    """Colour each month around 100 %; a click picks member and month."""
    scale = alt.Scale(range="diverging", domain=[0.65, 1, 1.35], clamp=True)
    colour = alt.Color("attainment:Q", legend=None, scale=scale)
    pick = alt.selection_point(name=PICK, fields=["key", "name", "month"], on="click", toggle=False)
    cells = only("cell").mark_rect(cornerRadius=3, cursor="pointer", stroke=None)
    drawn: alt.Chart = cells.encode(x, y, colour, tooltip=_tips()).add_params(pick)
    return drawn


def _blanks(x: alt.X, y: alt.Y) -> alt.Chart:
    """Show a month without a target as an empty frame, never as 0 %."""
    return as_role(only("blank").mark_rect(cornerRadius=3), "band2").encode(x, y, tooltip=_tips())


def _tips() -> list[alt.Tooltip]:
    title = alt.Tooltip("name:N", title=" ")
    return [
        title,
        *(alt.Tooltip(f"{say}:N", title=t(f"chart.{word}")) for say, word in _TIPS.items()),
    ]
