"""The rejected rows as a file: each row as it stood, with the reason beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from salesplan.intake.headers import normalise, unit_said
from salesplan.reports.tables import to_csv, to_xlsx
from salesplan.store.parcel import Problem
from salesplan.text import language, say, speaking, t

MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


# The fields whose figures a unit multiplies.
_MONEY = {"amount", "unit_price", "cost", "profit", "value"}


@dataclass(frozen=True)
class Source:
    """The sheet that rows come from: what its columns were taken for, and its unit."""

    mapping: Mapping[str, str]
    unit: str | None

    def title(self, header: str) -> str:
        """Write a header, with the unit that only a title or a person had said."""
        if self.mapping.get(header) not in _MONEY or not self._elsewhere:
            return header
        if _names_unit(header):
            return header
        return t("import.header_in_unit", header=header, unit=t(f"import.mark_{self.unit}"))

    @property
    def _elsewhere(self) -> bool:
        """Tell whether the unit stands outside the headers: theirs hold for themselves alone."""
        figures = [header for header, name in self.mapping.items() if name in {"amount", "value"}]
        return self.unit not in {None, "yuan"} and not any(map(_names_unit, figures))


def _names_unit(header: str) -> bool:
    return bool(normalise(header).unit or unit_said(header))


def maker(problems: Iterable[Problem], kind: str, source: Source) -> Callable[[], bytes]:
    """Give what writes the file when it is asked for, in the language of now."""
    spoken, rows = language(), tuple(problems)

    def make() -> bytes:
        with speaking(spoken):
            header, cells = table(rows, source)
            if kind == "csv":
                return to_csv(header, cells)
            return to_xlsx(header, cells, t("import.rejected_sheet"))

    return make


def table(problems: Sequence[Problem], source: Source) -> tuple[list[str], list[list[str]]]:
    """Lay the rejected rows out: row number, reason, then every cell under its header."""
    headers = list(dict.fromkeys(name for problem in problems for name in problem.cells))
    first = [t("import.sheet"), t("import.row"), t("import.column"), t("import.reason")]
    rows = [
        [problem.sheet, str(problem.row), problem.column or "", say(problem.reason)]
        + [problem.cells.get(name, "") for name in headers]
        for problem in problems
    ]
    return first + [source.title(name) for name in headers], rows
