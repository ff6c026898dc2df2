"""Which characters do these bytes stand for? By evidence: that a decoder did not fail is none."""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

UTF8: Final = "utf-8"
_MARKS: Final = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHUNK: Final = 1 << 20
_SAMPLE: Final = 1 << 16

_CHANCE: Final = 2
_SOME: Final = 0.4
_NEARLY_ALL: Final = 0.9

_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_RUN = re.compile(rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe])+|[\x80-\xff]")
_PAIR = re.compile(rb"..?", re.DOTALL)
# Everyday characters and their punctuation, by the bytes of a pair.
_DAILY: Final = {
    "gb18030": re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]"),
    "big5": re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]"),
}


def candidates(data: bytes) -> Iterator[tuple[str, int]]:
    """Name the encodings to try strictly, best first, each with the length of its mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            yield name, len(mark)
            return
    if wide := _wide(data[:_SAMPLE]):
        yield wide, 0
        return
    yield UTF8, 0
    sample = _foreign(data)
    if not _half_utf8(sample):
        yield from ((name, 0) for name in _legacy(sample))


def as_utf8(data: bytes, encoding: str, start: int) -> Iterator[bytes]:
    """Decode strictly and give UTF-8, a megabyte at a time."""
    plain = encoding == UTF8 and data.isascii()
    decoder = codecs.getincrementaldecoder(encoding)()
    for place in range(start, len(data), _CHUNK):
        chunk = data[place : place + _CHUNK]
        text = "" if plain else decoder.decode(chunk)
        yield chunk if encoding == UTF8 else text.encode()
    yield decoder.decode(b"", final=True).encode()


def _wide(sample: bytes) -> str | None:
    """Recognise UTF-16 without a mark: every other byte of its ASCII is NUL."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < _CHANCE or most * 10 < len(sample) or least * 20 > most:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _foreign(data: bytes) -> bytes:
    """Give a stretch from the first line on that is not ASCII."""
    first = _HIGH.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    return data[start : start + _SAMPLE]


def _half_utf8(sample: bytes) -> bool:
    """Recognise UTF-8 with broken characters, which would be gibberish in any other encoding."""
    high = len(_HIGH.findall(sample))
    return sum(map(len, _UTF8.findall(sample))) > _NEARLY_ALL * high


def _legacy(sample: bytes) -> list[str]:
    """Order the encodings from before Unicode by how much the text would look like one.

    Chinese comes in runs of everyday characters; a Western letter stands alone among ASCII.
    """
    runs = [_PAIR.findall(run) for run in _RUN.findall(sample)]
    pairs = list(chain.from_iterable(runs))
    in_runs = _share(len(run) > 1 for run in runs for _ in run)
    shares = {name: _share(map(daily.fullmatch, pairs)) for name, daily in _DAILY.items()}
    least = _SOME if in_runs > _SOME else _NEARLY_ALL
    chinese = [name for name, share in shares.items() if share >= least]
    western = ["cp1252"] if in_runs < _SOME and not chinese else []
    return sorted(chinese, key=shares.__getitem__, reverse=True) + western


def _share(marks: Iterable[object]) -> float:
    """Say which part of the marks is true."""
    known = list(map(bool, marks))
    return sum(known) / max(1, len(known))
