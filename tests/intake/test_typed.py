"""Whole columns: the fast path says what values.py says, cell by cell."""

from decimal import Decimal

import pyarrow as pa
from hypothesis import example, given
from hypothesis import strategies as st

from salesplan.intake.dates import parse_date
from salesplan.intake.days import days
from salesplan.intake.typed import money, texts, writes_comma
from salesplan.intake.values import Bad, parse_money, parse_text, stored

PLAIN = st.decimals(-(10**13), 10**13, places=4, allow_nan=False).map(str)
WRITTEN = st.one_of(
    PLAIN,
    st.integers(-(10**15), 10**15).map(lambda n: f"{n:,}"),
    st.floats(allow_nan=True).map(str),
    st.sampled_from(
        [
            "-",
            "无",
            "1.2万",
            "¥1,234.50",
            "1 234,50",
            "(1,200)",
            "－500",
            "#REF!",
            "待定",
            "1.234",
            "1,234",
        ]
    ),
    st.text("0123456789.,-+eE %¥万()１", max_size=8),
    st.none(),
)
FLOATS = st.one_of(
    st.none(),
    st.floats(),
    st.floats(-(10**9), 10**9).map(lambda x: round(x, 4)),
    st.floats(-(10**6), 10**6).map(lambda x: round(x, 2) * 3),
)
FACTORS = st.sampled_from([1, 1_000, 10_000, 100_000_000])


def slowly(cells, factor, *, comma):
    """Each cell by itself: values, and which could not be read."""
    values, bad = [], []
    for cell in cells:
        read = parse_money(cell, comma=comma)
        kept = stored(read, factor)[0] if isinstance(read, Decimal) else read
        values.append(kept if isinstance(kept, Decimal) else None)
        bad.append(isinstance(kept, Bad))
    return values, bad


@given(st.lists(WRITTEN, max_size=12), FACTORS)
@example(["1.00000"], 1)
@example(["99999999999999.9999", "100000000000000"], 1)
def test_a_column_of_text_amounts_is_read_as_its_cells_are(cells, factor):
    column = pa.array(cells, pa.string())
    found = money(column, factor=factor)

    assert (found.values.to_pylist(), found.bad.tolist()) == slowly(
        cells, factor, comma=writes_comma(column)
    )


@given(st.lists(FLOATS, max_size=12), FACTORS)
@example([59.050000000000004, 0.1 + 0.2, 1e11, 123456789.12345, 99999999999.99995], 1)
def test_a_column_of_numbers_is_read_as_its_cells_are(cells, factor):
    found = money(pa.array(cells, pa.float64()), factor=factor)

    assert (found.values.to_pylist(), found.bad.tolist()) == slowly(cells, factor, comma=False)


@given(
    st.lists(
        st.one_of(st.none(), st.text(max_size=6), st.sampled_from(["无", "N/A", " a  b ", "007"])),
        max_size=9,
    )
)
@example(["n/A", "无数据", "暂无", "无锡"])
def test_a_column_of_texts_is_read_as_its_cells_are(cells):
    found = texts(pa.array(cells, pa.string()))

    assert found.values.to_pylist() == [parse_text(cell) for cell in cells]


DAYS = st.one_of(
    st.none(),
    st.dates().map(str),
    st.datetimes().map(lambda moment: f"{moment:%Y-%m-%d %H:%M:%S}"),
    st.dates().map(lambda day: f"{day.day:02}/{day.month:02}/{day.year:04}"),
    st.dates().map(lambda day: f"{day.day}/{day.month}/{day.year % 100:02}"),
    st.sampled_from(
        [
            "2026年3月5日",
            "3月",
            "46086",
            "-",
            "2026-02-30",
            "2026-03-05T10:00:00Z",
            "3/25/2026 10:20 AM",
        ]
    ),
    st.text("0123456789-/: ", max_size=12),
)


@given(st.lists(DAYS, max_size=12), st.sampled_from(["dmy", "mdy", None]))
def test_a_column_of_text_days_is_read_as_its_cells_are(cells, order):
    found = days(pa.array(cells, pa.string()), order)
    read = [parse_date(cell, order) for cell in cells]

    assert found.values.to_pylist() == [None if isinstance(one, Bad) else one for one in read]
    assert found.bad.tolist() == [isinstance(one, Bad) for one in read]


def test_a_column_proves_how_it_writes_decimals():
    assert writes_comma(pa.array(["1.234", "1.234,50"]))
    assert not writes_comma(pa.array(["1,234", "1,234.50", "1 234,50"]))


def test_numbers_are_ids_without_their_decimals():
    assert texts(pa.array([412290.0, None, 7.0])).values.to_pylist() == ["412290", None, "7"]
