"""A text file as plain UTF-8: no mark before it, no blank lines after it, its records counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Final

import pyarrow as pa

from salesplan.errors import BinaryText, EmptyFile, LineTooLong, UnknownEncoding
from salesplan.intake.read import limits
from salesplan.intake.read.encoding import UTF8, as_utf8, candidates
from salesplan.intake.read.tally import Tally

_TAIL: Final = 1 << 16


@dataclass(frozen=True)
class Plain:
    """A text in UTF-8, open for reading."""

    encoding: str
    records: int
    file: pa.NativeFile


@contextmanager
def plain(name: str, data: bytes) -> Iterator[Plain]:
    """Give a text in UTF-8: the bytes themselves where they are, else a temporary file."""
    with TemporaryFile() as scratch:
        yield _first_that_fits(name, data, scratch)


def _first_that_fits(name: str, data: bytes, scratch: IO[bytes]) -> Plain:
    """Try the likely encodings on the whole text, strictly."""
    for encoding, start in candidates(data):
        tally = Tally()
        chunks = _checked(name, as_utf8(data, encoding, start), tally)
        try:
            if encoding == UTF8:
                return _in_place(name, data, start, chunks, tally)
            return _copied(name, encoding, scratch, chunks, tally)
        except UnicodeDecodeError:
            scratch.seek(0)
            scratch.truncate()
    raise UnknownEncoding(name=name)


def _checked(name: str, chunks: Iterator[bytes], tally: Tally) -> Iterator[bytes]:
    """Pass text on and count it; refuse what no text has."""
    for chunk in chunks:
        if b"\0" in chunk:
            raise BinaryText(name=name)
        if len(chunk) > limits.LINE_BYTES and not (b"\n" in chunk or b"\r" in chunk):
            raise LineTooLong(name=name)
        tally.add(chunk)
        yield chunk


def _in_place(name: str, data: bytes, start: int, chunks: Iterator[bytes], tally: Tally) -> Plain:
    """Take the bytes as they are."""
    size = start + sum(map(len, chunks))
    blank = _blank_end(name, data[max(start, size - _TAIL) :])
    text = memoryview(data)[start : size - len(blank)]
    return Plain(UTF8, _records(tally, blank), pa.BufferReader(pa.py_buffer(text)))


def _copied(
    name: str, encoding: str, scratch: IO[bytes], chunks: Iterator[bytes], tally: Tally
) -> Plain:
    """Write the text to a file, so that it is not in memory twice."""
    scratch.writelines(chunks)
    size = scratch.tell()
    scratch.seek(max(0, size - _TAIL))
    blank = _blank_end(name, scratch.read())
    scratch.truncate(size - len(blank))
    scratch.seek(0)
    return Plain(encoding, _records(tally, blank), pa.PythonFile(scratch, "r"))


def _blank_end(name: str, tail: bytes) -> bytes:
    """Find the line ends that end a text."""
    blank = tail[len(tail.rstrip(b"\r\n")) :]
    if blank == tail:
        raise EmptyFile(name=name)
    return blank


def _records(tally: Tally, blank: bytes) -> int:
    """Count the last record, which has no line end any more."""
    return tally.line_ends - blank.count(b"\n") + 1
