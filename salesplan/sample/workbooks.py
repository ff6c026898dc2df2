"""Workbooks with fixed dates inside, so that the same rows make the same bytes."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

# Any fixed time: Excel shows it as the day on which the workbook was made.
_CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 -- xlsxwriter takes a naive time
_OPTIONS = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_ERROR = "#N/A"

Cell = str | int | float | date | None
Row = Sequence[Cell]


def workbook(path: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> Path:
    """Write a workbook and give its path."""
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        fill(book)
    return path


def add_table(
    book: xlsxwriter.Workbook, name: str, headers: list[str], rows: Iterable[Row]
) -> None:
    """Add a sheet with a header row and plain rows."""
    sheet = book.add_worksheet(name)
    bold, dates = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.set_column(0, len(headers) - 1, 16)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, headers, bold)
    for number, row in enumerate(rows, start=1):
        _write_row(sheet, number, row, dates)


def _write_row(sheet: Worksheet, number: int, row: Row, dates: Format) -> None:
    for column, cell in enumerate(row):
        if cell is None:
            continue
        if isinstance(cell, date):
            sheet.write_datetime(number, column, cell, dates)
        elif cell == _ERROR:
            sheet.write_formula(number, column, "=NA()", None, _ERROR)
        elif isinstance(cell, str):
            sheet.write_string(number, column, cell)
        else:
            sheet.write_number(number, column, cell)
