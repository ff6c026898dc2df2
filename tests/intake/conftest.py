"""Small sheets for tests of intake: written as rows, examined as files."""

import io
from datetime import date

import pytest
import xlsxwriter

from salesplan.intake import Answers, examine


def book(sheets, merges=(), hidden=()):
    """A workbook: {sheet name: rows}; a merge is (first row, column, last row, column)."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for place, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    _write(sheet, place, column, cell, day)
            for r1, c1, r2, c2 in merges:
                sheet.merge_range(r1 - 1, c1 - 1, r2 - 1, c2 - 1, rows[r1 - 1][c1 - 1])
            if name in hidden:
                sheet.hide()
    return target.getvalue()


def _write(sheet, row, column, cell, day):
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write(row, column, cell)


@pytest.fixture
def lines():
    """Examine lines as a CSV file and give the drafts."""

    def examined(*rows, name="file.csv", **answers):
        return examine(name, "\n".join(rows).encode(), Answers(**answers)).tables

    return examined


@pytest.fixture
def sheets():
    """Examine sheets of cells as a workbook and give the drafts."""

    def examined(given, *, name="file.xlsx", merges=(), hidden=(), **answers):
        return examine(name, book(given, merges, hidden), Answers(**answers)).tables

    return examined


@pytest.fixture
def loaded():
    """What a ready draft would store, chosen columns as text."""

    def rows(draft, *columns):
        return [
            " ".join("-" if row[name] is None else _said(row[name]) for name in columns)
            for row in draft.parcel.rows.to_pylist()
        ]

    return rows


def _said(value):
    text = format(value, "f") if hasattr(value, "as_tuple") else str(value)
    return text.rstrip("0").rstrip(".") if hasattr(value, "as_tuple") else text


@pytest.fixture
def told():
    """The account of a draft: rows read, loaded, rejected, ignored."""

    def account(draft):
        parcel = draft.parcel
        return (parcel.rows_read, parcel.rows_loaded, parcel.rows_rejected, parcel.rows_ignored)

    return account


@pytest.fixture
def rejected():
    """The rejected rows of a draft: row, column, what was found, why."""

    def problems(draft):
        found = draft.parcel.rejected
        return [(p.row, p.column, p.found, p.reason.key.removeprefix("intake.")) for p in found]

    return problems


@pytest.fixture
def notes():
    """The keys of a draft's notes."""

    def keys(draft):
        return [note.key.removeprefix("intake.") for note in draft.notes]

    return keys
