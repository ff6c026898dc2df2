"""Whole columns of days to date32. Plain days take a fast path; dates.py reads the others."""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.dates import Order, order_of, parse_date, short_ends
from salesplan.intake.typed import Typed, joined, repeats
from salesplan.intake.values import Bad

_DAY = pa.date32()
_ISO = r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([ T][0-2]?[0-9]:[0-5][0-9].*)?$"
_SLASHED = r"^\s*[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2}"
_CLOCK = r"(\S)[ T][0-2]?[0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?( ?[AaPp][Mm])?$"


def days(column: pa.Array, order: Order | None = None) -> Typed:
    """Read days; a coarser period gives its first day."""
    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        return _checked(column.cast(pa.timestamp("s"), safe=False).cast(_DAY, safe=False), column)
    if not pa.types.is_string(column.type) or repeats(column):
        return _slow(column, order)
    return _slow(without_clocks(column), order)


def without_clocks(column: pa.Array) -> pa.Array:
    """Take the time of day off texts, so that fewer differ."""
    if not pa.types.is_string(column.type):
        return column
    iso = pc.fill_null(pc.match_substring_regex(column, _ISO), False)  # noqa: FBT003
    rest = pc.and_(column.is_valid(), pc.invert(iso))
    short = pc.utf8_slice_codeunits(column, 0, 10)
    if pc.any(rest).as_py():
        short = pc.if_else(iso, short, pc.replace_substring_regex(column, _CLOCK, r"\1"))
    return short


def orders(column: pa.Array) -> frozenset[str]:
    """Tell what slashed days prove: "dmy", "mdy"; "open" where it could be either."""
    return frozenset(_proofs(pc.unique(slashed(column)).to_pylist()))


def slashed(column: pa.Array) -> pa.Array:
    """Give the cells of a column that are days such as 05/03/2026."""
    if not pa.types.is_string(column.type):
        return pa.array([], pa.string())
    different = pc.drop_null(pc.unique(column) if repeats(column) else column)
    return different.filter(pc.match_substring_regex(different, _SLASHED))


def _proofs(texts: Iterable[str]) -> set[str]:
    known = {text: found for text in texts if (found := order_of(text))}
    proved: set[str] = set(known.values())
    return {"open"} if proved == {"dmy"} and _may_begin_with_years(known) else proved


def _may_begin_with_years(texts: Iterable[str]) -> bool:
    """Tell whether days such as 26/03/05 and 26/03/17 differ in their ends, not beginnings."""
    ends = [short_ends(text) for text in texts]
    known = [pair for pair in ends if pair]
    first, last = (len({pair[side] for pair in known}) for side in (0, 1))
    return len(known) == len(ends) and first <= last


def _slow(column: pa.Array, order: Order | None) -> Typed:
    """Read each different cell by dates.py."""
    encoded = joined(column).dictionary_encode()
    if (plain := _plain(encoded.dictionary)) is not None:
        return Typed(plain.take(encoded.indices), np.zeros(len(column), np.bool_))
    results = [parse_date(cell, order) for cell in encoded.dictionary.to_pylist()]
    good = pa.array([None if isinstance(found, Bad) else found for found in results], _DAY)
    wrong = pa.array([isinstance(found, Bad) for found in results], pa.bool_())
    bad = pc.fill_null(wrong.take(encoded.indices), False)  # noqa: FBT003
    return Typed(good.take(encoded.indices), np.asarray(bad))


def _plain(different: pa.Array) -> pa.Array | None:
    """Read days in one go, if every one is written 2026-03-05 and lies in our time."""
    try:
        found = different.cast(_DAY)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return None
    ends = [day for day in pc.min_max(found).as_py().values() if day is not None]
    return None if any(isinstance(parse_date(day), Bad) for day in ends) else found


def _checked(found: pa.Array, column: pa.Array) -> Typed:
    """Refuse moments without a day, such as a bare time, which is in 1899."""
    known = pc.unique(found).to_pylist()
    if all(day is None or not isinstance(parse_date(day), Bad) for day in known):
        return Typed(found, np.zeros(len(column), np.bool_))
    return _slow(found, None)
