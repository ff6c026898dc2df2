"""What a sheet is: where its table begins, of which kind it is, and which column is what."""

from dataclasses import dataclass, replace
from decimal import Decimal

from salesplan.intake import hints, wide
from salesplan.intake.assign import Assigned, assign
from salesplan.intake.drafts import Answers, Question
from salesplan.intake.grid import Top, tops, united
from salesplan.intake.headers import Header, normalise, rank, shown
from salesplan.intake.hints import Meaning, Surroundings
from salesplan.intake.kinds import KINDS, Kind
from salesplan.intake.read import SheetData
from salesplan.intake.words import synonyms, words
from salesplan.text import Sentence

_WHO_OR_WHAT = {"order_id", "rep", "team", "customer", "product", "channel", "region"}
_TRANSACTION = {"order_id", "customer", "quantity", "outcome"}
_GENERIC = {"amount", "value", "total", "price", "金额", "总额", "总价", "收入", "subtotal"}
_SPECIFIC_TO_REPS = {
    "team",
    "manager",
    "role",
    "hired_on",
    "left_on",
    "level",
    "region",
    "valid_from",
}


@dataclass(frozen=True)
class Table:
    """A table of a known kind; `fields` gives the place of each field among its columns."""

    sheet: SheetData
    top: Top
    around: Surroundings
    kind: Kind
    fields: Assigned
    parts: tuple[wide.Part, ...] = ()
    table_no: int = 1

    @property
    def layout(self) -> str:
        """How the figures lie: a row each, or a column a period."""
        return "wide" if self.parts else "long"

    @property
    def figure(self) -> str:
        """Name the field that its columns of periods hold."""
        return "value" if self.kind.name == "targets" else "amount"

    @property
    def weight(self) -> int:
        """How much of the sheet it explains."""
        return len(self.fields) + len(self.parts)


@dataclass(frozen=True)
class Unclear:
    """A sheet that is left out or asked about, and why."""

    reason: Sentence
    question: Question | None = None
    top: Top | None = None
    figures: Decimal | None = None


Found = tuple[Table, ...] | Unclear


def recognise(sheet: SheetData, file: str, answers: Answers) -> Found:
    """Find the tables of a sheet: one, two where target and actual stand side by side, or none."""
    blocks = tops(sheet, lambda header: _known(header, answers))
    if not blocks:
        return Unclear(Sentence("intake.no_table"))
    options = [_of_block(sheet, top, file, answers) for top in blocks]
    good = [option for option in options if isinstance(option, tuple)]
    if len(blocks) > 1 and not _separate(blocks):
        whole = _of_block(sheet, united(blocks), file, answers)
        if isinstance(whole, tuple) and whole[0].weight > max(
            [g[0].weight for g in good], default=0
        ):
            return whole
    return good[0] if good else options[0]


def _known(header: Header, answers: Answers) -> bool:
    """Tell whether a header names a field of any kind, or a period, or was spoken of."""
    if header.text in {shown(said) for said in answers.mapping}:
        return True
    kinds = [answers.kind] if answers.kind in KINDS else list(KINDS)
    named = any(
        rank(kind, name, header.key) is not None for kind in kinds for name in synonyms(kind)
    )
    return named or wide.names_period(header)


def _separate(blocks: list[Top]) -> bool:
    """Tell whether blocks beside each other have titles of their own."""
    return any(set(block.titles) - set(blocks[0].titles) for block in blocks[1:])


def _of_block(sheet: SheetData, top: Top, file: str, answers: Answers) -> Found:
    around = Surroundings(top.titles, sheet.name, file)
    table = Table(sheet, top, around, KINDS["sales"], {})
    if answers.kind:
        return _as_told(table, answers)
    return (
        _wide(table, answers) or _long(table, answers) or _master(table, answers) or _unknown(top)
    )


