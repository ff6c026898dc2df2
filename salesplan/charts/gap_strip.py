"""The strip under the race: the cumulative gap to plan, a bar a week (a bar a day in a month)."""

from datetime import date
from decimal import Decimal
from functools import cache

import altair as alt
import pyarrow as pa

from salesplan import columns
from salesplan.charts import days
from salesplan.charts.cells import axis_unit, instant, scaled, written
from salesplan.charts.cumulative import look_of
from salesplan.charts.drawing import Drawing, Row, Spec, by_role, finished, only, sized, table
from salesplan.columns import Unit
from salesplan.settings import Settings
from salesplan.text import t

HEIGHT = 100
_DAY = 86_400_000.0
_GUTTER = 0.12  # of a bar
_COLUMNS = {
    **dict.fromkeys(("x", "x2", "y"), pa.float64()),
    **dict.fromkeys(("kind", "role", "label", "short", "say_day", "say_gap"), pa.string()),
}


def gap_strip(progress: pa.Table, settings: Settings) -> Drawing | None:
    """Draw actual less plan, cumulative, on the days of the race (day, actual, plan).

    Without a plan there is no gap, and nothing to draw.
    """
    every_day = progress.to_pylist()
    known = [day for day in every_day if day["actual"] is not None and day["plan"] is not None]
    if not known:
        return None
    step = days.step(len(every_day))
    chosen = [(day["day"], day["actual"] - day["plan"]) for day in known[::-step]]
    unit = axis_unit((gap for _, gap in chosen), settings)
    bars = [_bar(day, gap, step, unit, settings) for day, gap in chosen]
    edges = [{"kind": "edge", "x": instant(every_day[end]["day"])} for end in (0, -1)]
    label = [{**bar, "kind": "end", "x": bar["x2"]} for bar in bars[:1]]
    return Drawing(
        spec=sized(_spec(look_of(every_day, settings)), HEIGHT),
        rows=table([*bars, *edges, *label], _COLUMNS),
        alt=t("chart.gap_alt", gap=bars[0]["label"]),
        unit=columns.unit_label(unit, settings.currency),
    )


def _bar(day: date, gap: Decimal, step: int, unit: Unit, settings: Settings) -> Row:
    """Draw the gap at the end of a day over the days since the bar before."""
    words = written(gap, settings, signed=True)
    return {
        "kind": "bar",
        "role": "bad" if gap < 0 else "good",
        "x": instant(day) - step * _DAY * (1 - _GUTTER),
        "x2": instant(day),
        "y": scaled(gap, unit),
        "label": words,
        "short": words,
        "say_day": columns.day(day),
        "say_gap": words,
    }


@cache
def _spec(look: days.Look) -> Spec:
    x = days.x(look, labelled=False)
    tips = [
        alt.Tooltip("say_day:N", title=t("chart.day")),
        alt.Tooltip("say_gap:N", title=t("chart.gap")),
    ]
    bars = only("bar").mark_bar(stroke=None)
    ends = only("end").encode(x, days.y("y", 3), by_role())
    return finished(
        only("edge").mark_point(opacity=0).encode(x),
        bars.encode(x, alt.X2("x2"), days.y("y", 3), alt.Y2Datum(0), by_role(), tooltip=tips),
        *days.words(ends, align="left", dx=6, fontSize=12, fontWeight=600),
    )
