"""What one cell says about time: a day, or a stretch with its grain. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from salesplan.intake.values import Bad, is_error, is_nothing, plain
from salesplan.intake.words import table
from salesplan.periods import Period, add_months

Order = Literal["dmy", "mdy"]
Grain = Literal["year", "quarter", "month", "week", "day"]

_EXCEL = date(1899, 12, 30)
_SERIALS = (20_000, 80_000)  # 1954 to 2119: a plain year or a count is neither
_YEARS = (1900, 2200)
_CLOCK = re.compile(
    r"(?:[ t]+|(?<=日))\d{1,2}[:时点]\d{1,2}.*$|\s+(?:上午|下午|凌晨|晚上).*$", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,\s]+|\s*[(]?(?:星期|周)[一二三四五六日天][)]?",
    re.IGNORECASE,
)
_YMD = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})[日号]")
_YM = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:月份?)?|(\d{4})m(\d{1,2})", re.IGNORECASE)
# 26-03-05 has the year first, or not: never two digits behind a hyphen.
_PARTS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|(?<!-)\d{2})")
_WORDED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/]+([a-z]{3,9})\.?[\s\-/,]+(\d{4}|\d{2})", re.IGNORECASE
)
_US_WORDED = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_WORD_YEAR = re.compile(r"([a-z]{3,9})\.?[\s\-/,']*(\d{4}|\d{2})", re.IGNORECASE)
_YEAR_WORD = re.compile(r"(\d{4})[\s\-/]*([a-z]{3,9})", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:fy)?(\d{4})年?[\s\-/]*(?:q([1-4])|第?([一二三四1-4])季度?)|q([1-4])[\s\-/,]*(?:fy)?(\d{4})",
    re.IGNORECASE,
)
_WEEK = re.compile(r"(\d{4})[\s\-/年]*(?:w|wk|week|第)\s*(\d{1,2})周?", re.IGNORECASE)
_YEAR = re.compile(r"(?:fy)?\s*(\d{4})(?:年度?|财年)?", re.IGNORECASE)
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})[日号]")
_MONTH = re.compile(r"(\d{1,2})月份?|m(\d{1,2})", re.IGNORECASE)
_QUARTER_ONLY = re.compile(r"q([1-4])|第?([一二三四1-4])季度?|([1-4])q", re.IGNORECASE)
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True)
class Stretch:
    """A period together with the grain in which it was written."""

    period: Period
    grain: Grain


def parse_date(
    found: object, order: Order | None = None, year: int | None = None
) -> date | Bad | None:
    """Read a day; a coarser period gives its first day; None where the cell says nothing."""
    stretch = parse_stretch(found, order, year)
    return stretch.period.start if isinstance(stretch, Stretch) else stretch


def parse_stretch(
    found: object, order: Order | None = None, year: int | None = None
) -> Stretch | Bad | None:
    """Read a day, week, month, quarter or year; `year` completes "3月" and "Q1"."""
    try:
        return _read(found, order, year)
    except (ValueError, OverflowError):
        return Bad("not_a_date")


def _read(found: object, order: Order | None, year: int | None) -> Stretch | Bad | None:
    if isinstance(found, date):
        return _day(found.date() if isinstance(found, datetime) else found)
    if isinstance(found, int | float):
        return Bad("not_a_date") if isinstance(found, bool) else _from_number(found)
    text = plain(found)
    if is_nothing(text):
        return None
    return Bad("error_cell") if is_error(text) else _from_text(_without_clock(text), order, year)


def order_of(text: str) -> Order | Literal["open"] | None:
    """Tell which order 14/01/2019 proves; "open" for one that could be either; None for others."""
    match = _PARTS.fullmatch(_without_clock(plain(text)))
    if not match or match[2] == ".":
        return None
    first, second = int(match[1]), int(match[3])
    if first == second:
        return None
    if first > 12:  # noqa: PLR2004  # no month has such a number
        return "dmy"
    return "mdy" if second > 12 else "open"  # noqa: PLR2004


def short_ends(text: str) -> tuple[str, str] | None:
    """Give what 26/03/05 begins and ends with; None for a day that says its whole year."""
    match = _PARTS.fullmatch(_without_clock(plain(text)))
    return (match[1], match[4]) if match and len(match[4]) == 2 else None  # noqa: PLR2004


def month_named(text: str) -> int | None:
    """Give the number of a month's name: Jan, 一月, 3月, M03."""
    bare = plain(text).casefold().rstrip(".")
    named = table("months").get(bare)
    match = _MONTH.fullmatch(bare)
    number = int(named) if named else int(match[1] or match[2]) if match else 0
    return number if 1 <= number <= 12 else None  # noqa: PLR2004


def quarter_named(text: str) -> int | None:
    """Give the number of a quarter's name without a year: Q1, 一季度."""
    match = _QUARTER_ONLY.fullmatch(plain(text).casefold().replace(" ", ""))
    return _ordinal(match[1] or match[2] or match[3]) if match else None


