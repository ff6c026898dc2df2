"""A table that was recognised, or why there is none."""

from dataclasses import dataclass
from decimal import Decimal

from salesplan.intake import wide
from salesplan.intake.assign import Assigned
from salesplan.intake.drafts import Question
from salesplan.intake.grid import Top
from salesplan.intake.hints import Surroundings
from salesplan.intake.kinds import Kind
from salesplan.intake.read import SheetData
from salesplan.text import Sentence


@dataclass(frozen=True)
class Table:
    """A table of a known kind; `fields` gives the place of each field among its columns.

    `parts` are columns a period, `further` are columns of more scores.
    """

    sheet: SheetData
    top: Top
    around: Surroundings
    kind: Kind
    fields: Assigned
    parts: tuple[wide.Part, ...] = ()
    table_no: int = 1
    further: tuple[int, ...] = ()

    @property
    def layout(self) -> str:
        """How the figures lie: a row each, or a column a period."""
        return "wide" if self.parts else "long"

    @property
    def figure(self) -> str:
        """Name the field that columns of periods, or further columns, hold."""
        return {"targets": "value", "satisfaction": "score"}.get(self.kind.name, "amount")

    @property
    def figures(self) -> tuple[int, ...]:
        """The places of those columns."""
        return (*(part.index for part in self.parts), *self.further)

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
