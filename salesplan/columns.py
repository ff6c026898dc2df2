"""The vocabulary: how each kind of value is written on a card, on an axis and in a table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from salesplan.text import language, t

MINUS = "\N{MINUS SIGN}"
NOTHING = "—"
SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "HKD": "HK$", "INR": "₹"}
Number = Decimal | float | int


def size(value: Number) -> Decimal:
    """Give the size of a figure without its sign."""
    return abs(Decimal(str(value)))


@dataclass(frozen=True)
class Unit:
    """What a money figure is divided by, the word for it, and its digits on a card."""

    scale: int
    name: str
    digits: int

    @property
    def step(self) -> Decimal:
        """The money that the last digit on a card stands for."""
        return self.scale * Decimal(1).scaleb(-self.digits)


UNITS = {
    "yuan": Unit(1, "yuan", 0),
    "thousand": Unit(10**3, "thousand", 0),
    "wan": Unit(10**4, "wan", 0),
    "million": Unit(10**6, "million", 1),
    "yi": Unit(10**8, "yi", 2),
    "billion": Unit(10**9, "billion", 2),
}
_TEN = 10
_AUTO = {"zh": ("yi", "wan", "yuan"), "en": ("billion", "million", "thousand", "yuan")}
# The table's unit may be one step finer than the card's, so that small members keep their digits.
_TABLE = {"zh": ("wan", "yuan"), "en": ("million", "thousand", "yuan")}


def unit_of(value: Number, chosen: str = "auto") -> Unit:
    """Give the unit that suits one figure, or the chosen one."""
    return _suiting(size(value), _AUTO, chosen)


def unit_for(values: Iterable[Number | None], chosen: str = "auto") -> Unit:
    """Give one unit for a column or an axis, by its largest value."""
    largest = max((size(value) for value in values if value is not None), default=Decimal())
    return _suiting(largest, _TABLE, chosen)


def _suiting(largest: Decimal, steps: dict[str, tuple[str, ...]], chosen: str) -> Unit:
    """Choose a unit by the largest figure; a single digit before the point gets one behind it."""
    units = [UNITS[name] for name in steps[language()]] if chosen == "auto" else [UNITS[chosen]]
    unit = next((unit for unit in units if largest >= unit.scale), units[-1])
    short = unit.scale > 1 and unit.digits == 0 and largest < _TEN * unit.scale
    return replace(unit, digits=1) if short else unit


def unit_label(unit: Unit, currency: str = "CNY") -> str:
    """Word a unit for a caption or a header: 万元, ¥M."""
    return t(f"column.unit_{unit.name}", symbol=symbol(currency), word=word_of(currency))


def symbol(currency: str) -> str:
    """Give the sign of a currency, or its code where it has none of its own."""
    return SYMBOLS.get(currency, currency + " ")


def word_of(currency: str) -> str:
    """Give the word of a currency: 元, or its code."""
    return t("column.yuan") if currency == "CNY" else currency


def money(
    value: Number | None, *, signed: bool = False, currency: str = "CNY", unit: str | Unit = "auto"
) -> str:
    """Write money for a card or a sentence: 3,877 万, ¥38.8M; in a unit, or one that suits it."""
    if value is None:
        return NOTHING
    chosen = unit if isinstance(unit, Unit) else unit_of(value, unit)
    figure = grouped(size(value) / chosen.scale, chosen.digits)
    blanks = {"figure": figure, "symbol": symbol(currency), "word": word_of(currency)}
    return sign(value, signed=signed) + t(f"column.money_{chosen.name}", **blanks)


def small_unit(words: str) -> str:
    """Set a figure's unit in small type, so that the digits of all cards stand on one line."""
    figure, space, unit = words.partition(" ")
    return f"{figure} :small[{unit}]" if space else figure


def money_exact(value: Decimal | None, currency: str = "CNY") -> str:
    """Write money to the cent, to be compared with another sum: 3,500.50 元, ¥3,500.50."""
    if value is None:
        return NOTHING
    figure = grouped(size(value), 2)
    blanks = {"figure": figure, "symbol": symbol(currency), "word": word_of(currency)}
    return sign(value, signed=False) + t("column.money_yuan", **blanks)


def rate(value: float | None, digits: int = 1, *, signed: bool = False) -> str:
    """Write a fraction as a percentage: 0.905 is 90.5%."""
    if value is None:
        return NOTHING
    return f"{sign(value, signed=signed)}{grouped(size(value) * 100, digits)}%"


def points(value: float | None, digits: int = 1) -> str:
    """Write a difference of rates in percentage points: −9.5 pp."""
    if value is None:
        return NOTHING
    return t("column.points", figure=sign(value, signed=True) + grouped(size(value) * 100, digits))


def count(value: Number | None) -> str:
    """Write a whole number with its thousands apart."""
    return NOTHING if value is None else sign(value, signed=False) + grouped(size(value), 0)


def grouped(value: Number, digits: int) -> str:
    """Write a non-negative number, rounded half up, with its thousands apart."""
    step = Decimal(1).scaleb(-digits)
    rounded = Decimal(str(value)).quantize(step, ROUND_HALF_UP)
    return f"{rounded:,.{digits}f}"


def sign(value: Number, *, signed: bool) -> str:
    """Give the sign of a figure: a true minus; a plus only where asked."""
    if value < 0:
        return MINUS
    return "+" if signed and value > 0 else ""


def day(value: date | None) -> str:
    """Write a day: 2026-11-20, 20 Nov 2026."""
    if value is None:
        return NOTHING
    return value.isoformat() if language() == "zh" else f"{value.day} {value:%b} {value.year}"


def month(value: date) -> str:
    """Write a month on its own: 2026年7月, Jul 2026."""
    return t("column.month", year=value.year, month=value.month, name=f"{value:%b}")


def short_month(value: date) -> str:
    """Write a month on an axis: 7月, Jul."""
    return t("column.short_month", month=value.month, name=f"{value:%b}")


def plain_money(value: Decimal | None) -> str | None:
    """Write money for a machine: at least two decimals, more only where they count."""
    if value is None:
        return None
    cents = value.quantize(Decimal("0.01"))
    return str(cents) if cents == value else str(value.normalize())
