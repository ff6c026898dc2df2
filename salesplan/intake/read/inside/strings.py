"""The shared strings of an .xlsx, as far as a few sheets need them."""

import re
import zipfile
from collections.abc import Collection
from typing import Final

STRINGS: Final = "xl/sharedStrings.xml"
_SHARED: Final = b't="s"'
_INDEX = re.compile(rb't="s"[^>]*><v>(\d+)</v>')
_END: Final = b"</si>"
_CHUNK: Final = 1 << 20


def first_strings(book: zipfile.ZipFile, sheets: Collection[bytes]) -> bytes | None:
    """Cut the list after the last string that the sheets use; None where that is not certain."""
    found = [_INDEX.findall(sheet) for sheet in sheets]
    if sum(map(len, found)) != sum(sheet.count(_SHARED) for sheet in sheets):
        return None
    needed = max((int(index) + 1 for indexes in found for index in indexes), default=0)
    listed, count = b"", 0
    with book.open(STRINGS) as stream:
        while count < needed and (chunk := stream.read(_CHUNK)):
            listed += chunk
            count = listed.count(_END)
    if b"<sst" not in listed or b"<si/>" in listed or count < needed:
        return None
    return _END.join([*listed.split(_END, needed)[:needed], b"</sst>"])
