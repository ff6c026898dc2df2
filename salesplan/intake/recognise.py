"""What a sheet is: where its table begins, and of which kind it is."""

from salesplan.intake import decide, wide
from salesplan.intake.drafts import Answers
from salesplan.intake.grid import Top, tops, united
from salesplan.intake.headers import Header, names_field, shown
from salesplan.intake.hints import Surroundings
from salesplan.intake.kinds import KINDS
from salesplan.intake.read import SheetData
from salesplan.intake.table import Found, Table, Unclear
from salesplan.text import Sentence


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
    kinds = (answers.kind,) if answers.kind in KINDS else tuple(KINDS)
    return any(names_field(kind or "", header.key) for kind in kinds) or wide.names_period(header)


def _separate(blocks: list[Top]) -> bool:
    """Tell whether blocks beside each other have titles of their own."""
    return any(set(block.titles) - set(blocks[0].titles) for block in blocks[1:])


def _of_block(sheet: SheetData, top: Top, file: str, answers: Answers) -> Found:
    around = Surroundings(top.titles, sheet.name, file)
    table = Table(sheet, top, around, KINDS["sales"], {})
    if answers.kind in KINDS:
        return decide.as_told(table, answers)
    return (
        decide.wide(table, answers)
        or decide.long(table, answers)
        or decide.master(table, answers)
        or decide.unknown(top)
    )
