"""Where a table begins: its header row among titles and notes, its columns, their samples."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import dropwhile, takewhile

from salesplan.intake.headers import Header, normalise, shown
from salesplan.intake.read import SheetData
from salesplan.intake.read.inside.cells import Cell

_SAMPLES = 20


@dataclass(frozen=True)
class Column:
    """One column of a table; `place` counts from column A = 1."""

    place: int
    name: str
    header: Header
    samples: tuple[object, ...] = ()
    parent: str = ""


@dataclass(frozen=True)
class Top:
    """The head of a table: its last header row (1 is the first), columns, what stands above."""

    header_row: int
    columns: tuple[Column, ...]
    titles: tuple[str, ...] = ()
    first_header_row: int = field(default=1)

    @property
    def first(self) -> int:
        """The place of the first column."""
        return self.columns[0].place

    @property
    def last(self) -> int:
        """The place of the last column."""
        return self.columns[-1].place


def tops(sheet: SheetData, known: Callable[[Header], bool]) -> list[Top]:
    """Find the head of each table that begins in the best header row, left to right."""
    scored = [(sum(map(known, _headers(row))), -place) for place, row in enumerate(sheet.grid)]
    best = max(scored, default=(0, 0))
    place = -best[1] if best[0] > 0 else _first_words(sheet.grid)
    if place is None:
        return []
    first, last = _span(sheet, place)
    return [_top(sheet, first, last, block) for block in _blocks(sheet, last)]


def united(parts: Sequence[Top]) -> Top:
    """See several blocks of one header row as one table."""
    columns = tuple(column for part in parts for column in part.columns)
    titles = tuple(dict.fromkeys(title for part in parts for title in part.titles))
    return Top(parts[0].header_row, columns, titles, parts[0].first_header_row)


def _headers(row: Sequence[object]) -> list[Header]:
    return [normalise(cell) for cell in row if isinstance(cell, str) and len(cell) < 80]  # noqa: PLR2004  # a longer cell is a remark


def _first_words(grid: Sequence[Sequence[object]]) -> int | None:
    """Find the first row that holds at least two cells and only words."""
    for place, row in enumerate(grid):
        cells = [cell for cell in row if not empty(cell)]
        if len(cells) > 1 and all(isinstance(cell, str) for cell in cells):
            return place
    return None


def _span(sheet: SheetData, place: int) -> tuple[int, int]:
    """Give the first and the last of the joined header rows, as places in the grid."""
    if _groups(sheet, place) and place + 1 < len(sheet.grid) and _worded(sheet, place + 1):
        return place, place + 1
    if place and _groups(sheet, place - 1):
        return place - 1, place
    return place, place


def _groups(sheet: SheetData, place: int) -> list[tuple[int, int]]:
    """Find the merged cells of a row that stand above some of the columns, not above all."""
    below = sheet.grid[place + 1 : place + 4]
    width = max((sum(not empty(cell) for cell in row) for row in below), default=0)
    found = [(c1, c2) for r1, c1, r2, c2 in sheet.merges if r1 == r2 == place + 1 and c1 < c2]
    return [(c1, c2) for c1, c2 in found if c2 - c1 + 1 < max(width, 2)]


def _worded(sheet: SheetData, place: int) -> bool:
    """Tell whether the cells under merged headers are words, not figures."""
    under = [
        sheet.grid[place][column - 1]
        for c1, c2 in _groups(sheet, place - 1)
        for column in range(c1, c2 + 1)
        if column <= len(sheet.grid[place])
    ]
    return bool(under) and all(isinstance(cell, str) for cell in under if not empty(cell))


def _blocks(sheet: SheetData, place: int) -> list[list[int]]:
    """Split the columns where one is empty from the header down."""
    width = max(len(row) for row in sheet.grid)
    used = [
        any(not empty(at(row, column)) for row in sheet.grid[place:]) for column in range(width)
    ]
    blocks: list[list[int]] = [[]]
    for column, in_use in enumerate(used):
        if in_use:
            blocks[-1].append(column)
        elif blocks[-1]:
            blocks.append([])
    return [
        block
        for block in blocks
        if block and any(not empty(at(sheet.grid[place], c)) for c in block)
    ]


def _top(sheet: SheetData, first: int, last: int, block: list[int]) -> Top:
    taken: dict[str, int] = {}
    columns = tuple(_column(sheet, first, last, place, taken) for place in block)
    return Top(last + 1, columns, _titles(sheet, first, block), first + 1)


def _column(sheet: SheetData, first: int, last: int, place: int, taken: dict[str, int]) -> Column:
    """Name a column, join what stands above it, and take samples."""
    own = at(sheet.grid[last], place)
    above = _parent(sheet, first, place) if first < last else ""
    header = normalise(_written(own) or above)
    name = f"{above} {header.text}" if above and above != header.text else header.text
    name = name or letter(place + 1)
    taken[name] = taken.get(name, 0) + 1
    unique = name if taken[name] == 1 else f"{name} ({taken[name]})"
    cells = (at(row, place) for row in _first_rows(sheet, last))
    samples = [cell for cell in cells if not empty(cell)][:_SAMPLES]
    return Column(place + 1, unique, header, tuple(samples), above)


def _first_rows(sheet: SheetData, header: int) -> list[Sequence[Cell]]:
    """Give the rows below a header up to the first blank one: what follows may be another table."""
    below = list(dropwhile(_is_blank, sheet.grid[header + 1 :]))
    return list(takewhile(lambda row: not _is_blank(row), below))


def _is_blank(row: Sequence[Cell]) -> bool:
    return all(map(empty, row))


def _parent(sheet: SheetData, row: int, place: int) -> str:
    """Give the merged header above a column."""
    for r1, c1, r2, c2 in sheet.merges:
        if r1 <= row + 1 <= r2 and c1 <= place + 1 <= c2:
            return shown(at(sheet.grid[r1 - 1], c1 - 1))
    return shown(at(sheet.grid[row], place))


def _titles(sheet: SheetData, first: int, block: list[int]) -> tuple[str, ...]:
    """Collect the words above a table, and remarks on the unit anywhere."""
    above = [
        at(row, place) for row in sheet.grid[:first] for place in range(block[0], block[-1] + 2)
    ]
    below = [cell for row in sheet.grid[first + 1 :] for cell in row if _on_unit(cell)]
    return tuple(dict.fromkeys(shown(cell) for cell in [*above, *below] if isinstance(cell, str)))


def _on_unit(cell: object) -> bool:
    return isinstance(cell, str) and "单位" in cell and (":" in cell or "：" in cell)


def _written(cell: object) -> object:
    """Write a header that is a day or a whole number as text."""
    if isinstance(cell, date):
        return str(cell)[:10]
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def at(row: Sequence[Cell], place: int) -> Cell:
    """Give a cell of a row that may end early."""
    return row[place] if place < len(row) else None


def empty(cell: object) -> bool:
    """Tell whether a cell holds nothing to see."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def letter(place: int) -> str:
    """Name a column as Excel does: 1 is A, 28 is AB."""
    name = ""
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
