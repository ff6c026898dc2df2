"""Charts, one function per shape: a frame in, a finished drawing out. Nothing here knows a page."""

from salesplan.charts.bullets import bullets
from salesplan.charts.cumulative import cumulative
from salesplan.charts.drawing import Drawing
from salesplan.charts.gap_strip import gap_strip
from salesplan.charts.heat import heat
from salesplan.charts.months import months

__all__ = ["Drawing", "bullets", "cumulative", "gap_strip", "heat", "months"]
