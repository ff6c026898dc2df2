"""Which metrics there are: the .sql files of this folder, and what their first lines say."""

import re
from functools import cache
from pathlib import Path

from salesplan.errors import UnknownDimension, UnknownMetric
from salesplan.scope import DIMENSIONS

HERE = Path(__file__).parent
COMPANY = "company"
BY_TIME = ("month", "quarter")
EVERY_WAY = (COMPANY, *DIMENSIONS, *BY_TIME)
# Not metrics: the clauses before each of them, the lists for the filters, the calendar.
_APART = {"scope", "members", "workdays"}
_BY = re.compile(r"^-- By (.+)\.$", re.MULTILINE)
_BASE = re.compile(r"^-- Base: (.+)\.$", re.MULTILINE)
_HEAD = re.compile(r"(?:--.*\n)*(with\b)?")


def names() -> list[str]:
    """Name the metrics."""
    return sorted(file.stem for file in HERE.glob("*.sql") if file.stem not in _APART)


def dimensions(name: str) -> tuple[str, ...]:
    """Name what a metric can be divided by; "company" is the whole."""
    said = _BY.search(text(name))
    return tuple(said[1].split(", ")) if said else EVERY_WAY


def base(name: str) -> str | None:
    """Say what a metric compares with: "a year before", "the period before" or nothing."""
    said = _BASE.search(text(name))
    return said[1] if said else None


@cache
def text(name: str) -> str:
    """Read the file of a metric."""
    if name not in names():
        raise UnknownMetric(name=name, names=", ".join(names()))
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def sql(name: str, by: str | None) -> str:
    """Give the whole question of a metric: the scope's clauses, then its own."""
    if (by or COMPANY) not in dimensions(name):
        raise UnknownDimension(name=name, by=by, dimensions=", ".join(dimensions(name)))
    return _composed(name)


@cache
def _composed(name: str) -> str:
    """Put the scope's clauses in front of a metric; its own `with` goes on after them."""
    scope = (HERE / "scope.sql").read_text(encoding="utf-8")
    own = text(name)
    head = _HEAD.match(own)
    joint, rest = (",", own[head.end() :]) if head and head[1] else ("", own)
    return f"{scope.rstrip()}{joint}\n\n{rest}"


@cache
def members() -> str:
    """Read the question that lists a dimension's members."""
    return (HERE / "members.sql").read_text(encoding="utf-8")


@cache
def workdays() -> str:
    """Read the question which days are worked."""
    return (HERE / "workdays.sql").read_text(encoding="utf-8")
