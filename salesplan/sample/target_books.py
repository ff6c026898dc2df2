"""The plan as a director keeps it: months across, teams merged down, totals, a unit in a note."""

from dataclasses import dataclass
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesplan.sample.goals import Goal, Plan
from salesplan.sample.words import TargetSheets

_HEADER_ROW = 2  # counted from 0: below the title and the note
_FIRST_ROW = 3
_MONTHS_AT = 3  # the column of the first month: after region, team, rep


@dataclass(frozen=True)
class Formats:
    """How titles, merged cells, numbers and sums look."""

    title: Format
    header: Format
    merged: Format
    number: Format
    sums: Format

    @classmethod
    def of(cls, book: xlsxwriter.Workbook, decimals: int) -> "Formats":
        """Add the formats to a workbook."""
        number = {"border": 1, "num_format": "#,##0." + "0" * decimals if decimals else "#,##0"}
        return cls(
            title=book.add_format({"bold": True, "font_size": 14, "align": "center"}),
            header=book.add_format({"bold": True, "border": 1, "align": "center"}),
            merged=book.add_format({"border": 1, "valign": "vcenter"}),
            number=book.add_format(number),
            sums=book.add_format({**number, "bold": True}),
        )


@dataclass
class PlanSheet:
    """One sheet of a plan while it is written, from the top down."""

    sheet: Worksheet
    plan: Plan
    words: TargetSheets
    formats: Formats
    row: int = _FIRST_ROW

    @property
    def last(self) -> int:
        """The column of the row totals."""
        return _MONTHS_AT + len(self.plan.months)

    def write(self, title: str) -> None:
        """Write title, note and header, each region's teams, and the total."""
        self._top(title)
        for region, goals in groupby(self.plan.goals, lambda goal: goal.region):
            start = self.row
            for team, members in groupby(goals, lambda goal: goal.team):
                self._team(team, list(members))
            self._down(start, 0, region)
        self._total()

    def _top(self, title: str) -> None:
        self.sheet.merge_range(0, 0, 0, self.last, title, self.formats.title)
        self.sheet.write_string(1, 0, self.words.note)
        months = [self.words.months[month - 1] for month in self.plan.months]
        headers = [*self.words.headers, *months, self.words.total]
        self.sheet.write_row(_HEADER_ROW, 0, headers, self.formats.header)
        self.sheet.set_column(0, _MONTHS_AT - 1, 14)
        self.sheet.set_column(_MONTHS_AT, self.last, 11)
        self.sheet.freeze_panes(_FIRST_ROW, _MONTHS_AT)

    def _team(self, team: str, members: list[Goal]) -> None:
        start = self.row
        for goal in members:
            self._goal(goal)
        self.sheet.write_string(self.row, 2, self.words.subtotal, self.formats.merged)
        self._sums(members, "=SUM({column}" + f"{start + 1}" + ":{column}" + f"{self.row})")
        self._down(start, 1, team)

    def _goal(self, goal: Goal) -> None:
        self.sheet.write_string(self.row, 2, goal.rep, self.formats.merged)
        for column, value in enumerate(goal.months, start=_MONTHS_AT):
            if value is None:
                self.sheet.write_blank(self.row, column, None, self.formats.number)
            else:
                self.sheet.write_number(self.row, column, self._scaled(value), self.formats.number)
        first = xl_rowcol_to_cell(self.row, _MONTHS_AT)
        until = xl_rowcol_to_cell(self.row, self.last - 1)
        whole = self._scaled(sum(value or 0 for value in goal.months))
        self.sheet.write_formula(
            self.row, self.last, f"=SUM({first}:{until})", self.formats.sums, whole
        )
        self.row += 1

    def _total(self) -> None:
        """Sum up every row that is not a subtotal."""
        self.sheet.merge_range(
            self.row, 0, self.row, 2, self.words.grand_total, self.formats.merged
        )
        span = f"{_FIRST_ROW + 1}:{{column}}{self.row}"
        names = f"$C${_FIRST_ROW + 1}:$C${self.row}"
        condition = f'"<>{self.words.subtotal}"'
        self._sums(self.plan.goals, f"=SUMIF({names},{condition},{{column}}{span})")

    def _sums(self, goals: list[Goal], formula: str) -> None:
        """Write a row of sums, each with the value that Excel would show."""
        columns = zip(*(goal.months for goal in goals), strict=True)
        months = [sum(month or 0 for month in column) for column in columns]
        for column, value in enumerate([*months, sum(months)], start=_MONTHS_AT):
            filled = formula.format(column=xl_col_to_name(column))
            self.sheet.write_formula(
                self.row, column, filled, self.formats.sums, self._scaled(value)
            )
        self.row += 1

    def _down(self, start: int, column: int, name: str) -> None:
        """Merge a name down to the row before this one."""
        if start == self.row - 1:
            self.sheet.write_string(start, column, name, self.formats.merged)
        else:
            self.sheet.merge_range(start, column, self.row - 1, column, name, self.formats.merged)

    def _scaled(self, yuan: float) -> float:
        """Give yuan in the unit of the note."""
        return round(yuan / self.words.scale, self.words.decimals)


def fill_plans(
    book: xlsxwriter.Workbook, plans: list[Plan], words: TargetSheets, title: str
) -> None:
    """Write a sheet for each plan; the title has a blank for the year."""
    formats = Formats.of(book, words.decimals)
    for plan in plans:
        sheet = book.add_worksheet(words.sheet.format(year=plan.year))
        PlanSheet(sheet, plan, words, formats).write(title.format(year=plan.year))
