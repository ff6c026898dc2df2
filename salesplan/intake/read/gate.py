"""The first look at a file: what is it, and may it go on? Cheap: the wall is the child."""

from salesplan.errors import EmptyFile, FileTooLarge, NotASpreadsheet, PasswordProtected
from salesplan.intake.read import archive, limits

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKED = b"PK\x03\x04"
_FOREIGN = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"BM",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"PK",
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"{\\rtf")


def is_workbook(name: str, data: bytes) -> bool:
    """Tell a workbook (True) from text (False) by its content; refuse anything else."""
    if not data.strip():
        raise EmptyFile(name=name)
    if data.startswith(_PACKED):
        _cap(name, data, limits.WORKBOOK_BYTES)
        archive.check(name, data)
        return True
    if data.startswith(_OLE):
        _cap(name, data, limits.WORKBOOK_BYTES)
        if _ENCRYPTED in data:
            raise PasswordProtected(name=name)
        return True
    if data.startswith(_FOREIGN) or data.lstrip()[:9].lower().startswith(_MARKUP):
        raise NotASpreadsheet(name=name)
    _cap(name, data, limits.TEXT_BYTES)
    return False


def _cap(name: str, data: bytes, most: int) -> None:
    """Refuse what is too large to begin with."""
    if len(data) > most:
        raise FileTooLarge(name=name, size=len(data) // limits.MEBI, limit=most // limits.MEBI)
