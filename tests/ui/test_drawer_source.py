"""The source of a row: its cells as the file has them."""

import io

import xlsxwriter

from salesplan.ui.drawer_source import original


def workbook(*rows):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Data")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def cells(*given):
    return original(*given).to_numpy().tolist()


def test_shows_a_row_of_a_workbook_under_its_headers():
    book = workbook(["Sales of July"], ["Day", "Rep", "Amount"], ["2026-07-01", "Ann", 90.5])

    assert cells("a.xlsx", book, "Data", 3, 2) == [
        ["Day", "2026-07-01"],
        ["Rep", "Ann"],
        ["Amount", "90.5"],
    ]


def test_shows_a_row_of_a_text_file_as_it_is():
    text = b'Day,Rep,Amount\n2026-07-01,Ann,"1,090.50"\n'

    assert cells("a.csv", text, "a", 2, 1)[2] == ["Amount", "1,090.50"]


def test_finds_the_row_far_down_a_long_sheet():
    book = workbook(["Rep", "Amount"], *([f"Rep {n}", n] for n in range(2, 500)))

    assert cells("a.xlsx", book, "Data", 400, 1) == [["Rep", "Rep 400"], ["Amount", "400"]]


def test_keeps_what_looks_like_markup_as_text():
    evil = "![x](http://evil.example/a.png)"

    assert cells("a.csv", f"Rep,Amount\n{evil},5\n".encode(), "a", 2, 1)[0] == ["Rep", evil]
