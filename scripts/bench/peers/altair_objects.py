"""Our own pages, but as most would run them: charts built by Altair in each run, no warm-up."""

import importlib
import pkgutil

from salesplan import charts
from salesplan.ui import frame

PAGES = {"review": {"attainment": ":material/flag:"}}

for module in pkgutil.iter_modules(charts.__path__, "salesplan.charts."):
    for kept in vars(importlib.import_module(module.name)).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
frame.run(PAGES)
