"""What the words around a table say: the kind of its figures, their unit, their period."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from salesplan.intake.dates import month_named
from salesplan.intake.headers import key_of, shown, unit_said
from salesplan.intake.words import table, words
from salesplan.periods import Period

Meaning = Literal["target", "actual", "estimate"]

_DAY = re.compile(
    r"(?<!\d)(?:\d{8}|\d{4}年\d{1,2}月\d{1,2}[日号]|\d{4}([-_./])\d{1,2}\1\d{1,2}|\d{1,2}([-_./])\d{1,2}\2\d{4})(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*年\s*|[-_./ ]?)(1[0-2]|0?[1-9])(?!\d)")
_MONTH_YEAR = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])[-_./ ]((?:19|20)\d\d)(?!\d)")
_HAN_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月")

_QUARTER = re.compile(r"(?i)(?<![a-z])q([1-4])(?!\d)|第?([一二三四1-4])季度")
_HAN = {"一": "1", "二": "2", "三": "3", "四": "4"}
_YEARLY = ("年度", "全年", "annual", "yearly", "year")


@dataclass(frozen=True)
class Surroundings:
    """The texts around a table, the nearest first: titles, the sheet's name, the file's name."""

    titles: tuple[str, ...]
    sheet: str
    file: str

    @property
    def nearest_first(self) -> tuple[str, ...]:
        """All of them, one after the other."""
        return (" ".join(self.titles), self.sheet, self.file)


def meaning(around: Surroundings) -> Meaning | None:
    """Tell what the nearest text that says so calls the figures."""
    return next((said for text in around.nearest_first if (said := _meaning(text))), None)


def metric(texts: tuple[str, ...]) -> str:
    """Name the metric that targets are set for; sales unless something else is said."""
    for text in texts:
        for word, named in table("metrics").items():
            if says(text, word):
                return str(named)
    return "sales"


def unit(around: Surroundings) -> str | None:
    """Find the unit that a title or a note says."""
    return next((said for title in around.titles if (said := unit_said(title))), None)


def year(around: Surroundings) -> int | None:
    """Find the one year that the nearest text names."""
    for text in around.nearest_first:
        years = set(_YEAR.findall(_DAY.sub(" ", text)))
        if len(years) == 1:
            return int(years.pop())
    return None


def month(around: Surroundings) -> Period | None:
    """Find the one month that the texts name: "sales_9_2022", "2026年" with a sheet "3月"."""
    for text in around.nearest_first:
        months = _months(text)
        if len(months) == 1:
            return Period.month(*months.pop())
    named, found = year(around), _bare_month(around)
    return Period.month(named, found) if named and found else None


def period(around: Surroundings) -> Period | None:
    """Find the month, else the quarter, else the year that the texts name."""
    if found := month(around):
        return found
    named = year(around)
    if named is None:
        return None
    for text in around.nearest_first:
        quarters = {_HAN.get(q, q) for found in _QUARTER.findall(text) for q in found if q}
        if len(quarters) == 1:
            return Period.quarter(named, int(quarters.pop()))
    yearly = any(says(text, word) for text in around.nearest_first for word in _YEARLY)
    return Period.year(named) if yearly else None


def says(text: str, word: str) -> bool:
    """Tell whether a text uses a word: whole words in English, anywhere in Chinese."""
    key = key_of(text)
    return f" {word} " in f" {key} " if word.isascii() else word in key


def _meaning(text: str) -> Meaning | None:
    said = {name for name in ("estimate", "target", "actual") if _uses(text, f"{name}_words")}
    if "estimate" in said:
        return "estimate"
    return "target" if "target" in said else "actual" if said else None


def _uses(text: str, words_of: str) -> bool:
    return any(says(text, word) for word in words(words_of))


def _months(text: str) -> set[tuple[int, int]]:
    """Find the months that a text names with their year."""
    bare = _DAY.sub(" ", shown(text))
    found = {(int(year), int(month)) for year, month in _YEAR_MONTH.findall(bare)}
    found |= {(int(year), int(month)) for month, year in _MONTH_YEAR.findall(bare)}
    parts = key_of(bare).split()
    for left, right in pairwise(parts):
        for name, number in ((left, right), (right, left)):
            if name.isalpha() and (month := month_named(name)) and _YEAR.fullmatch(number):
                found.add((int(number), month))
    return found


def _bare_month(around: Surroundings) -> int | None:
    """Find the one month that the nearest text names without a year."""
    for text in around.nearest_first:
        months = {int(month) for month in _HAN_MONTH.findall(shown(text))}
        months |= {
            m for part in key_of(text).split() if part.isalpha() and (m := month_named(part))
        }
        if len(months) == 1:
            return months.pop()
    return None
