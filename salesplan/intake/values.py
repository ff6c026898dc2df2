"""What one cell says: money, counts and text. Pure; the fast columns must agree with it."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from salesplan.intake.words import words

PLACES = Decimal("0.0001")
LIMIT = Decimal(10) ** 14
_WIDE = Context(prec=200)
_SHOWN = Context(prec=15, rounding=ROUND_HALF_EVEN)  # the digits that Excel keeps

_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "﹣": "-", "‐": "-", "‑": "-"})
_BLANKS = " \t\r\n\u200b\ufeff"
_GROUP = " '’  "
_POINT = re.compile(r"\d+\.\d+|\.\d+|\d+\.?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_GROUP}]\d{{3}})+(?:[.,]\d+)?")
_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_COMMA_ONLY = re.compile(r"\d+(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_POWER = re.compile(r"\d+(?:\.\d+)?e[+-]?\d{1,3}")
_SCALE = re.compile(r"(?P<number>.*\d)\s*(?P<scale>[a-z\u4e00-\u9fff]+)\.?")


@dataclass(frozen=True)
class Bad:
    """Why a cell cannot be read: a text key of the page "intake"."""

    reason: str


def parse_money(found: object, *, comma: bool = False) -> Decimal | Bad | None:
    """Read an amount exactly; None where the cell says nothing.

    `comma`: the column is known to write decimals with a comma.
    """
    if isinstance(found, bool):
        return Bad("not_a_number")
    if isinstance(found, int | float | Decimal):
        return _number(found)
    text = plain(found)
    if is_nothing(text):
        return None
    if text.startswith("#"):
        return Bad("error_cell")
    negative, bare = _sign(_bare(text))
    value = _digits(bare, comma=comma)
    if value is None:
        return Bad("not_a_number")
    return -value if negative else value


def parse_count(found: object, *, comma: bool = False) -> Decimal | Bad | None:
    """Read a quantity: money without a percent sign, and pieces without their unit."""
    if isinstance(found, str):
        found = re.sub(
            r"(?<=\d)\s*(?:pcs|units?|件|台|个|套|箱|吨|kg|盒|支|只|瓶|单|人)$",
            "",
            plain(found),
            flags=re.IGNORECASE,
        )
    return parse_money(found, comma=comma)


def parse_rate(found: object) -> Decimal | Bad | None:
    """Read 92 %, 0.92 or 92 as written: 0.92, 0.92, 92."""
    text = plain(found)
    percent = text.endswith(("%", "percent"))
    read = parse_money(text.removesuffix("percent").rstrip("% ") if percent else found)
    return read / 100 if percent and isinstance(read, Decimal) else read


def parse_text(found: object) -> str | None:
    """Read a name or an id: NFKC, trimmed, inner spaces collapsed, zeros kept."""
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    text = " ".join(plain(found).split())
    return None if is_blank(text) or (text.startswith("#") and is_error(text)) else text


def stored(value: Decimal, factor: int = 1) -> tuple[Decimal | Bad, bool]:
    """Scale and round half-even to the stored four decimals; tell whether something was lost.

    Nothing is lost where only the residue of a binary fraction goes: 59.050000000000004.
    """
    exact = _WIDE.multiply(value, factor)
    if abs(exact) >= LIMIT:
        return Bad("too_large"), False
    kept = exact.quantize(PLACES, ROUND_HALF_EVEN, context=_WIDE)
    return kept, kept not in (exact, _SHOWN.plus(exact))


def plain(found: object) -> str:
    """Write what a cell holds as trimmed text in ordinary characters, without Excel's text mark."""
    text = unicodedata.normalize("NFKC", "" if found is None else str(found))
    return text.strip(_BLANKS).removeprefix("'").strip(_BLANKS)


def is_nothing(text: str) -> bool:
    """Tell whether a number's cell says that there is nothing."""
    return text.casefold() in words("nothing") or text.casefold() in words("nothing_number")


def is_blank(text: str) -> bool:
    """Tell whether a text's cell says that there is nothing."""
    return text.casefold() in words("nothing")


def is_error(text: str) -> bool:
    """Tell whether a cell holds an error that Excel shows."""
    return text.upper().rstrip("!?") in {
        "#REF",
        "#DIV/0",
        "#VALUE",
        "#NAME",
        "#NUM",
        "#NULL",
        "#SPILL",
        "#CALC",
    }


def _number(found: float | Decimal) -> Decimal | Bad:
    """Take a number by its shortest digits: 0.1 is a tenth."""
    value = Decimal(repr(found)) if isinstance(found, float) else Decimal(found)
    return value if value.is_finite() else Bad("not_a_number")


def _bare(text: str) -> str:
    """Leave currencies out."""
    bare = text.translate(_SIGNS).casefold()
    for currency in words("currency"):
        bare = bare.replace(currency, "")
    return bare.strip()


def _sign(text: str) -> tuple[bool, str]:
    """Take the sign off: -5, 5-, (5)."""
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1].strip()
    if text.startswith(("-", "+")):
        return text[0] == "-", text[1:].strip()
    return text.endswith("-"), text.removesuffix("-").strip()


def _digits(text: str, *, comma: bool) -> Decimal | None:
    """Read the digits and what they are multiplied by: 1.2万, 3K."""
    match = _SCALE.fullmatch(text)
    factor = words_scale(match["scale"]) if match else 1
    if match and factor:
        text = match["number"].strip()
    elif match and not _POWER.fullmatch(text):
        return None
    value = _separated(text, comma=comma)
    return None if value is None or not factor else value * factor


def words_scale(word: str) -> int:
    """Give the factor of 万, k or million; 0 for a word that is none."""
    return _SCALES.get(word.removesuffix("元") or "元", 0)


_SCALES = {
    "元": 1,
    "圆": 1,
    "千": 10**3,
    "万": 10**4,
    "萬": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "億": 10**8,
    "万亿": 10**12,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mm": 10**6,
    "million": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
}


def _separated(text: str, *, comma: bool) -> Decimal | None:
    """Read digits with whatever separates thousands and decimals."""
    if _SPACED.fullmatch(text):
        text = re.sub(f"[{_GROUP}]", "", text).replace(",", ".")
    elif (comma and _COMMA_ONLY.fullmatch(text)) or _COMMA.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _POINT.fullmatch(text):
        text = text.replace(",", "")
    elif not _POWER.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover  # the patterns let only numbers through
        return None
