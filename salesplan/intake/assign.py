"""Which column is which field of a kind: by its header, by what is in it, by what a person said."""

from collections.abc import Collection, Mapping, Sequence

from salesplan.intake.dates import Stretch, parse_stretch
from salesplan.intake.grid import Column
from salesplan.intake.headers import TAIL, key_of, rank, shown
from salesplan.intake.kinds import Field, Kind
from salesplan.intake.labels import is_label
from salesplan.intake.numbered import are_numbered
from salesplan.intake.values import Bad, is_error, parse_money, parse_rate, plain
from salesplan.intake.words import synonyms, table, words

Assigned = dict[str, int]

_NUMBERED = 50  # a name that is a number stands behind every name that is a word
_EMPTY = 200
_EXTRA = {
    "sales": (
        ("amount", "actual", 60),
        ("amount", "deal_amount", 90),
        ("sold_on", "expected_on", 300),
    )
}
_LOOSE_OUTCOMES = {"status", "状态", "结果", "result", "阶段", "订单状态", "order status"}
_PLAIN_NAMES = {"name", "名称"}


def assign(
    kind: Kind, columns: Sequence[Column], mapping: Mapping[str, str], taken: Collection[int] = ()
) -> Assigned:
    """Give each field its surest column; what a person said comes first."""
    said = _said(kind, columns, mapping)
    closed = {index for index, name in said.items()} | set(taken)
    chosen: Assigned = {name: index for index, name in said.items() if name in kind.names}
    for _, index, name in sorted(_candidates(kind, columns)):
        if name not in chosen and index not in closed:
            chosen[name] = index
            closed.add(index)
    return _deal(chosen, columns) if kind.name == "sales" else chosen


def _deal(chosen: Assigned, columns: Sequence[Column]) -> Assigned:
    """Take the one price of a deal for its amount; without an outcome, nothing was expected."""
    if "outcome" not in chosen:
        return {n: i for n, i in chosen.items() if n != "sold_on" or not _expected(columns[i])}
    price = chosen.get("unit_price")
    if price is None or "amount" in chosen:
        return chosen
    if rank("sales", "deal_amount", columns[price].header.key) is None:
        return chosen
    return {name: index for name, index in chosen.items() if name != "unit_price"} | {
        "amount": price
    }


def _expected(column: Column) -> bool:
    return column.header.key in synonyms("sales")["expected_on"]


def rivals(kind: Kind, columns: Sequence[Column], field: str) -> list[int]:
    """List the columns that could have been a field, the surest first."""
    return [index for _, index, name in sorted(_candidates(kind, columns)) if name == field]


def further(kind: Kind, columns: Sequence[Column], field: str, first: int) -> tuple[int, ...]:
    """List the columns that hold more of a field, unless the first is surely the whole of it."""
    place = _rank(kind, field, columns[first])
    if place is None or place < TAIL:
        return ()
    return tuple(index for index in rivals(kind, columns, field) if index != first)


def _said(kind: Kind, columns: Sequence[Column], mapping: Mapping[str, str]) -> dict[int, str]:
    """Find the columns that a person spoke of: index to field, or to "" for leaving it out."""
    wanted = {shown(header): field for header, field in mapping.items()}
    return {
        index: wanted[name]
        for index, column in enumerate(columns)
        for name in (column.name, column.header.text)
        if name in wanted and (wanted[name] in kind.names or not wanted[name])
    }


def _candidates(kind: Kind, columns: Sequence[Column]) -> list[tuple[int, int, str]]:
    """List (rank, column, field) for every column that may be a field."""
    found = []
    for index, column in enumerate(columns):
        for field in kind.fields:
            place = _rank(kind, field.name, column)
            if place is not None and _fits(field, column):
                found.append((place + _doubt(field, column), index, field.name))
    return (
        found
        if _knows_customers(kind, columns)
        else [entry for entry in found if not _is_plain_name(entry, columns)]
    )


def _rank(kind: Kind, field: str, column: Column) -> int | None:
    header = column.header
    keys = {f"{header.key}{header.hint}", header.key}
    if field == "score":  # How likely are you to recommend us? (NPS)
        keys.add(key_of(header.hint))
    ranks = [found for key in keys if (found := rank(kind.name, field, key)) is not None]
    for name, extra, behind in _EXTRA.get(kind.name, ()):
        found = rank(kind.name, extra, column.header.key) if name == field else None
        ranks += [] if found is None else [found + behind]
    return min(ranks, default=None)


def _knows_customers(kind: Kind, columns: Sequence[Column]) -> bool:
    """Tell whether a column "name" is a customer's: another column is the customer's number."""
    if kind.name not in {"sales", "customers"}:
        return True
    ids = {*synonyms("customers")["id"], "account"} - {"account id"}  # the id beside a deal's name
    return any(column.header.key in ids for column in columns)


def _is_plain_name(entry: tuple[int, int, str], columns: Sequence[Column]) -> bool:
    _, index, field = entry
    return field in {"customer", "name"} and columns[index].header.key in _PLAIN_NAMES


def _fits(field: Field, column: Column) -> bool:
    """Tell whether at least half of what a column shows can be read as the field."""
    read = _READERS.get(field.type)
    if field.type == "outcome" and column.header.key not in _LOOSE_OUTCOMES:
        return True
    if field.type in {"date", "period"} and are_numbered(column.samples, column.header):
        return True
    samples = [s for s in column.samples if plain(s) and not is_error(plain(s)) and not is_label(s)]
    if read is None or not samples:
        return True
    return sum(map(read, samples)) * 2 >= len(samples)


def _doubt(field: Field, column: Column) -> int:
    """Put empty columns last, and numbers behind words for who and what."""
    if not column.samples:
        return _EMPTY
    numbers = all(isinstance(s, int | float) or plain(s).isdecimal() for s in column.samples)
    return _NUMBERED if numbers and field.name in {"rep", "customer", "product", "region"} else 0


def _is_number(cell: object) -> bool:
    return not isinstance(parse_money(cell), Bad)


def _is_time(cell: object) -> bool:
    found = parse_stretch(cell)
    return not isinstance(found, Bad) or found.reason in {"which_order", "no_year"}


def _is_year(cell: object) -> bool:
    found = parse_stretch(cell)
    return isinstance(found, Stretch) and found.grain == "year"


def _is_score(cell: object) -> bool:
    text = plain(cell)
    return text.casefold() in table("satisfaction") or _is_number(text.rstrip("%分星/510 ") or "0")


def _is_outcome(cell: object) -> bool:
    text = plain(cell).casefold()
    return any(text in words(name) for name in ("won", "lost", "open", "cancelled"))


_READERS = {
    "outcome": _is_outcome,
    "money": _is_number,
    "count": _is_number,
    "figure": lambda cell: not isinstance(parse_rate(cell), Bad),
    "date": _is_time,
    "period": _is_time,
    "year": _is_year,
    "score": _is_score,
}
