"""Workbooks: what stands in a cell, and where."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

from salesplan.intake.read import sheets


def rows(table):
    """A body as plain rows, each with its row number last."""
    return [tuple(row.values()) for row in table.to_pylist()]


def test_a_table_that_begins_at_c5_keeps_its_place(book):
    (sheet,) = sheets("a.xlsx", book({"C5": "Rep", "D5": "Amount", "C6": "Ann", "D6": 90}))

    assert sheet.grid[4] == (None, None, "Rep", "Amount")
    assert sheet.grid[3] == (None, None, None, None)
    assert (sheet.row_count, sheet.col_count) == (6, 4)
    assert rows(sheet.body(5, 3, 4)) == [("Ann", 90.0, 6)]


def test_a_body_keeps_the_types_of_its_columns(book):
    cells = {"A1": "text", "B1": "number", "C1": "day", "D1": "truth"}
    cells |= {"A2": "x", "B2": 1.5, "C2": date(2026, 7, 3), "D2": True}

    (sheet,) = sheets("a.xlsx", book(cells))

    body = sheet.body(1, 1, 4)
    assert [str(kind) for kind in body.schema.types] == [
        "string", "double", "timestamp[ms]", "bool", "int32",
    ]  # fmt: skip
    assert rows(body) == [("x", 1.5, datetime(2026, 7, 3), True, 2)]  # noqa: DTZ001


def test_blank_rows_are_left_out_and_do_not_shift_row_numbers(book):
    (sheet,) = sheets("a.xlsx", book({"A1": "Rep", "A3": "Ann", "A4": "  ", "A9": "Bob"}))

    assert rows(sheet.body(1, 1, 1)) == [("Ann", 3), ("Bob", 9)]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1e21, "1000000000000000000000"),
        (0.0000001, "0.0000001"),
        (123456789012345, "123456789012345"),
        (0.1, "0.1"),
        (-7.0, "-7"),
        (True, "TRUE"),
        (date(2026, 7, 3), "2026-07-03"),
        (datetime(2026, 7, 3, 12, 30), "2026-07-03 12:30:00"),  # noqa: DTZ001
        (time(9, 5), "09:05:00"),
        (timedelta(hours=30), "30:00:00"),
    ],
)
def test_a_mixture_becomes_text_that_loses_nothing(book, number, text):
    (sheet,) = sheets("a.xlsx", book({"A1": "Id", "A2": number, "A3": "007"}))

    assert sheet.body(1, 1, 1).column("c0").to_pylist() == [text, "007"]


@pytest.mark.parametrize("identity", ["007", "123456789012345678", "11223344556677889900"])
def test_an_id_as_text_stays_as_it_is(book, identity):
    (sheet,) = sheets("a.xlsx", book({"A1": "Id", "A2": identity}))

    assert sheet.body(1, 1, 1).column("c0").to_pylist() == [identity]


def test_an_error_cell_is_text_and_listed_never_blank(book):
    cells = {"B2": "Amount", "B3": 1, "B4": "#REF!", "B5": "#N/A", "B6": "#DIV/0!"}

    (sheet,) = sheets("a.xlsx", book(cells))

    assert sheet.body(2, 2, 2).column("c0").to_pylist() == ["1", "#REF!", "#N/A", "#DIV/0!"]
    assert sheet.errors == ((4, 2, "#REF!"), (5, 2, "#N/A"), (6, 2, "#DIV/0!"))
    assert sheet.grid[3] == (None, "#REF!")


def test_a_merged_text_is_repeated_down_but_blanks_are_not(book):
    cells = {"A1": "Region", "B1": "Amount", "A2": "East", "B2": 1, "B3": 2, "B4": 3}

    (sheet,) = sheets("a.xlsx", book(cells, merges=["A2:A3"]))

    assert rows(sheet.body(1, 1, 2)) == [("East", 1, 2), ("East", 2, 3), (None, 3, 4)]
    assert sheet.merges == ((2, 1, 3, 1),)


def test_a_merged_number_is_one_number(book):
    cells = {"A1": "Amount", "B1": "Rep", "A2": 90, "B2": "Ann", "B3": "Bob"}

    (sheet,) = sheets("a.xlsx", book(cells, merges=["A2:A3"]))

    assert rows(sheet.body(1, 1, 2)) == [(90, "Ann", 2), (None, "Bob", 3)]
    assert sheet.number_merges == ((2, 1, 3, 1),)


def test_a_note_merged_across_does_not_turn_numbers_into_text(book):
    cells = {"A1": "Rep", "B1": "Team", "C1": "Amount", "A2": "Ann", "B2": "North", "C2": 90}

    (sheet,) = sheets("a.xlsx", book({**cells, "A3": "Total"}, merges=["A3:C3"]))

    assert rows(sheet.body(1, 1, 3)) == [("Ann", "North", 90, 2), ("Total", "Total", None, 3)]


def test_a_merge_that_begins_in_the_header_fills_nothing(book):
    (sheet,) = sheets("a.xlsx", book({"A1": "Rep", "B2": "Ann"}, merges=["A1:A2"]))

    assert rows(sheet.body(1, 1, 2)) == [(None, "Ann", 2)]


def test_a_merge_over_the_whole_sheet_costs_nothing(raw):
    cells = (
        f'<row r="{row}"><c r="{col}{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for row, col, text in ((1, "A", "x"), (2, "A", "y"), (3, "B", "z"))
    )
    merge = '</sheetData><mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'

    (sheet,) = sheets("a.xlsx", raw(["<sheetData>", *cells, merge]))

    assert rows(sheet.body(1, 1, 2)) == [("y", "y", 2), ("y", "y", 3)]


def test_rows_past_the_grid_join_those_within(book):
    cells = {"A1": "Rep", "B1": "Amount"}
    cells |= {f"A{row}": f"Rep {row}" for row in range(2, 101)}
    cells |= {f"B{row}": row for row in range(2, 101)}

    (sheet,) = sheets("a.xlsx", book(cells))

    assert len(sheet.grid) == 60
    assert rows(sheet.body(1, 1, 2)) == [(f"Rep {row}", row, row) for row in range(2, 101)]
    assert rows(sheet.body(70, 1, 2))[0] == ("Rep 71", 71, 71)
    assert sheet.cell(100, 2) == 100
    assert sheet.cell(101, 2) is None


def test_a_text_far_below_makes_the_whole_column_text(book):
    cells = {"A1": "Amount"} | {f"A{row}": row / 2 for row in range(2, 81)} | {"A81": "n/a"}

    (sheet,) = sheets("a.xlsx", book(cells))

    assert sheet.body(1, 1, 1).column("c0").to_pylist()[:2] == ["1", "1.5"]
    assert sheet.body(1, 1, 1).column("c0").to_pylist()[-1] == "n/a"


def test_hidden_sheets_are_read_and_told_apart():
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "seen"
    for name, state in (("Hidden", "hidden"), ("Deep", "veryHidden")):
        workbook.create_sheet(name)["A1"] = "unseen"
        workbook[name].sheet_state = state
    workbook.create_chartsheet("Chart")
    target = io.BytesIO()
    workbook.save(target)

    found = sheets("a.xlsx", target.getvalue())

    assert [(sheet.name, sheet.visible) for sheet in found] == [
        ("Sheet", True), ("Hidden", False), ("Deep", False),
    ]  # fmt: skip


def test_an_empty_sheet_has_no_rows(book):
    (sheet,) = sheets("a.xlsx", book({}))

    assert (sheet.grid, sheet.row_count, sheet.col_count) == ((), 0, 0)


ODS = """
<office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="七月">
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell/>
<table:table-cell office:value-type="string"><text:p>Rep</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Amount</text:p></table:table-cell>
</table:table-row>
<table:table-row><table:table-cell/>
<table:table-cell office:value-type="string"><text:p>Ann</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="90.5"><text:p>90.5</text:p>
</table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>
</m:manifest>"""


def test_an_ods_keeps_its_place():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", "".join(ODS.splitlines()))
        book.writestr("META-INF/manifest.xml", MANIFEST)

    (sheet,) = sheets("a.ods", target.getvalue())

    assert sheet.name == "七月"
    assert rows(sheet.body(3, 2, 3)) == [("Ann", 90.5, 4)]
