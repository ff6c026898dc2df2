"""Tables handed out as files: whatever a cell says, no program takes it for a formula or a link."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter

Cell = str | int | float | Decimal | date | None
# A formula's first sign, also after what programs skip: blanks, byte order marks, quotes.
_LIVE = re.compile(r"[\s\0\u200b\u2060\ufeff\"']*[=+\-@＝＋－＠]|[\t\r\n\0]")
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {127: None}
# An Excel cell holds no more; a longer text is cut rather than dropped.
_LONGEST = 32_767
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "default_date_format": "yyyy-mm-dd",
}


def neutral(cell: Cell) -> Cell:
    """Give a cell that stays text in a CSV: a quote goes before what would start a formula."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if _LIVE.match(cell) else cell


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table as CSV: UTF-8 with the mark that Excel needs, nothing in it alive."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([neutral(_plain(cell)) for cell in row] for row in [header, *rows])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(header: Sequence[str], rows: Iterable[Sequence[Cell]], sheet: str) -> bytes:
    """Write a table as a workbook of one sheet, every text a text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        page = book.add_worksheet(sheet)
        bold = book.add_format({"bold": True, "bottom": 1})
        for column, name in enumerate(header):
            page.write_string(0, column, str(_plain(name)), bold)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                _write(page, number, column, _plain(cell))
        page.freeze_panes(1, 0)
        page.set_column(0, max(len(header) - 1, 0), 16)
    return out.getvalue()


def _write(page: "xlsxwriter.worksheet.Worksheet", row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell[:_LONGEST])
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell)
    elif cell is not None:
        page.write_number(row, column, cell)


def _plain(cell: Cell) -> Cell:
    """Drop the control characters that no file format takes."""
    if isinstance(cell, str):
        return cell.translate(_CONTROLS)
    return cell if not isinstance(cell, datetime) else cell.replace(tzinfo=None)
