"""Whole columns to typed values. Plain cells take a fast path; values.py reads the others."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.values import Bad, is_error, parse_money, parse_text, plain, stored
from salesplan.intake.words import words

Mask = npt.NDArray[np.bool_]
Whole = npt.NDArray[np.int64]

MONEY = pa.decimal128(18, 4)
_ZERO = pa.scalar(0, MONEY)  # pyarrow loads pandas at its first value: now, not in a first file
_ONE = 10_000  # the stored unit: ten-thousandths
_HEAD = 10_000  # rows that show whether a column repeats itself
_EXACT = 1e11  # below it, fifteen digits hold all four decimals
_PLAIN = r"^-?[0-9]{1,13}(\.[0-9]{1,4})?$"
_GROUPED = r"^-?[0-9]{1,3}(,[0-9]{3}){1,3}(\.[0-9]{1,4})?$"
_DECIMAL_COMMA = r"[0-9],[0-9]{1,2}[^0-9,.]*$|\.[0-9]{3},[0-9]"
_DECIMAL_POINT = r"[0-9]\.([0-9]{1,2}|[0-9]{4,})[^0-9,.]*$|,[0-9]{3}\.[0-9]"
_TIDY = r"^[A-Za-z0-9\x{4e00}-\x{9fff}]([\x{4e00}-\x{9fff}!-~]|( [!-~\x{4e00}-\x{9fff}]))*$"


@dataclass(frozen=True)
class Typed:
    """A column as values: null where a cell says nothing, shows an error or cannot be read.

    `lost` counts the values that were rounded, `errors` marks the errors that were taken as empty.
    """

    values: pa.Array
    bad: Mask
    lost: int = 0
    errors: Mask | None = None


Reader = Callable[..., Decimal | Bad | None]


def money(column: pa.Array, *, factor: int = 1, read: Reader = parse_money) -> Typed:
    """Read amounts exactly as decimal128(18, 4), scaled by the column's unit."""
    if factor == 1 and (plain := _wholly_plain(column)) is not None:
        return Typed(plain, np.zeros(len(column), np.bool_))
    comma = writes_comma(column)
    whole, done = _fast(column, factor, comma=comma)
    rest = ~done & _present(column)
    values, bad, lost = np.zeros(0, np.int64), np.zeros(0, np.bool_), 0
    if rest.any():
        chosen = column.filter(pa.array(rest))
        values, bad, lost = _slow(chosen, factor, partial(read, comma=comma))
        whole[rest], done[rest] = values, ~bad & (values != _NOTHING)
    return Typed(decimals(whole, done), _spread(rest, bad), lost)


def texts(column: pa.Array, different: pa.Array | None = None) -> Typed:
    """Read names and ids as text keys.

    `different` may give the different cells of a column that repeats itself.
    """
    column = _as_strings(column)
    good = np.zeros(len(column), np.bool_)
    if different is not None and not _untidy(different).any():
        return Typed(column, good)
    untidy = _untidy(column)
    if not untidy.any():
        return Typed(column, good)
    chosen = pa.array(untidy)
    read = mapped(column.filter(chosen), parse_text, pa.string())
    values = pc.replace_with_mask(joined(column), chosen, read)
    return Typed(values, good, errors=errors_among(column, untidy))


def errors_among(column: pa.Array, places: Mask) -> Mask | None:
    """Mark the errors of a spreadsheet among some cells; None where there is none."""
    if not pa.types.is_string(column.type):
        return None
    chosen = column.filter(pa.array(places))
    found = mapped(chosen, lambda cell: is_error(plain(cell)), pa.bool_())
    marks = _spread(places, _mask(found))
    return marks if marks.any() else None


def repeats(column: pa.Array) -> bool:
    """Tell whether a long column says the same few things again and again."""
    head = column.slice(0, _HEAD)
    return len(head) == _HEAD and len(pc.unique(head)) * 2 < _HEAD


def _untidy(column: pa.Array) -> Mask:
    """Mark the cells that are not yet as a text key is written, or say nothing."""
    tidy = _mask(pc.match_substring_regex(column, _TIDY))
    nothing = _mask(pc.is_in(column, _nothing()))
    return (~tidy | nothing) & _present(column)


@cache
def _nothing() -> pa.Array:
    """List the words that say nothing, in the cases that people write."""
    spelled = {case(word) for word in words("nothing") for case in (str.lower, str.capitalize)}
    return pa.array(sorted(spelled | {word.swapcase() for word in spelled}))


def mapped(column: pa.Array, read: Callable[[Any], Any], kind: pa.DataType) -> pa.Array:
    """Read each different value once and put the results back in their places."""
    encoded = joined(column).dictionary_encode()
    results = pa.array([read(value) for value in encoded.dictionary.to_pylist()], kind)
    return results.take(encoded.indices)


