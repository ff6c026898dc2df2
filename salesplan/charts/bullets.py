"""Bullets: one bar a member toward its target, a tick where it should be today, the gap beside it.

Every word is placed by pixels from the edges, so nothing overlaps on a phone; the bar takes what
is left.
"""

from functools import cache
from typing import Any, NamedTuple

import altair as alt
import pyarrow as pa

from salesplan.charts.bullet_rows import bullet_rows
from salesplan.charts.drawing import (
    PICK,
    Drawing,
    Row,
    Spec,
    as_role,
    at,
    by_role,
    finished,
    pixel,
    pixels,
    sized,
    table,
    to_right_edge,
)
from salesplan.settings import Settings
from salesplan.text import language, t

_TALL = 420  # what few rows share; many rows each get the least
_LEAST_ROW = 34
_MOST_ROW = 54
_AXIS = 30
_PERCENT = 46
_MOST_NAMES = 0.27  # of the width, on a phone; a longer name stands whole in the tooltip
_MOST = 1.5  # a bar stops here; its percentage still says the truth
_TIPS = {
    "say_actual": "actual",
    "say_target": "target",
    "percent": "attainment",
    "say_pace": "pace",
    "gap": "gap",
}
_COLUMNS = {
    "place": pa.int32(),
    **dict.fromkeys(("bar", "tick", "band1", "band2", "band3"), pa.float64()),
    **dict.fromkeys(("key", "kind", "name", "role", "percent", "gap", "sold"), pa.string()),
    **dict.fromkeys(("sold", "say_actual", "say_target", "say_pace"), pa.string()),
}


class _Look(NamedTuple):
    """What one spec depends on: room for names and gaps, the axis, the language."""

    names: int
    gaps: int
    top: float
    aimed: bool
    language: str


def bullets(members: pa.Table, whole: pa.Table, settings: Settings) -> Drawing:
    """Draw members and their total (key, member, actual, target, target_to_date)."""
    rows = [_drawn(place, row) for place, row in enumerate(bullet_rows(members, whole, settings))]
    highest = max((row["bar"] or 0 for row in rows), default=0)
    look = _Look(
        names=pixels([row["name"] for row in rows], least=40),
        gaps=pixels([row["gap"] for row in rows], least=56),
        top=max(1.0, -(-highest * 4 // 1) / 4),
        aimed=any(row["bar"] is not None for row in rows),
        language=language(),
    )
    return Drawing(
        spec=sized(_spec(look), _height(len(rows))),
        rows=table(rows, _COLUMNS),
        alt="; ".join(f"{row['name']} {row['percent']} {row['gap']}" for row in rows),
    )


def _height(rows: int) -> int:
    each = min(_MOST_ROW, max(_LEAST_ROW, _TALL // max(1, rows)))
    return each * rows + _AXIS


def _drawn(place: int, row: Row) -> Row:
    """Give a row its place and bands; no target draws no bar, no tick and no bands."""
    bar, tick = row["bar"], row["tick"]
    return {
        **row,
        "place": place,
        "bar": None if bar is None else min(bar, _MOST),
        "band1": row["band"],
        "band2": tick,
        "band3": None if bar is None else 1.0,
    }


@cache
def _spec(look: _Look) -> Spec:
    base = alt.Chart().transform_filter("isValid(datum.place)")
    y = alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    axis = alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1], title=None, grid=False)
    names_end = f"min({look.names}, width * {_MOST_NAMES})"
    ends = [pixel(f"{names_end} + 10"), pixel(f"width - {look.gaps + _PERCENT + 12}")]
    scale = alt.Scale(domain=[0, look.top], nice=False, range=ends)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=scale, axis=axis if look.aimed else None)

    def bar(field: str, role: str, **style: Any) -> alt.Chart:  # noqa: ANN401 - Vega-Lite's own names
        return as_role(base.mark_bar(stroke=None, **style), role).encode(y, x(field))

    bold = base.mark_text(fontSize=13, fontWeight=600, align="right")
    percent = bold.encode(y, text="percent:N", x=at(_beside(look)))
    names = base.mark_text(fontSize=13, align="left", limit=pixel(f"{names_end} + 4"))
    return finished(
        bar("band3", "band3", height=26),
        bar("band2", "band2", height=26),
        bar("band1", "band1", height=26),
        bar("bar", "actual", height=12, cornerRadiusEnd=2),
        as_role(base.mark_tick(thickness=3, size=30), "plan").encode(y, x("tick")),
        as_role(names.encode(y, x=at(0), text="name:N"), "ink"),
        as_role(percent, "actual"),
        _untargeted(base, y, pixel(f"{names_end} + 12")),
        bold.encode(y, by_role(), text="gap:N", x=at("width")),
        _rule_above_total(base),
        _whole_rows(base, y),
    )


def _beside(look: _Look) -> Any:  # noqa: ANN401 - an expression
    """Place the percentage left of the gaps."""
    return pixel(f"width - {look.gaps + 8}")


def _untargeted(base: alt.Chart, y: alt.Y, place: Any) -> alt.Chart:  # noqa: ANN401 - an expression
    """Write what was sold where no target says how long the bar should be."""
    none = base.transform_filter("!isValid(datum.bar)")
    text = none.mark_text(fontSize=13, align="left").encode(y, x=at(place), text="sold:N")
    return as_role(text, "actual")


def _rule_above_total(base: alt.Chart) -> alt.Chart:
    """Set the total apart from its parts."""
    total = base.transform_filter("datum.kind === 'total'").mark_rule(strokeWidth=1)
    top = alt.Y("place:O", axis=None, bandPosition=0)
    rule: alt.Chart = as_role(total, "last_year").encode(top, x=at(0), x2=to_right_edge())
    return rule


def _whole_rows(base: alt.Chart, y: alt.Y) -> alt.Chart:
    """Lay an invisible row over everything: easy to hit, with the tooltip."""
    pick = alt.selection_point(name=PICK, fields=["key", "kind", "name"], on="click", toggle=False)
    tips = [alt.Tooltip(f"{field}:N", title=t(f"chart.{word}")) for field, word in _TIPS.items()]
    row = base.mark_rect(opacity=0, cursor="pointer").add_params(pick)
    title = alt.Tooltip("name:N", title=" ")
    whole: alt.Chart = row.encode(y, x=at(0), x2=to_right_edge(), tooltip=[title, *tips])
    return whole