def _as_told(table: Table, answers: Answers) -> Found:
    """Read a table as the kind that a person named."""
    kind = KINDS[answers.kind or "sales"]
    spans = wide.parts(table.top.columns) if kind.name in {"sales", "targets"} else ()
    fields = assign(kind, table.top.columns, answers.mapping, [part.index for part in spans])
    figure = {"sales": "amount", "targets": "value"}.get(kind.name)
    if spans and figure not in fields:
        return (replace(table, kind=kind, fields=fields, parts=spans),)
    fields = assign(kind, table.top.columns, answers.mapping)
    if kind.name == "targets" and "value" not in fields:
        fields |= _value_from_amount(table, answers)
    return (replace(table, kind=kind, fields=fields),)


def _wide(table: Table, answers: Answers) -> Found | None:
    """Recognise a column a period: targets, sales, or both in pairs."""
    spans = wide.parts(table.top.columns)
    if not spans:
        return None
    said = hints.meaning(table.around)
    by_meaning: dict[Meaning | None, tuple[wide.Part, ...]] = {}
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


def _unclear_wide(
    table: Table, by_meaning: dict[Meaning | None, tuple[wide.Part, ...]]
) -> Found | None:
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


def _long(table: Table, answers: Answers) -> Found | None:
    """Recognise sales, targets, or both side by side."""
    columns = table.top.columns
    sales = assign(KINDS["sales"], columns, answers.mapping)
    targets = assign(KINDS["targets"], columns, answers.mapping)
    said = hints.meaning(table.around)
    if "value" in targets and sales.get("amount") == targets["value"]:
        one = sales if said != "target" or _TRANSACTION & set(sales) else targets
        (targets if one is sales else sales).clear()
    figures = "amount" in sales or {"quantity", "unit_price", "sold_on"} <= set(sales)
    if "value" in targets:
        both = [("targets", targets)] + ([("sales", sales)] if "amount" in sales else [])
        return tuple(
            replace(table, kind=KINDS[name], fields=fields, table_no=number)
            for number, (name, fields) in enumerate(both, 1)
        )
    if not figures or not _is_sales(table, sales):
        return None
    if said in {"target", "estimate"} and not _TRANSACTION & set(sales):
        if said == "estimate":
            return Unclear(Sentence("intake.estimates"), "kind", table.top)
        fields = assign(KINDS["targets"], columns, answers.mapping) | _value_from_amount(
            table, answers
        )
        return (replace(table, kind=KINDS["targets"], fields=fields),)
    return (replace(table, kind=KINDS["sales"], fields=sales),)


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


def _master(table: Table, answers: Answers) -> Found | None:
    """Recognise answers about satisfaction, and lists of reps and customers."""
    busy = _has_business(table)
    for name, suits in (
        ("satisfaction", lambda f: {"score", "answered_on"} <= set(f)),
        ("reps", lambda f: "name" in f and bool(_SPECIFIC_TO_REPS & set(f)) and not busy),
        ("customers", lambda f: "name" in f and len(f) > 1 and not busy),
    ):
        fields = assign(KINDS[name], table.top.columns, answers.mapping)
        if suits(fields):
            return (replace(table, kind=KINDS[name], fields=fields),)
    return None


def _has_business(table: Table) -> bool:
    """Tell whether a sheet speaks of goods, prices or a survey: its names are not reps then."""
    keys = {column.header.key for column in table.top.columns}
    fields = assign(KINDS["sales"], table.top.columns, {})
    return bool(
        {"quantity", "unit_price", "amount", "product", "order_id"} & set(fields) - {"order_id"}
    ) or bool(keys & words("survey_marks"))


def _unknown(top: Top) -> Unclear:
    """Say what was looked for and what was found."""
    if _crossed(top):
        return Unclear(Sentence("intake.cross_table"), top=top)
    found = ", ".join(column.name for column in top.columns[:12])
    return Unclear(Sentence("intake.unknown_kind", {"found": found}), top=top)


def _crossed(top: Top) -> bool:
    """Tell whether amounts are named down the first column instead of across."""
    names = [normalise(cell).key for cell in top.columns[0].samples if isinstance(cell, str)]
    return any(rank("sales", "amount", name) is not None for name in names)
