"""Workbooks built to harm: each is read or refused in one sentence, in seconds, and we live on."""

import time

import pytest

from salesplan.errors import UnreadableFile
from salesplan.intake.read import sheets

MEBI = "A" * 1024 * 1024
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHARED = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)


def cell(text):
    """A sheet with one inline text."""
    inline = f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>'
    return f'<sheetData><row r="1">{inline}</row></sheetData>'


def strings(text, doctype=""):
    """A list of shared strings."""
    return f'<?xml version="1.0"?>{doctype}<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'


def giant():
    """One text of 200 MB."""
    yield '<sheetData><row><c t="inlineStr"><is><t>'
    yield from [MEBI] * 200
    yield "</t></is></c></row></sheetData>"


def crowd():
    """Two million cells, which pack a thousandfold."""
    yield "<sheetData>"
    yield from ["<row>" + "<c><v>1</v></c>" * 10 + "</row>"] * 200_000
    yield "</sheetData>"


HOSTILE = {
    "two far corners": (
        f'<sheetData>{ONE}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
        {},
    ),
    "a wide corner": (
        f'<sheetData>{ONE}<row r="5000"><c r="XFD5000"><v>2</v></c></row></sheetData>',
        {},
    ),
    "a lying dimension": (
        f'<dimension ref="A1:XFD1048576"/><sheetData>{ONE}</sheetData>',
        {},
    ),
    "beyond the sheet": (
        '<sheetData><row r="4294967295"><c r="ZZZZ4294967295"><v>2</v></c></row></sheetData>',
        {},
    ),
    "a column without end": (f"<sheetData>{ONE.replace('A1', 'C' + '9' * 20)}</sheetData>", {}),
    "a merge over all": (
        f'<sheetData>{ONE}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        {},
    ),
    "laughs in a sheet": (cell("&j;"), {"doctype": LAUGHS}),
    "laughs in strings": (SHARED, {"sharedStrings": strings("&j;", LAUGHS)}),
    "laughs after a long comment": (
        SHARED,
        {"sharedStrings": strings("&j;", f"<!--{'x' * 9000}-->{LAUGHS}")},
    ),
    "a file of ours": (
        SHARED,
        {"sharedStrings": strings("&x;", '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hosts">]>')},
    ),
    "strings that are not there": (SHARED.replace(">0<", ">99999<"), {}),
    "deep nesting": (
        f"<sheetData><row><c>{'<x>' * 200_000}{'</x>' * 200_000}</c></row></sheetData>",
        {},
    ),
    "no numbers": (
        "<sheetData><row>"
        + "".join(f"<c><v>{text}</v></c>" for text in ("1e999", "NaN", "-INF", "0x10", "9" * 400))
        + "</row></sheetData>",
        {},
    ),
    "a giant text": (giant, {}),
    "a crowd of cells": (crowd, {}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_read_or_refused_in_seconds(raw, name):
    sheet, others = HOSTILE[name]
    data = raw(sheet() if callable(sheet) else sheet, **others)
    start = time.monotonic()

    try:
        outcome = len(sheets("a.xlsx", data))
    except UnreadableFile as error:
        outcome = error

    assert outcome
    assert time.monotonic() - start < 10