def _without_clock(text: str) -> str:
    return _WEEKDAY.sub("", _CLOCK.sub("", text)).strip(" ,")


def _from_number(found: float) -> Stretch | Bad:
    """Read an Excel serial, 20260305, 202603 or 2026."""
    if found != found or found in (float("inf"), float("-inf")):  # noqa: PLR0124  # NaN is not itself
        return Bad("not_a_date")
    whole = int(found)
    if _SERIALS[0] <= whole <= _SERIALS[1]:
        return _day(_EXCEL + timedelta(days=whole))
    if whole != found:
        return Bad("not_a_date")
    try:
        return _compact(str(whole)) or Bad("not_a_date")
    except ValueError:
        return Bad("not_a_date")


def _from_text(text: str, order: Order | None, year: int | None) -> Stretch | Bad:
    if text.isdecimal():
        return _from_number(int(text))
    if match := _YMD.fullmatch(text):
        parts = [part for part in match.groups() if part and part.isdecimal()]
        return _day(date(*map(int, parts)))
    if match := _PARTS.fullmatch(text):
        return _from_parts(match, order)
    found = _from_name(text) or _coarse(text)
    if found is None and year is not None:
        found = _in_year(text, year)
    yearless = month_named(text) or quarter_named(text) or _MONTH_DAY.fullmatch(text)
    return found or Bad("no_year" if yearless else "not_a_date")


def _from_parts(match: re.Match[str], order: Order | None) -> Stretch | Bad:
    """Read 05/03/2026 in the order of its file; 05.03.2026 has its day first everywhere."""
    first, second, year = int(match[1]), int(match[3]), _whole_year(match[4])
    chosen = "dmy" if match[2] == "." or first == second else order
    if chosen is None:
        return Bad("which_order")
    day, month = (first, second) if chosen == "dmy" else (second, first)
    return _day(date(year, month, day))


def _from_name(text: str) -> Stretch | None:
    """Read dates that name their month: 5 Mar 2026, 5-Mar-26, Mar 5, 2026, Jan-26."""
    for pattern, day, name, year in ((_WORDED, 1, 2, 3), (_US_WORDED, 2, 1, 3)):
        match = pattern.fullmatch(text)
        if match and (month := month_named(match[name])):
            return _day(date(_whole_year(match[year]), month, int(match[day])))
    for pattern, name, year in ((_WORD_YEAR, 1, 2), (_YEAR_WORD, 2, 1)):
        match = pattern.fullmatch(text)
        if match and (month := month_named(match[name])):
            return _month(_whole_year(match[year]), month)
    return None


def _coarse(text: str) -> Stretch | None:
    """Read a month, a quarter, a week or a year."""
    if match := _QUARTER.fullmatch(text):
        return _quarter(int(match[1] or match[5]), _ordinal(match[2] or match[3] or match[4]))
    if match := _WEEK.fullmatch(text):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Stretch(Period(monday, monday + timedelta(days=7)), "week")
    if match := _YM.fullmatch(text):
        return _month(int(match[1] or match[3]), int(match[2] or match[4]))
    if match := _YEAR.fullmatch(text):
        return _year(int(match[1]))
    return None


def _in_year(text: str, year: int) -> Stretch | None:
    """Read a day, a month or a quarter of a year that stands elsewhere."""
    if match := _MONTH_DAY.fullmatch(text):
        return _day(date(year, int(match[1]), int(match[2])))
    if month := month_named(text):
        return _month(year, month)
    if quarter := quarter_named(text):
        return _quarter(year, quarter)
    return None


def _compact(digits: str) -> Stretch | None:
    """Read 20260305, 202603 and 2026."""
    if len(digits) == 8:  # noqa: PLR2004
        return _day(date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    if len(digits) == 6:  # noqa: PLR2004
        return _month(int(digits[:4]), int(digits[4:]))
    return _year(int(digits)) if len(digits) == 4 else None  # noqa: PLR2004


def _day(day: date) -> Stretch:
    _checked_year(day.year)
    return Stretch(Period(day, day + timedelta(days=1)), "day")


def _month(year: int, month: int) -> Stretch:
    return Stretch(Period.month(_checked_year(year), month), "month")


def _quarter(year: int, quarter: int) -> Stretch:
    first = date(_checked_year(year), 3 * quarter - 2, 1)
    return Stretch(Period(first, add_months(first, 3)), "quarter")


def _year(year: int) -> Stretch:
    return Stretch(Period.year(_checked_year(year)), "year")


def _whole_year(digits: str) -> int:
    """Read a year; two digits are of this century."""
    return int(digits) + (2000 if len(digits) == 2 else 0)  # noqa: PLR2004


def _checked_year(year: int) -> int:
    """Refuse years that no sale was made in: 0205, 9999."""
    if not _YEARS[0] <= year < _YEARS[1]:
        raise ValueError(year)
    return year


def _ordinal(text: str) -> int:
    return _HAN.get(text) or int(text)
