"""Any file to sheets: workbooks by a child process, text by pyarrow."""

from collections.abc import Callable

from salesplan.intake.read import delimited, workbook
from salesplan.intake.read.gate import is_workbook
from salesplan.intake.read.sheet import SheetData

__all__ = ["SheetData", "sheets"]


def sheets(
    name: str, data: bytes, progress: Callable[[str], None] = lambda _: None
) -> tuple[SheetData, ...]:
    """Read every sheet of a file; the content decides what it is, never the name."""
    progress("read")
    return workbook.read(name, data) if is_workbook(name, data) else delimited.read(name, data)
