"""The child's loop: a workbook on stdin, its sheets on stdout, until stdin closes."""

import json
import os
import sys
from datetime import date
from typing import BinaryIO

import pyarrow as pa
from python_calamine import PasswordError

from salesplan.intake.read.inside.book import Sheet, read
from salesplan.intake.read.inside.frames import LENGTH


def serve(*, memory: int, cpu: int, grid_rows: int) -> None:
    """Answer requests one by one; after a failure the process is not trusted again."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not fall into the answer
    _confine(memory)
    while (head := source.read(LENGTH.size)) and len(head) == LENGTH.size:
        _allow(cpu)
        if not _answer(source.read(LENGTH.unpack(head)[0]), target, grid_rows):
            return


def _answer(data: bytes, target: BinaryIO, grid_rows: int) -> bool:
    """Send the sheets, or why there are none."""
    try:
        sheets = read(data, grid_rows=grid_rows)
    except PasswordError:
        return _send(target, {"failure": "password"})
    except MemoryError:
        return _send(target, {"failure": "memory"})
    # A panic of the Rust readers is a BaseException; whatever it is, the file is at fault.
    except BaseException as error:  # noqa: BLE001
        return _send(target, {"failure": "damaged", "detail": f"{type(error).__name__}: {error}"})
    blobs = [_blob(sheet.rest) for sheet in sheets]
    heads = [_head(sheet, len(blob)) for sheet, blob in zip(sheets, blobs, strict=True)]
    _send(target, {"sheets": heads}, *blobs)
    return True


def _send(target: BinaryIO, head: dict[str, object], *blobs: bytes) -> bool:
    """Send a head and what follows it; tells "this was a failure"."""
    text = json.dumps(head, default=_tagged).encode()
    target.write(LENGTH.pack(len(text)) + text)
    for blob in blobs:
        target.write(blob)
    target.flush()
    return False


def _head(sheet: Sheet, size: int) -> dict[str, object]:
    """Say all of a sheet but its rest."""
    kept = {name: value for name, value in vars(sheet).items() if name != "rest"}
    return {**kept, "rest": size}


def _tagged(value: date) -> dict[str, str]:
    """Write what JSON has no word for."""
    return {type(value).__name__: value.isoformat()}


def _blob(table: pa.Table | None) -> pa.Buffer:
    """Write a table as an Arrow stream."""
    if table is None:
        return pa.py_buffer(b"")
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


def _confine(memory: int) -> None:
    """Cap what the process may take (Windows: the parent watches instead)."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _allow(seconds: int) -> None:
    """Give the next file its own processor time."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
