"""Real spreadsheets against their true figures, and odd ones read or refused in one sentence."""

import json
import math
import time
from pathlib import Path

import pytest

from salesplan.errors import UnreadableFile
from salesplan.intake.read import limits, sheets
from salesplan.text import say

# Where one reader's truth is not what we promise, and why.
OTHERWISE = {
    "nasty/calamine__strict_iso_paths.xlsx": "a column that mixes numbers and text is text",
    "nasty/poi__UncalcedRecord.xls": "the used range is counted from A1",
}
REFUSALS = {
    "password": {"password_protected"},
    "too_large": {"unsafe_file", "too_many_cells", "too_much_memory"},
    "corrupt": {"damaged_file"},
    "malicious": {"unsafe_file"},
    "not_a_workbook": {"not_a_spreadsheet"},
}
SUPERSTORE = "sales_en/npm__superstore.csv"


def number(cell):
    """A number, also when it is written as plain text."""
    if isinstance(cell, bool) or cell is None:
        return 0.0
    try:
        return float(cell)
    except (TypeError, ValueError):
        return 0.0


def numbers(sheet):
    """All numbers of a sheet, nothing repeated."""
    below = [] if sheet.rest is None else sheet.rest.slice(len(sheet.grid) + 1 - sheet.rest_row)
    cells = [cell for row in sheet.grid for cell in row]
    cells += [cell for column in getattr(below, "columns", ()) for cell in column.to_pylist()]
    return [cell for cell in cells if type(cell) in {int, float}]


@pytest.fixture(scope="module")
def truth(real_files):
    """What is known of each file, by its name."""
    told = json.loads((real_files / "truth.json").read_text(encoding="utf-8"))
    return {file["file"]: file for file in told["files"]}


def read(folder, file):
    """The sheets of a real file."""
    return sheets(Path(file).name, (folder / file).read_bytes())


def test_every_workbook_has_the_sheets_and_numbers_that_two_readers_found(real_files, truth):
    wrong = []
    for file, told in truth.items():
        if told["expect"] != "read" or told["encoding"] not in {"zip container", "binary (xls)"}:
            continue
        found = {sheet.name: sheet for sheet in read(real_files, file)}
        for sheet in told["sheets"]:
            if sheet["name"] == "Chart" or file in OTHERWISE:
                continue
            ours = found[sheet["name"]]
            if not math.isclose(sum(numbers(ours)), sheet["numeric_sum"], abs_tol=1e-4):
                wrong.append((file, sheet["name"], sum(numbers(ours)), sheet["numeric_sum"]))
            if sheet["visible"] not in {"unknown", "Visible" if ours.visible else sheet["visible"]}:
                wrong.append((file, sheet["name"], ours.visible))

    assert wrong == []


def test_every_table_has_its_rows_and_its_sum(real_files, truth):
    wrong, seen = [], 0
    for file, told in truth.items():
        found = read(real_files, file) if told["expect"] == "read" and told["tables"] else ()
        for table in told["tables"] if found else ():
            sheet = next((one for one in found if one.name == table["sheet"]), found[0])
            first, last = table["cols_1based"] or (1, sheet.col_count)
            body = sheet.body(table["header_row"], first, last)
            inside = body.filter(body["source_row"].to_numpy() <= (table["last_row"] or 10**9))
            if inside.num_rows != table["data_rows"]:
                wrong.append((file, table["sheet"], inside.num_rows, table["data_rows"]))
            if table.get("amount_column") in table["header"] and "amount_text_rule" not in table:
                seen += 1
                cells = inside.column(table["header"].index(table["amount_column"])).to_pylist()
                if not math.isclose(sum(map(number, cells)), table["amount_sum"], abs_tol=1e-4):
                    wrong.append((file, table["sheet"], sum(map(number, cells))))

    assert wrong == []
    assert seen > 40


def test_the_superstore_does_not_shift(real_files):
    (sheet,) = read(real_files, SUPERSTORE)
    body = sheet.body(1, 1, sheet.col_count)
    sales = body.column(sheet.grid[0].index("Sales")).to_pylist()

    assert round(math.fsum(map(float, sales)), 4) == 2297200.8603
    assert body.column("source_row").to_pylist() == list(range(2, 9996))


def test_every_encoding_is_what_it_is(real_files, truth):
    plain = {"ASCII": "utf-8", "UTF-8 BOM": "utf-8", "GB2312": "gb18030", "GBK": "gb18030"}
    wrong = []
    for file, told in truth.items():
        if told["expect"] == "read" and file.endswith(".csv"):
            (sheet,) = read(real_files, file)
            said = told["encoding"]
            expected = plain.get(said, said.removesuffix(" BOM").lower().replace("16le", "16-le"))
            if sheet.encoding != expected.replace("16be", "16-be"):
                wrong.append((file, sheet.encoding, said))
            if sheet.delimiter != told["delimiter"]:
                wrong.append((file, sheet.delimiter, told["delimiter"]))

    assert wrong == []


def test_every_odd_file_is_read_or_refused_in_one_sentence_and_soon(real_files, truth):
    wrong = []
    for path in sorted((real_files / "nasty").iterdir()):
        expected = truth[f"nasty/{path.name}"]["expect"]
        start = time.monotonic()
        try:
            sheets(path.name, path.read_bytes())
            outcome = "read"
        except UnreadableFile as error:
            outcome = error.key
            if path.name not in say(error):
                wrong.append((path.name, say(error)))
        took = time.monotonic() - start
        fine = {"read": {"read"}, "any_fast": {outcome}}.get(expected)
        if outcome not in (fine or REFUSALS[expected.removeprefix("refuse:")]) or took > 10:
            wrong.append((path.name, outcome, expected, took))

    assert wrong == []


@pytest.mark.parametrize("name", ["date_1904.xls", "date_1904.xlsb", "date_1904.xlsx"])
def test_days_from_1904_are_days(real_files, name):
    (sheet,) = read(real_files, f"nasty/calamine__{name}")

    assert str(sheet.grid[0][0]) == "2021-01-01 00:00:00"


def test_many_merges_cost_little(real_files):
    (sheet,) = read(real_files, "nasty/poi__57893-many-merges.xlsx")

    assert 0 < len(sheet.merges) <= limits.MERGES
    assert sheet.body(1, 1, 5).num_rows == 0


def test_merged_departments_are_repeated(real_files):
    (sheet,) = read(real_files, "nasty/miniexcel__TestIssue122.xlsx")

    assert sheet.body(1, 1, 1).column("c0").null_count == 0


def test_a_number_merged_over_three_people_is_reported(real_files):
    sheet = read(real_files, "sales_zh/hutool__merge_test.xlsx")[0]

    assert len(sheet.number_merges) == 1
