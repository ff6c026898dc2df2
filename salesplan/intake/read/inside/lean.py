"""A large .xlsx without most of its rows.

The first rows are wanted cell by cell, the rest as columns: two readers. Parsing all rows twice
would double the time, so the cell reader gets a copy that ends after the first rows.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import IO, Final

from salesplan.intake.read.inside.strings import STRINGS, first_strings

_CHUNK: Final = 1 << 20
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_NUMBER = re.compile(rb"""\br=["'](\d+)["']""")
_DATA_END: Final = b"sheetData>"
_END_TAG = re.compile(rb"</(?:\w+:)?sheetData>")
_SEAM: Final = 64
_TRUTH: Final = b' t="b"'


@dataclass(frozen=True)
class Lean:
    """A short copy, stored unpacked, and how many truth values the whole workbook has."""

    data: bytes
    truths: int


def lean(data: bytes, *, rows: int, from_size: int) -> Lean | None:
    """Copy a workbook with the first rows only; None where that does not pay."""
    if not data.startswith(b"PK"):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = [part for part in book.infolist() if _is_sheet(part.filename)]
        if max((part.file_size for part in parts), default=0) < from_size:
            return None
        found = {part.filename: _shortened(book, part, rows) for part in parts}
        short = {name: text for name, (text, _) in found.items()}
        if STRINGS in book.namelist() and (strings := first_strings(book, short.values())):
            short[STRINGS] = strings
        return Lean(_copy(book, short), sum(truths for _, truths in found.values()))


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


def _shortened(book: zipfile.ZipFile, part: zipfile.ZipInfo, rows: int) -> tuple[bytes, int]:
    """Keep what comes before and after the rows to leave out; count the truth values in all."""
    with book.open(part) as stream:
        head, cut = _head(stream, rows)
        tail, truths = _tail(stream, head[cut:])
    return head[:cut] + tail, head[:cut].count(_TRUTH) + truths


def _head(stream: IO[bytes], rows: int) -> tuple[bytes, int]:
    """Read until the first row to leave out, and say where it begins."""
    head, place, number = b"", 0, 0
    while chunk := stream.read(_CHUNK):
        head += chunk
        for tag in _ROW.finditer(head, place):
            told = _NUMBER.search(tag[1])
            number = int(told[1]) if told else number + 1
            if number > rows:
                return head, tag.start()
            place = tag.end()
    return head, len(head)


def _tail(stream: IO[bytes], chunk: bytes) -> tuple[bytes, int]:
    """Skip to the end of the rows and read on; count the truth values on the way."""
    before, truths, edge = b"", 0, len(_TRUTH) - 1
    while chunk:
        truths += chunk.count(_TRUTH) + (before[-edge:] + chunk[:edge]).count(_TRUTH)
        if _DATA_END in chunk or _DATA_END in before[-_SEAM:] + chunk[:_SEAM]:
            window = before[-_SEAM:] + chunk
            if end := _END_TAG.search(window):
                return window[end.start() :] + stream.read(), truths
        before, chunk = chunk, stream.read(_CHUNK)
    return b"", truths
