"""Small files for the reader, made here."""

import io
import zipfile
from collections.abc import Callable, Iterable

import openpyxl
import pytest

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f"""{HEAD}<Types xmlns="{PACKAGE}/content-types">
        <Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/></Types>""",
    "_rels/.rels": f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship
        Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>
        <sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
        <Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>
        </Relationships>""",
    "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}"><si><t>x</t></si></sst>',
}


def pack(parts: dict[str, str | Iterable[str]]) -> bytes:
    """Zip the parts of a workbook."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            with book.open(name, "w") as part:
                part.writelines(
                    piece.encode() for piece in ([text] if isinstance(text, str) else text)
                )
    return target.getvalue()


@pytest.fixture
def raw() -> Callable[..., bytes]:
    """Make a workbook from the XML of its sheet: what is inside <worksheet>."""

    def make(sheet: str | Iterable[str], doctype: str = "", **parts: str) -> bytes:
        pieces = [sheet] if isinstance(sheet, str) else sheet
        whole = (
            piece
            for group in ([f'{HEAD}{doctype}<worksheet xmlns="{MAIN}">'], pieces, ["</worksheet>"])
            for piece in group
        )
        named = {f"xl/{name}.xml": text for name, text in parts.items()}
        return pack({**PARTS, "xl/worksheets/sheet1.xml": whole, **named})

    return make


@pytest.fixture
def book() -> Callable[..., bytes]:
    """Make an .xlsx from cells by address; a text such as #REF! is an error cell."""

    def make(cells: dict[str, object], merges: Iterable[str] = (), **more: dict) -> bytes:
        workbook = openpyxl.Workbook()
        _write(workbook.active, cells)
        for merge in merges:
            workbook.active.merge_cells(merge)
        for name, others in more.items():
            _write(workbook.create_sheet(name), others)
        return saved(workbook)

    return make


def _write(sheet: object, cells: dict[str, object]) -> None:
    """Write cells by address."""
    for address, value in cells.items():
        sheet[address] = value
        if isinstance(value, str) and value.startswith("#"):
            sheet[address].data_type = "e"


def saved(workbook: openpyxl.Workbook) -> bytes:
    """Give the bytes of a workbook."""
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()
