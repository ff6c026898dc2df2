"""How this company counts: one frozen value, kept as pairs of words in the database."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from salesplan.errors import BadSetting
from salesplan.periods import FiscalYear
from salesplan.workdays import WorkCalendar, countries

_MONTHS = 12
UNITS = ("yuan", "thousand", "wan", "million", "yi")
CHOICES = {
    "fiscal_year_named": ("end", "start"),
    "unit": ("auto", *UNITS),
    "language": ("auto", "zh", "en"),
    "colours": ("performance", "market"),
}


@dataclass(frozen=True)
class Settings:
    """Every choice of the Settings page; rates are fractions (0.85 is 85 %)."""

    fiscal_year_start: int = 1
    fiscal_year_named: str = "end"
    country: str = "CN"
    days_off: tuple[date, ...] = ()
    currency: str = "CNY"
    unit: str = "auto"
    language: str = "auto"
    ahead: Decimal = Decimal("1.00")
    on_track: Decimal = Decimal("0.97")
    at_risk: Decimal = Decimal("0.85")
    colours: str = "performance"
    satisfaction_goal: Decimal = Decimal("0.90")
    satisfaction_top: Decimal = Decimal("0.40")

    @property
    def fiscal(self) -> FiscalYear:
        """How the fiscal years lie."""
        return FiscalYear(self.fiscal_year_start, self.fiscal_year_named)

    @property
    def work(self) -> WorkCalendar:
        """Which days are worked."""
        return WorkCalendar(self.country, frozenset(self.days_off))


def to_pairs(settings: Settings) -> dict[str, str]:
    """Write settings as words, one pair a field."""
    return {field.name: _write(getattr(settings, field.name)) for field in fields(settings)}


def from_pairs(pairs: Mapping[str, str]) -> Settings:
    """Read settings from words; what is missing keeps its default."""
    known = {field.name: field.default for field in fields(Settings)}
    read: dict[str, Any] = {
        name: _read(name, pairs[name], known[name]) for name in known if name in pairs
    }
    return checked(Settings(**read))


def checked(settings: Settings) -> Settings:
    """Give the settings back, or raise BadSetting for the first that cannot be used."""
    for name, allowed in CHOICES.items():
        _require(getattr(settings, name) in allowed, name, settings)
    _require(1 <= settings.fiscal_year_start <= _MONTHS, "fiscal_year_start", settings)
    _require(settings.country in countries(), "country", settings)
    _require(settings.currency.isascii() and settings.currency.isalpha(), "currency", settings)
    _require(settings.on_track <= settings.ahead, "on_track", settings)
    _require(0 < settings.at_risk <= settings.on_track, "at_risk", settings)
    _require(0 < settings.satisfaction_goal < 1, "satisfaction_goal", settings)
    _require(0 < settings.satisfaction_top < 1, "satisfaction_top", settings)
    return settings


def _require(holds: bool, name: str, settings: Settings) -> None:  # noqa: FBT001 - the condition itself
    if not holds:
        raise BadSetting(name=name, found=_write(getattr(settings, name)))


def _write(value: object) -> str:
    if isinstance(value, tuple):
        return json.dumps([day.isoformat() for day in value])
    return str(value)


def _read(name: str, word: str, default: object) -> object:
    """Read one word as the type of the field's default."""
    try:
        if isinstance(default, tuple):
            return tuple(sorted(date.fromisoformat(day) for day in json.loads(word)))
        return type(default)(word)  # type: ignore[call-arg] # int, str and Decimal all take a word
    except (ValueError, TypeError, InvalidOperation) as error:
        raise BadSetting(name=name, found=word) from error