def joined(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    """Make one array of a column's chunks."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(whole, pa.ChunkedArray):
        return whole.chunk(0) if whole.num_chunks else pa.array([], whole.type)
    return whole


def decimals(whole: Whole, valid: Mask) -> pa.Array:
    """Make decimal128(18, 4) of ten-thousandths."""
    words = np.empty((len(whole), 2), np.int64)
    words[:, 0], words[:, 1] = whole, whole >> 63
    bits = pa.array(valid).buffers()[1]
    return pa.Array.from_buffers(MONEY, len(whole), [bits, pa.py_buffer(words)])


def wholes(values: pa.Array) -> Whole:
    """Give the ten-thousandths of decimal128(18, 4); zero where null."""
    filled = pc.fill_null(joined(values), _ZERO)
    words = np.frombuffer(filled.buffers()[1], np.int64)
    return words[2 * filled.offset : 2 * (filled.offset + len(filled)) : 2].copy()


def writes_comma(column: pa.Array) -> bool:
    """Tell whether a column writes its decimals with a comma: proved once, never denied."""
    if not pa.types.is_string(column.type):
        return False
    proof = pc.any(pc.match_substring_regex(column, _DECIMAL_COMMA)).as_py()
    return bool(proof) and not pc.any(pc.match_substring_regex(column, _DECIMAL_POINT)).as_py()


_NOTHING = np.iinfo(np.int64).min


def _wholly_plain(column: pa.Array) -> pa.Array | None:
    """Read a column of text in one go, if every cell is plain digits.

    Arrow takes a few tiny powers, such as 3e-391, for 0: so do four decimals.
    """
    if not pa.types.is_string(column.type):
        return None
    try:
        return column.cast(MONEY)
    except pa.ArrowInvalid:
        return None


def _fast(column: pa.Array, factor: int, *, comma: bool) -> tuple[Whole, Mask]:
    """Read what is plainly a number; tell which cells that were."""
    if pa.types.is_floating(column.type):
        return _from_floats(column, factor)
    if pa.types.is_integer(column.type):
        return _from_floats(column.cast(pa.float64(), safe=False), factor)
    if pa.types.is_string(column.type) and not comma:
        return _from_strings(column, factor)
    return np.zeros(len(column), np.int64), np.zeros(len(column), np.bool_)


def _from_floats(column: pa.Array, factor: int) -> tuple[Whole, Mask]:
    """Take the floats that are, in fifteen digits, numbers with at most four decimals."""
    found = np.asarray(pc.fill_null(column, np.nan), np.float64)
    small = np.abs(found) < _EXACT / factor
    whole = np.where(small, np.rint(np.where(small, found, 0) * _ONE), 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        spacing = 10.0 ** (np.floor(np.log10(np.abs(found))) - 14)
        near = np.abs(found - whole / _ONE) < spacing / 4
    done = small & (near | (found == whole / _ONE))
    return whole.astype(np.int64) * factor, done


def _from_strings(column: pa.Array, factor: int) -> tuple[Whole, Mask]:
    """Take plain digits and digits with thousands commas."""
    grouped = pc.match_substring_regex(column, _GROUPED)
    if pc.any(grouped).as_py():
        bare = pc.replace_substring(column, ",", "")
        column = pc.if_else(pc.fill_null(grouped, False), bare, column)  # noqa: FBT003
    plain = _mask(pc.match_substring_regex(column, _PLAIN))
    numbers = pc.if_else(pa.array(plain), column, None).cast(MONEY)
    whole = wholes(numbers)
    done = plain & (np.abs(whole) < 10**18 // factor)
    return whole * np.where(done, factor, 0), done


def _slow(column: pa.Array, factor: int, read: Reader) -> tuple[Whole, Mask, int]:
    """Read each different cell by values.py."""
    encoded = joined(column).dictionary_encode()
    results = [_one(read(cell), factor) for cell in encoded.dictionary.to_pylist()]
    whole = np.array([value for value, _, _ in results], np.int64)
    bad = np.array([wrong for _, wrong, _ in results], np.bool_)
    lost = np.array([cut for _, _, cut in results], np.bool_)
    places = np.asarray(encoded.indices)
    return whole[places], bad[places], int(lost[places].sum())


def _one(read: Decimal | Bad | None, factor: int) -> tuple[int, bool, bool]:
    """Give ten-thousandths, whether it is unreadable, and whether something was lost."""
    if read is None:
        return _NOTHING, False, False
    kept, cut = (read, False) if isinstance(read, Bad) else stored(read, factor)
    return (_NOTHING, True, False) if isinstance(kept, Bad) else (int(kept * _ONE), False, cut)


def _as_strings(column: pa.Array) -> pa.Array:
    """Write numbers and days as text: 412290.0 is 412290."""
    if pa.types.is_floating(column.type):
        whole = column.cast(pa.int64(), safe=False)
        exact = pc.all(pc.equal(whole.cast(pa.float64(), safe=False), column)).as_py()
        return whole.cast(pa.string()) if exact else mapped(column, parse_text, pa.string())
    if pa.types.is_timestamp(column.type):
        return mapped(column, _moment, pa.string())
    return column if pa.types.is_string(column.type) else column.cast(pa.string())


def _moment(moment: object) -> str | None:
    """Write a moment; a day alone when it is midnight."""
    return None if moment is None else str(moment).removesuffix(" 00:00:00")


def _present(column: pa.Array) -> Mask:
    return np.asarray(column.is_valid())


def _mask(found: pa.Array) -> Mask:
    return np.asarray(pc.fill_null(found, False))  # noqa: FBT003


def _spread(places: Mask, marks: Mask) -> Mask:
    """Put marks of some rows back among all rows."""
    spread = np.zeros(len(places), np.bool_)
    if len(marks):
        spread[places] = marks
    return spread
