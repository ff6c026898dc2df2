"""Large workbooks: the fast way must say what the exact way says."""

import io
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter

from salesplan.intake.read import limits
from salesplan.intake.read.inside.book import Caps, read
from salesplan.intake.read.inside.lean import lean

EXACT = Caps(grid_rows=60, lean_from=10**12, cells=10**9, merges=10**6, reply=10**12)
FAST = replace(EXACT, lean_from=1)
LONG = 200


def workbook(cells, *, first_row=0, first_col=0, formats=(), merge=None):
    """A sheet with one column per sequence of cells."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Orders")
    for place, column in enumerate(cells):
        style = book.add_format({"num_format": formats[place]}) if formats else None
        for row, cell in enumerate(column):
            if isinstance(cell, str) and cell.startswith("="):
                sheet.write_formula(first_row + row, first_col + place, cell, None, "#N/A")
            elif cell is not None:
                sheet.write(first_row + row, first_col + place, cell, style)
    if merge:
        sheet.merge_range(merge, "merged")
    book.close()
    return target.getvalue()


def told(sheets):
    """All that is told of sheets, comparable."""
    return [
        {**vars(sheet), "rest": sheet.rest and (sheet.rest.schema, sheet.rest.to_pydict())}
        for sheet in sheets
    ]


@pytest.mark.parametrize(
    "column",
    [
        pytest.param([f"Rep {row}" for row in range(LONG)], id="text"),
        pytest.param([row * 1.1 for row in range(LONG)], id="numbers"),
        pytest.param(["Amount", *range(LONG)], id="numbers under a header"),
        pytest.param([date(2026, 1, 1) + timedelta(row) for row in range(LONG)], id="days"),
        pytest.param([datetime(2026, 1, 1, 12, 30)] * LONG, id="moments"),  # noqa: DTZ001
        pytest.param([row % 2 == 0 for row in range(LONG)], id="truths"),
        pytest.param([row % 2 == 0 or row for row in range(LONG)], id="truths among numbers"),
        pytest.param([timedelta(hours=row) for row in range(LONG)], id="durations"),
        pytest.param([time(row % 24, 5) for row in range(LONG)], id="times of day"),
        pytest.param([row / 3 if row % 2 else "x" for row in range(LONG)], id="long fractions"),
        pytest.param([row * 1000 if row % 2 else "x" for row in range(LONG)], id="mixed"),
        pytest.param([date(2026, 1, 1), "soon"] * LONG, id="days and text"),
        pytest.param([1.5, "=NA()"] * LONG, id="errors among numbers"),
        pytest.param([1.5] * (LONG - 1) + ["=NA()"], id="one error far below"),
        pytest.param(["=NA()"] * LONG, id="errors only"),
        pytest.param([None] * LONG + ["far"], id="blank first"),
        pytest.param(["  ", "a "] * LONG, id="spaces"),
        pytest.param([f"{row:020}" for row in range(LONG)], id="long ids"),
    ],
)
@pytest.mark.parametrize("place", [{}, {"first_row": 4, "first_col": 2}])
def test_the_fast_way_reads_what_the_exact_way_reads(column, place):
    data = workbook([column, ["x"] * LONG], **place)

    assert told(read(data, FAST)) == told(read(data, EXACT))


def test_chinese_date_formats_are_dates_in_the_fast_way_too():
    days = [date(2026, 1, 1) + timedelta(row) for row in range(LONG)]
    data = workbook([days], formats=['yyyy"年"m"月"d"日"'])

    (sheet,) = read(data, FAST)

    assert str(sheet.rest.schema.types[0]) == "timestamp[ms]"
    assert told([sheet]) == told(read(data, EXACT))


def test_merges_below_the_rows_left_out_are_kept():
    (sheet,) = read(workbook([["x"] * LONG], merge="A150:A160"), FAST)

    assert sheet.merges == [(150, 1, 160, 1)]


def test_rows_without_numbers_are_counted(raw):
    row = '<row><c t="inlineStr"><is><t>Ann</t></is></c><c><v>2.5</v></c></row>'
    data = raw(["<sheetData>", row * LONG, "</sheetData>"])

    (sheet,) = read(data, FAST)

    assert (len(sheet.grid), sheet.row_count, sheet.rest.num_rows) == (60, LONG, LONG - 60)


def test_a_text_that_stands_behind_a_formula_is_found(raw):
    cells = '<row r="1"><c r="A1" t="s"><f>B1</f><v>150</v></c></row>' + "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(2, LONG)
    )
    texts = "".join(f"<si><t>Text {place}</t></si>" for place in range(LONG))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    (sheet,) = read(
        raw(f"<sheetData>{cells}</sheetData>", sharedStrings=f'<sst xmlns="{main}">{texts}</sst>'),
        FAST,
    )

    assert sheet.grid[0] == ["Text 150"]


def test_only_the_first_rows_and_their_texts_are_copied():
    data = workbook([[f"Text {row}" for row in range(5000)]])

    short = lean(data, rows=60, from_size=1)

    assert b"Text 59<" in short.data
    assert b"Text 60<" not in short.data


def test_a_small_sheet_is_not_worth_a_copy():
    assert lean(workbook([["x"]]), rows=60, from_size=limits.LEAN_FROM_BYTES) is None
