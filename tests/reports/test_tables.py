"""Exports: what we hand out holds what was asked, and nothing in it is alive."""

import csv
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesplan.reports.tables import neutral, to_csv, to_xlsx

TEXTS = st.text(max_size=20) | st.sampled_from(
    ["=1+1", "+86 139", "-5", "@SUM(A1)", "＝1+1", " =1", "\u00a0=1", "\ufeff=1", "\t=1", "\0=1"]
)
ROWS = st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=5)
STARTS = "=+-@＝＋－＠\t\r\n\0"


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@x", " =1", "\u3000－1", '"=1', "'=1"])
def test_a_text_that_looks_like_a_formula_gets_a_quote(cell):
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Ann", "1-2", "a=b", "'quoted'", -5, 2.5, None, ""])
def test_other_cells_stay_as_they_are(cell):
    assert neutral(cell) == cell


@given(ROWS)
def test_no_cell_of_a_csv_starts_a_formula(rows):
    text = to_csv(["a", "=b"], rows).decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.strip(" \u00a0\ufeff").startswith(tuple(STARTS))]


@given(ROWS)
def test_a_workbook_has_no_formula_and_no_link(rows):
    book = zipfile.ZipFile(io.BytesIO(to_xlsx(["a", "=b"], rows, "x")))

    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_a_workbook_gives_back_what_was_written():
    data = to_xlsx(["Name", "Amount"], [["=1+1", 12.5], ["http://evil", None]], "Rows")

    sheet = openpyxl.load_workbook(io.BytesIO(data))["Rows"]
    assert list(sheet.values) == [("Name", "Amount"), ("=1+1", 12.5), ("http://evil", None)]
    assert sheet["A2"].data_type == "s"
