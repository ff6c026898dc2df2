"""What is refused at the door, and how it is said."""

import io
import zipfile

import pytest

from salesplan import errors
from salesplan.intake.read import limits, sheets
from salesplan.intake.read.gate import is_workbook
from salesplan.text import LANGUAGES, say, speaking

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504
BOF = b"\x09\x08\x10\x00" + b"\0" * 16


def zipped(*names, data=b"x" * 9):
    """A zip with such parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", errors.EmptyFile, id="nothing"),
        pytest.param(b"\0\0 \n" * 100, errors.EmptyFile, id="zeros"),
        pytest.param(b"%PDF-1.7 ...", errors.NotASpreadsheet, id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"0" * 99, errors.NotASpreadsheet, id="png"),
        pytest.param(b"BM" + b"\0" * 99, errors.NotASpreadsheet, id="bmp"),
        pytest.param(b"PK\x05\x06" + b"\0" * 18, errors.NotASpreadsheet, id="empty zip"),
        pytest.param(b"\n <HTML><table>", errors.NotASpreadsheet, id="page named .xls"),
        pytest.param(b"<?xml version='1.0'?>", errors.NotASpreadsheet, id="xml"),
        pytest.param(b"\x09\x04\x06\x00" + b"\0" * 99, errors.OldWorkbook, id="excel 4"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), errors.PasswordProtected),
        pytest.param(OLE + BOF + b"\x2f\x00", errors.PasswordProtected, id="locked xls"),
        pytest.param(b"PK\x03\x04 cut off", errors.DamagedFile, id="half a zip"),
        pytest.param(zipped("readme.txt"), errors.DamagedFile, id="a zip of something else"),
        pytest.param(
            zipped("[Content_Types].xml", *map(str, range(limits.PARTS))),
            errors.UnsafeFile,
            id="too many parts",
        ),
        pytest.param(
            zipped("content.xml", "big.bin", data=b" " * 40 * limits.MEBI),
            errors.UnsafeFile,
            id="packed too well",
        ),
        pytest.param(
            zipped("[Content_Types].xml", "xl/workbook.xml", data=b"<!DOCTYPE l [<!ENTITY a ''>]>"),
            errors.UnsafeFile,
            id="entities",
        ),
        pytest.param(
            zipped("content.xml", data=b'<row table:number-rows-repeated="999999999">'),
            errors.UnsafeFile,
            id="a billion rows",
        ),
        pytest.param(
            zipped("content.xml", "META-INF/manifest.xml", data=b"<m:encryption-data>"),
            errors.PasswordProtected,
            id="locked ods",
        ),
    ],
)
def test_what_is_no_readable_spreadsheet_is_refused(data, error):
    with pytest.raises(error):
        is_workbook("a.xlsx", data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    with pytest.raises(errors.UnsafeFile):
        is_workbook("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml", "xl/workbook.xml"))


def test_a_part_with_a_password_is_refused():
    data = bytearray(zipped("[Content_Types].xml"))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(errors.PasswordProtected):
        is_workbook("a.xlsx", bytes(data))


def test_a_file_of_more_bytes_than_we_take_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "TEXT_BYTES", 3 * limits.MEBI)

    with pytest.raises(errors.FileTooLarge) as refused:
        is_workbook("a.csv", b"a" * (4 * limits.MEBI))

    assert refused.value.values == {"name": "a.csv", "size": 4, "limit": 3}


def test_the_content_decides_not_the_name(book):
    assert is_workbook("a.csv", book({"A1": "x"}))
    assert not is_workbook("a.xlsx", b"a,b\n1,2\n")
    assert sheets("a.xlsx", b"a,b\n1,2\n")[0].grid == (("a", "b"), ("1", "2"))


def test_a_text_that_begins_with_bm_is_no_picture():
    assert not is_workbook("a.csv", b"BMW,Audi\n1,2\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", errors.UnreadableFile.__subclasses__())
def test_each_refusal_names_the_file_and_says_what_to_do(error, language):
    values = {"name": "七月.xlsx", "sheet": "S", "size": 4, "limit": 3, "seconds": 25}

    with speaking(language):
        sentence = say(error(rows=9, columns=9, **values))

    assert "七月.xlsx" in sentence
    assert sentence.count("。" if language == "zh" else ". ") >= 1
