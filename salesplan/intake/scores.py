"""Scores of satisfaction: words, percent, 0 to 1, 1 to 5, 1 to 10; one scale a column."""

import re
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.headers import Header
from salesplan.intake.typed import Typed, joined
from salesplan.intake.values import Bad, parse_money, plain
from salesplan.intake.words import table

SCORE = pa.decimal128(9, 4)
_RANGE = re.compile(r"(?<!\d)([01])\s*(?:-|~|–|—|至|到|to)\s*(100|10|[1-7])(?!\d)")
_OUT_OF = re.compile(
    r"(?:满分|out of|/|max)\s*(100|10|[57])(?!\d)"
    r"|(?<!\d)(100|10|[57])\s*(?:分制|分满分|星)|([百十五])分制"
)
_HAN = {"百": "100", "十": "10", "五": "5"}


@dataclass(frozen=True)
class Scale:
    """The lowest and the highest answer that is possible."""

    low: int
    high: int

    def holds(self, score: Decimal) -> bool:
        """Tell whether an answer lies on the scale."""
        return self.low <= score <= self.high


def scores(column: pa.Array, header: Header, *, nps: bool = False) -> tuple[Typed, Scale]:
    """Read a column of answers and find its scale."""
    encoded = joined(column).dictionary_encode()
    read = [_score(cell) for cell in encoded.dictionary.to_pylist()]
    found = [one for one, _ in read]
    scale = _said(header) or _seen(found, percent=any(percent for _, percent in read), nps=nps)
    kept = [one if isinstance(one, Decimal) and scale.holds(one) else None for one in found]
    bad = [one is not None and keep is None for one, keep in zip(found, kept, strict=True)]
    values = pa.array([one and round(one, 4) for one in kept], SCORE).take(encoded.indices)
    wrong = pc.fill_null(pa.array(bad, pa.bool_()).take(encoded.indices), False)  # noqa: FBT003
    return Typed(values, np.asarray(wrong)), scale


def _score(cell: object) -> tuple[Decimal | Bad | None, bool]:
    """Read one answer; tell whether it was in percent."""
    text = plain(cell)
    word = table("satisfaction").get(text.casefold())
    if word:
        return Decimal(word), False
    if text.endswith("%"):
        return parse_money(text.rstrip("% ")), True
    bare = re.sub(r"\s*(?:分|星|points?|stars?)$|\s*/\s*(?:5|10|100)$", "", text)
    return parse_money(bare), False


def _said(header: Header) -> Scale | None:
    """Read the scale off a header: (1-5), 满分10, 百分制."""
    text = f"{header.text} {header.hint}"
    if match := _RANGE.search(text):
        return Scale(int(match[1]), int(match[2]))
    if match := _OUT_OF.search(text):
        high = match[1] or match[2] or _HAN[match[3]]
        return Scale(0 if high == "100" else 1, int(high))
    return None


def _seen(found: list[Decimal | Bad | None], *, percent: bool, nps: bool) -> Scale:
    """Find the smallest usual scale that holds every answer."""
    known = [one for one in found if isinstance(one, Decimal)]
    low, high = min(known, default=Decimal(1)), max(known, default=Decimal(5))
    if percent:
        return Scale(0, 100)
    if nps:
        return Scale(0, 10)
    if low >= 0 and high <= 1 and low < 1:
        return Scale(0, 1)
    for scale in (Scale(1, 5), Scale(1, 10), Scale(0, 10)):
        if scale.holds(low) and scale.holds(high):
            return scale
    return Scale(0, 100)
