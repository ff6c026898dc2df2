"""Of which kind a table is: by its columns, then by the words around it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from salesplan.intake import hints
from salesplan.intake.assign import Assigned, assign, further
from salesplan.intake.drafts import Answers
from salesplan.intake.grid import Top
from salesplan.intake.headers import normalise, rank
from salesplan.intake.hints import Meaning
from salesplan.intake.kinds import KINDS, Kind
from salesplan.intake.table import Found, Table, Unclear
from salesplan.intake.wide import Part, parts
from salesplan.intake.words import words
from salesplan.text import Sentence

_WHO_OR_WHAT = {"order_id", "rep", "team", "customer", "product", "channel", "region"}
_TRANSACTION = {"order_id", "customer", "quantity", "outcome"}
_GENERIC = {"amount", "value", "total", "price", "金额", "总额", "总价", "收入", "subtotal"}
_SAYS_WHICH = {"period", "year", "rep", "team", "region", "product", "channel"}
_OF_REPS = {"team", "manager", "role", "hired_on", "left_on", "level", "region", "valid_from"}
_BUSINESS = {"quantity", "unit_price", "amount", "product"}


def as_told(table: Table, answers: Answers) -> Found:
    """Read a table as the kind that a person named."""
    kind = KINDS[answers.kind or "sales"]
    spans = parts(table.top.columns, sure=True) if kind.name in {"sales", "targets"} else ()
    fields = assign(kind, table.top.columns, answers.mapping, [part.index for part in spans])
    figure = {"sales": "amount", "targets": "value"}.get(kind.name)
    if spans and figure not in fields:
        return (replace(table, kind=kind, fields=fields, parts=spans),)
    fields = assign(kind, table.top.columns, answers.mapping)
    if kind.name == "targets" and "value" not in fields:
        fields |= _value_from_amount(table, answers)
    return (replace(table, kind=kind, fields=fields),)


def wide(table: Table, answers: Answers) -> Found | None:
    """Recognise a column a period: targets, sales, or both in pairs."""
    spans = parts(table.top.columns)
    if not spans:
        return None
    said = hints.meaning(table.around)
    by_meaning: dict[Meaning | None, tuple[Part, ...]] = {}
    for part in spans:
        meaning = part.meaning or said
        by_meaning[meaning] = (*by_meaning.get(meaning, ()), part)
    if not set(by_meaning) <= {"target", "actual"}:
        return _unclear_wide(table, by_meaning)
    kinds = [("targets", by_meaning.get("target")), ("sales", by_meaning.get("actual"))]
    found = [(KINDS[name], mine) for name, mine in kinds if mine]
    closed = [part.index for part in spans]
    return tuple(
        replace(
            table,
            kind=kind,
            parts=mine,
            table_no=number,
            fields=_without_figures(assign(kind, table.top.columns, answers.mapping, closed)),
        )
        for number, (kind, mine) in enumerate(found, 1)
    )


def _unclear_wide(table: Table, by_meaning: dict[Meaning | None, tuple[Part, ...]]) -> Found | None:
    """Ask what columns of periods hold; years alone under metrics are no table of ours."""
    if "estimate" in by_meaning:
        return Unclear(Sentence("intake.estimates"), "kind", table.top)
    if _crossed(table.top):
        return Unclear(Sentence("intake.cross_table"), top=table.top)
    long_ones = (
        assign(KINDS["sales"], table.top.columns, {}),
        assign(KINDS["targets"], table.top.columns, {}),
    )
    if "amount" in long_ones[0] or "value" in long_ones[1]:
        return None
    return Unclear(Sentence("intake.which_kind"), "kind", table.top)


def _without_figures(fields: Assigned) -> Assigned:
    """Drop a total beside the periods."""
    return {
        name: index
        for name, index in fields.items()
        if name not in {"amount", "value", "period", "sold_on"}
    }


def long(table: Table, answers: Answers) -> Found | None:
    """Recognise sales, targets, or both side by side."""
    targets, sales = _with_figures(table, answers)
    if _SAYS_WHICH & set(targets):
        both = [("targets", targets), ("sales", sales if "amount" in sales else {})]
        return _numbered(table, [(KINDS[name], fields) for name, fields in both if fields])
    if not sales or not _is_sales(table, sales):
        return None
    said = hints.meaning(table.around)
    if _TRANSACTION & set(sales) or said not in {"target", "estimate"}:
        return (replace(table, kind=KINDS["sales"], fields=sales),)
    if said == "estimate":
        return Unclear(Sentence("intake.estimates"), "kind", table.top)
    fields = assign(KINDS["targets"], table.top.columns, answers.mapping)
    value = _value_from_amount(table, answers)
    return (replace(table, kind=KINDS["targets"], fields=fields | value),)


def _with_figures(table: Table, answers: Answers) -> tuple[Assigned, Assigned]:
    """Give the fields of targets and of sales; none where the figure is missing or the other's."""
    columns = table.top.columns
    targets = assign(KINDS["targets"], columns, answers.mapping)
    sales = assign(KINDS["sales"], columns, answers.mapping)
    is_target = hints.meaning(table.around) == "target" and not _TRANSACTION & set(sales)
    if sales.get("amount") == targets.get("value", -1):
        targets, sales = (targets, {}) if is_target else ({}, sales)
    has_amount = "amount" in sales or {"quantity", "unit_price", "sold_on"} <= set(sales)
    return targets if "value" in targets else {}, sales if has_amount else {}


