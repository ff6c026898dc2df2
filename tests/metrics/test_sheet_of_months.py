"""A sheet with budget and actual by month: read, loaded and measured without picking a day."""

from contextlib import closing
from datetime import date

import pytest

from salesplan.intake import examine
from salesplan.metrics import answer
from salesplan.periods import parse_period
from salesplan.scope import Scope
from salesplan.store import Store

MADE = "大区,月份,预算(万元),实际(万元)\n" + "\n".join(
    f"{region},2024-{month:02},{budget},{actual}"
    for month in range(1, 7)
    for region, budget, actual in (("华北", 400, 434), ("华东", 600, 651))
)


def measured(name, data, period="2024"):
    """The default as-of day of a file's store, and what it was by then."""
    with closing(Store.open()) as store:
        for draft in examine(name, data).tables:
            if draft.parcel:
                assert store.load(draft.parcel).status == "loaded"
        as_of = store.last_day
        (row,) = answer(store, "attainment", Scope(parse_period(period), as_of)).to_pylist()
        assert store.check() == []
    return as_of, row


@pytest.mark.parametrize("period", ["2024", "2024-Q2", "2024-06"])
def test_pace_is_attainment_at_the_end_of_the_last_month(period):
    as_of, row = measured("区域业绩.csv", MADE.encode(), period)

    assert as_of == date(2024, 6, 30)
    assert row["pace"] == pytest.approx(1.085)
    assert row["attainment"] == row["pace"]
    assert row["target_to_date"] == row["target"]


def test_a_real_one_is_8_5_percent_ahead(real_files):
    (path,) = real_files.rglob("*__medical_regional_performance.xlsx")
    as_of, row = measured(path.name, path.read_bytes())

    assert (as_of, row["actual"], row["target"]) == (date(2024, 6, 30), 286_500_000, 264_000_000)
    assert (round(row["pace"], 3), row["attainment"]) == (1.085, row["pace"])
