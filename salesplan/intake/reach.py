"""From which day to which day the rows of a parcel reach."""

from datetime import date, timedelta

import pyarrow.compute as pc

from salesplan.store import Parcel

# By kind, the columns with the first and the last day of a row; other kinds have no days.
_DAYS = {
    "sales": ("sold_on", "sold_on"),
    "satisfaction": ("answered_on", "answered_on"),
    "targets": ("starts_on", "ends_on"),
}


def reach(parcel: Parcel) -> tuple[date, date] | None:
    """Give the first and the last day, both inside; targets are kept until the day after."""
    names = _DAYS.get(parcel.kind)
    if names is None or not parcel.rows.num_rows:
        return None
    first, last = (parcel.rows.column(name) for name in names)
    ends = pc.max(last).as_py() - timedelta(days=parcel.kind == "targets")
    return pc.min(first).as_py(), ends
