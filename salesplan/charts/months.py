"""Months side by side: the target as an outline, the actual as a solid bar inside it."""

from functools import cache

import altair as alt
import pyarrow as pa

from salesplan import columns
from salesplan.charts.cells import Cells, axis_unit, scaled, shortest_month, written
from salesplan.charts.drawing import Drawing, Row, Spec, as_role, finished, sized, table
from salesplan.columns import Unit
from salesplan.settings import Settings
from salesplan.text import language, t

HEIGHT = 170
_LABELS = 13  # so many months have room for their names
_ROOMY = "bandwidth('x') > 20"
_TIPS = {"say_month": "month", "say_actual": "actual", "say_target": "target", "rate": "attainment"}
_COLUMNS = {
    "place": pa.int32(),
    **dict.fromkeys(("actual", "target"), pa.float64()),
    **dict.fromkeys(("label", "short", *_TIPS), pa.string()),
}


def months(by_month: pa.Table, settings: Settings) -> Drawing:
    """Draw actual against target by month (month, actual, target, attainment)."""
    found = sorted(by_month.to_pylist(), key=lambda row: row["month"])
    unit = axis_unit((row[name] for row in found for name in ("actual", "target")), settings)
    every = -(-len(found) // _LABELS)
    rows = [_row(place, row, every, unit, settings) for place, row in enumerate(found)]
    return Drawing(
        spec=sized(_spec(language()), HEIGHT),
        rows=table(rows, _COLUMNS),
        alt=t("chart.months_alt"),
        unit=columns.unit_label(unit, settings.currency),
    )


def _row(place: int, row: Cells, every: int, unit: Unit, settings: Settings) -> Row:
    return {
        "place": place,
        "actual": scaled(row["actual"], unit),
        "target": scaled(row["target"], unit),
        "label": "" if place % every else columns.short_month(row["month"]),
        "short": "" if place % every else shortest_month(row["month"]),
        "say_month": columns.month(row["month"]),
        "say_actual": written(row["actual"], settings),
        "say_target": written(row["target"], settings),
        "rate": columns.rate(row["attainment"]),
    }


@cache
def _spec(spoken: str) -> Spec:  # noqa: ARG001 - keys the cache
    base = alt.Chart().transform_filter("isValid(datum.place)")
    x = alt.X("place:O", axis=None, scale=alt.Scale(paddingInner=0.35, paddingOuter=0.1))
    axis = alt.Axis(title=None, tickCount=4, grid=True)
    tips = [alt.Tooltip(f"{field}:N", title=t(f"chart.{word}")) for field, word in _TIPS.items()]
    inner = alt.Y("actual:Q", axis=axis)
    solid = base.mark_bar(stroke=None, width=alt.RelativeBandSize(band=0.72))
    whole = {"y": alt.YValue(0), "y2": alt.Y2Value("height")}  # type: ignore[no-untyped-call] # Altair's own gap
    return finished(
        as_role(solid, "actual").encode(x, inner),
        _outline(base).encode(x, alt.Y("target:Q", axis=axis)),
        *_names(base, x),
        base.mark_bar(opacity=0).encode(x, tooltip=tips, **whole),
    )


def _names(base: alt.Chart, x: alt.X) -> list[alt.Chart]:
    """Name the months under the axis: in short where there is hardly room."""
    bottom = alt.YValue("height")  # type: ignore[no-untyped-call] # Altair's own gap
    names = as_role(base.mark_text(fontSize=12, baseline="top", dy=8), "plan").encode(x, y=bottom)
    return [
        names.encode(text=alt.condition(_ROOMY, "label:N", alt.value(""))),
        names.encode(text=alt.condition(_ROOMY, alt.value(""), "short:N")),
    ]


def _outline(base: alt.Chart) -> alt.Chart:
    return as_role(base.mark_bar(filled=False, strokeWidth=1.3), "plan")
