"""The rejected rows as a file: each row as it stood, with the reason beside it."""

from collections.abc import Callable, Iterable, Sequence

from salesplan.reports.tables import to_csv, to_xlsx
from salesplan.store.parcel import Problem
from salesplan.text import language, say, speaking, t

MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


def maker(problems: Iterable[Problem], kind: str) -> Callable[[], bytes]:
    """Give what writes the file when it is asked for, in the language of now."""
    spoken, rows = language(), tuple(problems)

    def make() -> bytes:
        with speaking(spoken):
            header, cells = table(rows)
            if kind == "csv":
                return to_csv(header, cells)
            return to_xlsx(header, cells, t("import.rejected_sheet"))

    return make


def table(problems: Sequence[Problem]) -> tuple[list[str], list[list[str]]]:
    """Lay the rejected rows out: row number, reason, then every cell under its header."""
    headers = list(dict.fromkeys(name for problem in problems for name in problem.cells))
    first = [t("import.sheet"), t("import.row"), t("import.column"), t("import.reason")]
    rows = [
        [problem.sheet, str(problem.row), problem.column or "", say(problem.reason)]
        + [problem.cells.get(name, "") for name in headers]
        for problem in problems
    ]
    return first + headers, rows
