"""The first look at a file: what is it, and may it go on? Cheap: the wall is the child."""

import re
from typing import Final

from salesplan.errors import (
    EmptyFile,
    FileTooLarge,
    NotASpreadsheet,
    OldWorkbook,
    PasswordProtected,
)
from salesplan.intake.read import archive, limits

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD: Final = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
# The first record of an .xls, a write protection perhaps, then one that says "encrypted".
_FILEPASS = re.compile(
    rb"\x09\x08(?:\x10\x00.{16}|\x08\x00.{8})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
_FOREIGN: Final = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"BM",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"PK",
    b"SQLite format 3",
)
_BLANK = re.compile(rb"[\s\0]*")
_MARKUP = re.compile(rb"\s*(?:<!doctype|<html|<\?xml|<table|\{\\rtf)", re.IGNORECASE)


def is_workbook(name: str, data: bytes) -> bool:
    """Tell a workbook (True) from text (False) by its content; refuse anything else."""
    if _BLANK.fullmatch(data):
        raise EmptyFile(name=name)
    if data.startswith((_ZIP, _OLE)):
        _cap(name, data, limits.WORKBOOK_BYTES)
        _unlocked(name, data)
        return True
    if data.startswith(_OLD):
        raise OldWorkbook(name=name)
    if _is_foreign(data):
        raise NotASpreadsheet(name=name)
    _cap(name, data, limits.TEXT_BYTES)
    return False


def _cap(name: str, data: bytes, most: int) -> None:
    """Refuse what is too large to begin with."""
    if len(data) > most:
        raise FileTooLarge(name=name, size=len(data) // limits.MEBI, limit=most // limits.MEBI)


def _unlocked(name: str, data: bytes) -> None:
    """Refuse a workbook with a password."""
    if data.startswith(_ZIP):
        archive.check(name, data)
    elif _ENCRYPTED in data or _FILEPASS.search(data):
        raise PasswordProtected(name=name)


def _is_foreign(data: bytes) -> bool:
    """Recognise pictures, reports, pages and archives (a "BM" alone may begin a text)."""
    if data.startswith(b"BM"):
        return b"\0" in data[:64]
    return data.startswith(_FOREIGN) or _MARKUP.match(data) is not None
