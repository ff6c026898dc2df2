"""What every chart shares: roles instead of colours, the bare structure, the finished Drawing."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pyarrow as pa

# Position is meaning: the theme's palette (chartCategoricalColors) has one colour for each role,
# so that a switch between light and dark recolours every chart without drawing it again.
ROLES = (
    "actual",
    "forecast",
    "good",
    "bad",
    "warn",
    "plan",
    "last_year",
    "band1",
    "band2",
    "band3",
    "on_mark",
    "ink",
)
_STANDINGS = {"ahead": "good", "on_track": "ink", "at_risk": "warn", "behind": "bad"}
PICK = "pick"
Row = dict[str, Any]
Spec = dict[str, Any]
_SCALE = alt.Scale(domain=list(ROLES), range="category")
_STRUCTURE: Spec = {
    "background": "transparent",
    "padding": {"left": 2, "right": 4, "top": 6, "bottom": 2},
    "view": {"stroke": None},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelPadding": 6, "labelFlush": False},
    "axisX": {"grid": False, "domain": False},
    "axisY": {"domain": False, "ticks": False},
}
_WIDE = frozenset("WF")
_EM = 12.5
_EN = 7.2
_STEP = 8


@dataclass(frozen=True)
class Drawing:
    """A finished Vega-Lite spec, the rows it draws, its takeaway in words, and its unit."""

    spec: Spec
    rows: pa.Table
    alt: str
    unit: str = ""

    @property
    def height(self) -> int:
        """The height in pixels."""
        return int(self.spec["height"])


def by_role() -> alt.Color:
    """Colour a layer by the role that each row names."""
    return alt.Color("role:N", scale=_SCALE, legend=None)


def role_of(standing: str) -> str:
    """Choose the role that colours a standing."""
    return _STANDINGS.get(standing, "plan")


def as_role(chart: alt.Chart, role: str) -> alt.Chart:
    """Give all rows of a layer one role."""
    return chart.transform_calculate(role=f"'{role}'").encode(color=by_role())


def haloed(chart: alt.Chart) -> alt.Chart:
    """Draw the same text in the colour of the background behind it, so that lines stay off."""
    stroke = alt.Stroke("halo:N", scale=_SCALE, legend=None)
    wide = chart.copy()
    wide.mark = alt.MarkDef(**{**chart.mark.to_dict(), "strokeWidth": 4, "strokeJoin": "round"})
    return wide.transform_calculate(halo="'on_mark'").encode(stroke=stroke)


def only(kind: str) -> alt.Chart:
    """Start a layer from the rows of one kind."""
    return alt.Chart().transform_filter(f"datum.kind === '{kind}'")


def finished(*layers: alt.Chart) -> Spec:
    """Turn layers into the spec that the screen takes: our structure, no colours."""
    spec: Spec = alt.layer(*layers).resolve_scale(color="independent").to_dict()
    return {**spec, "config": _STRUCTURE}


def sized(spec: Spec, height: int) -> Spec:
    """Give a spec that others share its own height."""
    return {**spec, "height": height}


def table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, pa.DataType]) -> pa.Table:
    """Make the rows that a chart draws; what a row does not say is null."""
    return pa.table(
        {
            name: pa.array([row.get(name) for row in rows], kind, from_pandas=True)
            for name, kind in columns.items()
        }
    )


def pixels(words: Sequence[str], *, least: int = 0, most: int = 128) -> int:
    """Estimate how wide the widest words are drawn, in steps, so that few specs are needed."""
    widest = max((_width(word) for word in words), default=0)
    return min(most, max(least, int(-(-widest // _STEP) * _STEP)))


def _width(words: str) -> float:
    return sum(_EM if unicodedata.east_asian_width(sign) in _WIDE else _EN for sign in words)


def pixel(expression: str) -> Any:  # noqa: ANN401 - Altair's types lack expressions in a range
    """Place a mark by an expression of the chart's width, whatever the screen."""
    return {"expr": expression}


def at(place: Any) -> alt.X:  # noqa: ANN401 - pixels, "width" or an expression
    """Place a mark by pixels from the left, or by an expression of the width."""
    fixed: Any = alt.XValue(place)  # type: ignore[no-untyped-call] # Altair's own gap
    return fixed  # type: ignore[no-any-return] # likewise


def to_right_edge() -> alt.X2:
    """Let a mark reach the right edge."""
    edge: Any = alt.X2Value("width")  # type: ignore[no-untyped-call] # Altair's own gap
    return edge  # type: ignore[no-any-return] # likewise