def _numbered(table: Table, found: Sequence[tuple[Kind, Assigned]]) -> tuple[Table, ...]:
    """See one sheet as several tables."""
    return tuple(
        replace(table, kind=kind, fields=fields, table_no=number)
        for number, (kind, fields) in enumerate(found, 1)
    )


def _is_sales(table: Table, fields: Assigned) -> bool:
    """Tell whether an amount is a sale's: it has a day, or a telling header, or who and what."""
    if "sold_on" in fields:
        return True
    header = table.top.columns[fields["amount"]].header if "amount" in fields else normalise("")
    dimensions = _WHO_OR_WHAT & set(fields)
    return bool(dimensions) and (header.key not in _GENERIC or len(dimensions) > 1)


def _value_from_amount(table: Table, answers: Answers) -> Assigned:
    """Take the amount of a sheet that is called targets for their value."""
    sales = assign(KINDS["sales"], table.top.columns, answers.mapping)
    return {"value": sales["amount"]} if "amount" in sales else {}


def master(table: Table, answers: Answers) -> Found | None:
    """Recognise answers about satisfaction, and lists of reps and customers."""
    for name in ("satisfaction", "reps", "customers"):
        fields = assign(KINDS[name], table.top.columns, answers.mapping)
        if _SUITS[name](set(fields)) and (name == "satisfaction" or not _has_business(table)):
            more = _further_scores(table, fields) if name == "satisfaction" else ()
            return (replace(table, kind=KINDS[name], fields=fields, further=more),)
    return None


def _further_scores(table: Table, fields: Assigned) -> tuple[int, ...]:
    """Find the questions beside the first, where none is about the whole."""
    taken = set(fields.values())
    found = further(KINDS["satisfaction"], table.top.columns, "score", fields["score"])
    return tuple(index for index in found if index not in taken)


def _has_business(table: Table) -> bool:
    """Tell whether a sheet speaks of goods, prices or a survey: its names are no list then."""
    fields = assign(KINDS["sales"], table.top.columns, {})
    keys = {column.header.key for column in table.top.columns}
    return bool(_BUSINESS & set(fields) or keys & words("survey_marks"))


_SUITS: dict[str, Callable[[set[str]], bool]] = {
    "satisfaction": lambda fields: {"score", "answered_on"} <= fields,
    "reps": lambda fields: "name" in fields and bool(_OF_REPS & fields),
    "customers": lambda fields: "name" in fields and len(fields) > 1,
}


def unknown(top: Top) -> Unclear:
    """Say what was looked for and what was found."""
    if _crossed(top):
        return Unclear(Sentence("intake.cross_table"), top=top)
    found = ", ".join(column.name for column in top.columns[:12])
    return Unclear(Sentence("intake.unknown_kind", {"found": found}), top=top)


def _crossed(top: Top) -> bool:
    """Tell whether amounts are named down the first column instead of across."""
    names = [normalise(cell).key for cell in top.columns[0].samples if isinstance(cell, str)]
    return any(rank("sales", "amount", name) is not None for name in names)
