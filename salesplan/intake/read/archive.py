"""The zip container of a workbook, judged by its directory and the first bytes of its parts."""

import io
import re
import zipfile
from typing import Final

from salesplan.errors import DamagedFile, PasswordProtected, SalesplanError, UnsafeFile
from salesplan.intake.read import limits

_ENCRYPTED: Final = 1
_HEAD: Final = 8192
# The parts that a reader parses.
_PARSED = re.compile(
    r"xl/(workbook|styles|sharedStrings|worksheets/.*)\.xml|.*\.rels|\[Content_Types\]\.xml"
    r"|content\.xml|styles\.xml|META-INF/manifest\.xml",
    re.IGNORECASE,
)
# No program writes entities; and no sheet has ten million equal rows.
_HOSTILE = re.compile(rb"<!DOCTYPE|<!ENTITY|-repeated=\"\d{8,}\"")
_LOCKED_ODS: Final = b"encryption-data"


def check(name: str, data: bytes) -> None:
    """Refuse a container that is damaged, locked, or larger inside than a workbook can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            reason = _by_directory(archive) or _by_heads(archive)
    # On hostile bytes zipfile raises whatever comes to hand.
    except Exception as error:
        raise DamagedFile(name=name) from error
    if reason:
        raise reason(name=name)


def _by_directory(archive: zipfile.ZipFile) -> type[SalesplanError] | None:
    """Find a reason to refuse in the list of parts."""
    parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        return PasswordProtected
    names = {part.filename.lower() for part in parts}
    if len(parts) > limits.PARTS or len(names) < len(parts):
        return UnsafeFile
    if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES or any(map(_bomb, parts)):
        return UnsafeFile
    known = {"[content_types].xml", "content.xml"}
    return None if names & known else DamagedFile


def _bomb(part: zipfile.ZipInfo) -> bool:
    """Recognise a large part that packs better than any data does."""
    large = part.file_size > limits.LARGE_PART_BYTES
    return large and part.file_size > limits.RATIO * part.compress_size


def _by_heads(archive: zipfile.ZipFile) -> type[SalesplanError] | None:
    """Find a reason to refuse in the first bytes of the parts."""
    for part in archive.infolist():
        if not _PARSED.fullmatch(part.filename):
            continue
        with archive.open(part) as stream:
            head = stream.read(_HEAD)
        if _HOSTILE.search(head):
            return UnsafeFile
        if _LOCKED_ODS in head and part.filename == "META-INF/manifest.xml":
            return PasswordProtected
    return None
