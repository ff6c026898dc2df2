"""The child's loop: a workbook on stdin, its sheets on stdout, until stdin closes."""

import json
import os
import sys
from datetime import datetime
from typing import BinaryIO

import pyarrow as pa
from python_calamine import PasswordError

from salesplan.intake.read.inside.book import Caps, Sheet, TooWide, read
from salesplan.intake.read.inside.cells import Cell
from salesplan.intake.read.inside.frames import LENGTH
from salesplan.intake.read.inside.walls import allow, confine


def serve(*, memory: int, cpu: int, caps: Caps) -> None:
    """Answer requests one by one; after a failure the process is not trusted again."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not fall into the answer
    confine(memory)
    while head := source.read(LENGTH.size):
        allow(cpu)
        if not _answer(source.read(LENGTH.unpack(head)[0]), target, caps):
            return


def _answer(data: bytes, target: BinaryIO, caps: Caps) -> bool:
    """Send the sheets, or why there are none; tells whether it went well."""
    try:
        sheets = read(data, caps)
        if sum(sheet.rest.nbytes for sheet in sheets if sheet.rest) > caps.reply:
            raise MemoryError  # noqa: TRY301  the answer, too, must fit
    # A panic of the Rust readers is a BaseException; whatever it is, the file is at fault.
    except BaseException as error:  # noqa: BLE001
        _send(target, {"failure": _failure(error), "detail": f"{type(error).__name__}: {error}"})
        return False
    _send(target, {"sheets": [_head(sheet) for sheet in sheets]})
    for sheet in sheets:
        if sheet.rest is not None:
            with pa.ipc.new_stream(target, sheet.rest.schema) as writer:
                writer.write_table(sheet.rest)
    target.flush()
    return True


def _failure(error: BaseException) -> dict[str, object]:
    """Name the cause, with what the parent's sentence needs."""
    match error:
        case PasswordError():
            return {"cause": "password"}
        case MemoryError():
            return {"cause": "memory"}
        case TooWide(args=(sheet, rows, columns)):
            return {"cause": "cells", "sheet": sheet, "rows": rows, "columns": columns}
        case _:
            return {"cause": "damaged"}


def _send(target: BinaryIO, head: dict[str, object]) -> None:
    """Send what is told; tables may follow."""
    text = json.dumps(head).encode()
    target.write(LENGTH.pack(len(text)) + text)
    target.flush()


def _head(sheet: Sheet) -> dict[str, object]:
    """Say all of a sheet but its rest."""
    grid = [list(map(_told, row)) for row in sheet.grid]
    return {**vars(sheet), "grid": grid, "rest": sheet.rest is not None}


def _told(cell: Cell) -> object:
    """Mark a moment, which JSON has no word for."""
    return {"at": cell.isoformat()} if isinstance(cell, datetime) else cell
