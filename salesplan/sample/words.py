"""What the sample company is called and how its workbooks are headed, by language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Region:
    """A region with its teams and the towns of its customers."""

    name: str
    teams: list[str]
    places: list[str]


@dataclass(frozen=True)
class Sheet:
    """A sheet by name and header row."""

    sheet: str
    headers: list[str]


@dataclass(frozen=True)
class RepSheets:
    """The staff list and the history of assignments."""

    sheet: str
    headers: list[str]
    moves_sheet: str
    moves_headers: list[str]


@dataclass(frozen=True)
class TargetSheets:
    """A wide plan: a sheet a year, a column a month, in a larger unit."""

    sheet: str
    title: str
    revised: str
    note: str
    scale: int
    decimals: int
    headers: list[str]
    months: list[str]
    total: str
    subtotal: str
    grand_total: str


@dataclass(frozen=True)
class FileNames:
    """What the files are called."""

    reps: str
    customers: str
    targets: str
    revision: str
    month: str
    survey: str


@dataclass(frozen=True)
class Words:
    """All names and headers of one language."""

    company: str
    email: str
    surnames: list[str]
    given_names: list[str]
    person: str
    customer: str
    brands: list[str]
    trades: list[str]
    segments: list[str]
    channels: list[str]
    roles: list[str]
    levels: list[str]
    answers: list[str | int]
    undecided: str
    encoding: str
    regions: list[Region]
    products: list[str]
    comments: dict[str, list[str]]
    files: FileNames
    reps: RepSheets
    customers: Sheet
    targets: TargetSheets
    orders: Sheet
    survey_headers: list[str]


@cache
def words(language: str) -> Words:
    """Read the names and headers of a language."""
    raw = tomllib.loads((_HERE / f"{language}.toml").read_text(encoding="utf-8"))
    raw["surnames"] = list(raw["surnames"])  # one character each in Chinese
    raw["regions"] = [Region(**region) for region in raw["regions"]]
    raw["files"] = FileNames(**raw["files"])
    raw["reps"] = RepSheets(**raw["reps"])
    raw["customers"] = Sheet(**raw["customers"])
    raw["targets"] = TargetSheets(**raw["targets"])
    raw["orders"] = Sheet(**raw["orders"])
    raw["survey_headers"] = raw.pop("survey")["headers"]
    return Words(**raw)
