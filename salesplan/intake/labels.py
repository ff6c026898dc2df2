"""Words that mark a row as no data: the labels of totals, the beginnings of remarks."""

import re
from functools import cache

from salesplan.intake.words import words


@cache
def total() -> str:
    """Write the pattern of a total's label: the word alone, or behind a name."""
    alone = "|".join(map(re.escape, sorted(words("total"))))
    ending = "|".join(map(re.escape, sorted(words("total_ending"))))
    return rf"^\s*({alone})\s*([:：(（].*)?$|({ending})\s*[:：]?\s*$"


@cache
def remark() -> str:
    """Write the pattern of a remark's beginning."""
    return rf"^\s*[*※(（【\[]?\s*({'|'.join(map(re.escape, sorted(words('remark'))))})"


def is_label(cell: object) -> bool:
    """Tell whether a cell is the label of a total or a remark."""
    return isinstance(cell, str) and any(
        re.search(pattern, cell, re.IGNORECASE) for pattern in (total(), remark())
    )
