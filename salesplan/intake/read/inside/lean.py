"""A large .xlsx without most of its rows.

The first rows are wanted cell by cell, the rest as columns: two readers. Parsing all rows twice
would double the time, so the cell reader gets a copy that ends after the first rows.
"""

import io
import re
import zipfile
from typing import IO, Final

from salesplan.intake.read.inside.strings import first_strings

_CHUNK: Final = 1 << 20
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_NUMBER = re.compile(rb"""\br=["'](\d+)["']""")
_DATA_END: Final = b"sheetData>"
_END_TAG = re.compile(rb"</(?:\w+:)?sheetData>")
_SEAM: Final = 64
_STRINGS: Final = "xl/sharedStrings.xml"
_TRUTH: Final = b' t="b"'


def lean(data: bytes, *, rows: int, from_size: int) -> bytes | None:
    """Copy a workbook with the first rows only; None where that does not pay or would mislead.

    Truth values mislead: among numbers the column reader makes them 1 and 0. The copy is stored
    unpacked.
    """
    if not data.startswith(b"PK"):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = [part for part in book.infolist() if _is_sheet(part.filename)]
        if max((part.file_size for part in parts), default=0) < from_size:
            return None
        short: dict[str, bytes] = {}
        for part in parts:
            sheet = _shortened(book, part, rows)
            if sheet is None:
                return None
            short[part.filename] = sheet
        if _STRINGS in book.namelist() and (strings := first_strings(book, short.values())):
            short[_STRINGS] = strings
        return _copy(book, short)


def _copy(book: zipfile.ZipFile, replaced: dict[str, bytes]) -> bytes:
    """Write the parts that a reader looks at into a new container."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for name in book.namelist():
            if name.endswith((".xml", ".rels")):
                copy.writestr(name, replaced.get(name) or book.read(name))
    return target.getvalue()


def _is_sheet(name: str) -> bool:
    """Tell sheets from the other parts of an .xlsx."""
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def _shortened(book: zipfile.ZipFile, part: zipfile.ZipInfo, rows: int) -> bytes | None:
    """Keep what comes before and after the rows to leave out; None if it has truth values."""
    with book.open(part) as stream:
        head, cut = _head(stream, rows)
        if cut is None or _TRUTH in head:
            return None if _TRUTH in head else head
        tail = _tail(stream, head[cut:])
        return None if tail is None else head[:cut] + tail


def _head(stream: IO[bytes], rows: int) -> tuple[bytes, int | None]:
    """Read until the first row to leave out; None if there is none."""
    head, place, number = b"", 0, 0
    while chunk := stream.read(_CHUNK):
        head += chunk
        for tag in _ROW.finditer(head, place):
            told = _NUMBER.search(tag[1])
            number = int(told[1]) if told else number + 1
            if number > rows:
                return head, tag.start()
            place = tag.end()
    return head, None


def _tail(stream: IO[bytes], chunk: bytes) -> bytes | None:
    """Skip to the end of the rows and read on; None if there are truth values on the way."""
    before = b""
    while chunk:
        seam = before[-_SEAM:] + chunk[:_SEAM]
        if _TRUTH in chunk or _TRUTH in seam:
            return None
        if _DATA_END in chunk or _DATA_END in seam:
            window = before[-_SEAM:] + chunk
            if end := _END_TAG.search(window):
                return window[end.start() :] + stream.read()
        before, chunk = chunk, stream.read(_CHUNK)
    return None
