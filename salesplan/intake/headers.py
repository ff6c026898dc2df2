"""What a header says: the name that synonyms are compared with, and its unit."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from salesplan.intake.words import synonyms, table, words

_BRACKETS = re.compile(r"[(\[【「{<]([^()\[\]【】「」{}<>]*)[)\]】」}>]")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_CJK_SPACE = re.compile(r"(?<=[\u3000-\u9fff]) | (?=[\u3000-\u9fff])")
_UNIT_SAID = re.compile(r"(?:单位|币种|\bunits?|\bcurrency)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,，、/;；。()（）]+")
_MARKS = {"必填", "选填", "必选", "可选", "required", "optional", "mandatory", "*"}
TAIL = 100  # ranks from here on are of headers that only end with a name


@dataclass(frozen=True)
class Header:
    """A header as shown, as compared, and with what it says about its numbers."""

    text: str
    key: str
    bare: str = ""
    unit: str | None = None
    hint: str = ""


def normalise(found: object) -> Header:
    """Read a header: 销售额(万元)* is "销售额" in wan, TOTAL_PRICE_USD is "total price"."""
    text = shown(found)
    hints = [hint.strip() for hint in _BRACKETS.findall(text)]
    bare, unit = _split_unit(_BRACKETS.sub(" ", text).strip(" *:：,，"))
    unit = next((named for hint in hints if (named := unit_named(hint))), unit)
    rest = [hint for hint in hints if not unit_named(hint) and hint.casefold() not in _MARKS]
    return Header(text, key_of(bare or text), bare or text, unit, " ".join(rest))


def shown(found: object) -> str:
    """Write a header on one line, in ordinary characters."""
    return " ".join(unicodedata.normalize("NFKC", "" if found is None else str(found)).split())


@cache
def key_of(text: str) -> str:
    """Write a name as it is compared: humps and signs apart, lower case, no currency behind."""
    spaced = re.sub(r"[_\-./:：*\"“”'’#|]+", " ", _HUMPS.sub(" ", text)).casefold()
    parts = spaced.split()
    while len(parts) > 1 and parts[-1] in words("currency"):
        parts.pop()
    return _CJK_SPACE.sub("", " ".join(parts))


def unit_named(text: str) -> str | None:
    """Name the unit that a word says, or "CNY thousands", or "单位: 万元"."""
    labels = list(_UNIT_SAID.finditer(text))
    if not labels:
        return _unit_word(text)
    spoken = (word for label in labels for word in _BETWEEN.split(text[label.end() :])[:3])
    return next((unit for word in spoken if (unit := _unit_word(word))), None)


def unit_said(text: str) -> str | None:
    """Find a unit in a title or a note: "单位：万元", "(in thousands)"."""
    line = shown(text)
    if _UNIT_SAID.search(line):
        return unit_named(line)
    spoken = re.search(r"\bin (thousands|millions)\b", line.casefold())
    inside = [unit_named(hint) for hint in _BRACKETS.findall(line)]
    return unit_named(spoken[1]) if spoken else next(filter(None, inside), None)


def _unit_word(text: str) -> str | None:
    """Look a unit up, whatever currency stands beside it."""
    bare = text.casefold().strip(" ,，。.;；")
    for currency in sorted(words("currency"), key=len, reverse=True):
        bare = bare.replace(currency, " ")
    return table("units").get(" ".join(bare.split()))


def _split_unit(text: str) -> tuple[str, str | None]:
    """Take a unit off the end: 销售额/万元, Amount in thousands."""
    match = re.search(
        r"^(?P<name>.+?)(?:\s*[/:：,，]\s*|\s+in\s+|[\s_]+)(?P<unit>[^/:：,，]+)$", text
    )
    unit = unit_named(match["unit"]) if match else None
    return (match["name"], unit) if match and unit else (text, None)


def names_field(kind: str, key: str) -> bool:
    """Tell whether a header names any field of a kind."""
    return key in _names(kind) or any(rank(kind, field, key) is not None for field in _TAILED)


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(name for listed in synonyms(kind).values() for name in listed)


@cache
def rank(kind: str, field: str, key: str) -> int | None:
    """Tell how surely a header names a field: 0 is surest, None not at all."""
    listed = synonyms(kind).get(field, ())
    if key in listed:
        return listed.index(key)
    ends = _ends(kind, field)
    if not key.endswith(ends) or any(word in key for word in words("not_actual")):
        return None
    return TAIL + next(n for n, end in enumerate(ends) if key.endswith(end))


_TAILED = {"amount", "sold_on", "customer", "product", "rep", "answered_on", "score"}


@cache
def _ends(kind: str, field: str) -> tuple[str, ...]:
    """List the names that are telling at the end of a header: 本期销售金额, total sales amount."""
    listed = synonyms(kind).get(field, ()) if field in _TAILED else ()
    words_behind = (f" {name}" for name in listed if name.isascii() and " " in name)
    signs_behind = (name for name in listed if not name.isascii() and len(name) > 2)  # noqa: PLR2004
    return (*words_behind, *signs_behind)
