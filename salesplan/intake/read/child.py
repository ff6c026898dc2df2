"""The child process that parses workbooks: ask it, keep it, end it.

A workbook of 1.5 kB can make a reader take all memory or abort its process, so no workbook is
parsed in ours. The child is kept for a minute: starting it costs more than a small file does.
"""

import json
import subprocess
import threading
from typing import IO, Any, cast

import pyarrow as pa

from salesplan.errors import (
    DamagedFile,
    PasswordProtected,
    TookTooLong,
    TooManyCells,
    TooMuchMemory,
    UnreadableFile,
)
from salesplan.intake.read import limits
from salesplan.intake.read.inside.frames import LENGTH
from salesplan.intake.read.start import start
from salesplan.intake.read.watch import POLLS_MEMORY, Watch

Told = dict[str, Any]

_CAUSES: dict[str, type[UnreadableFile]] = {
    "password": PasswordProtected,
    "memory": TooMuchMemory,
    "cells": TooManyCells,
    "damaged": DamagedFile,
}
_SIGNALS = {-6: TooMuchMemory, -9: TooMuchMemory, -24: TookTooLong}
"""A failed allocation aborts (6), the last resort kills (9), the processor limit is signal 24."""

_LOCK = threading.Lock()
_idle: list[subprocess.Popen[bytes]] = []


def parse(name: str, data: bytes) -> tuple[list[Told], list[pa.Table | None]]:
    """Have a workbook parsed: what is told of each sheet, and its rest.

    One at a time: each may take a gigabyte.
    """
    with _LOCK:
        child = _ready()
        memory = limits.CHILD_MEMORY if POLLS_MEMORY else None
        watch = Watch(child, seconds=limits.CHILD_WALL_SECONDS, memory=memory)
        try:
            with watch:
                told, bodies = _exchange(child, data)
        except (OSError, EOFError, ValueError) as error:
            fate = _fate(child)
            cause = watch.verdict or _SIGNALS.get(fate, DamagedFile)
            raise cause(name=name, seconds=limits.CHILD_WALL_SECONDS) from error
        if failure := told.get("failure"):
            end(child)
            cause = _CAUSES[failure.pop("cause")]
            raise cause(name=name, **failure) from ChildProcessError(told["detail"])
        _keep(child, len(data))
        return told["sheets"], bodies


def _ready() -> subprocess.Popen[bytes]:
    """Take the child that waits, if it still does, or start one."""
    while _idle:
        child = _idle.pop()
        if child.poll() is None:
            return child
        end(child)
    return start()


def _fate(child: subprocess.Popen[bytes]) -> int:
    """Say how a child ended; one that fell silent has a second before we end it."""
    try:
        child.wait(1)
        fate = child.returncode
    except subprocess.TimeoutExpired:
        fate = 0
    end(child)
    return fate


def end(child: subprocess.Popen[bytes]) -> None:
    """Stop a child and collect it."""
    child.kill()
    child.communicate()


def _exchange(child: subprocess.Popen[bytes], data: bytes) -> tuple[Told, list[pa.Table | None]]:
    """Write the request, read the reply."""
    source, target = cast("IO[bytes]", child.stdout), cast("IO[bytes]", child.stdin)
    target.write(LENGTH.pack(len(data)))
    target.write(data)
    target.flush()
    told = json.loads(_read(source, LENGTH.unpack(_read(source, LENGTH.size))[0]))
    return told, [_table(source) if sheet["rest"] else None for sheet in told.get("sheets", ())]


def _read(source: IO[bytes], size: int) -> bytes:
    """Read exactly so many bytes."""
    data = source.read(size) if size <= limits.REPLY_BYTES else b""
    if len(data) < size:
        raise EOFError
    return data


def _table(source: IO[bytes]) -> pa.Table:
    """Read one table off the stream."""
    return pa.ipc.open_stream(source).read_all()


def _keep(child: subprocess.Popen[bytes], size: int) -> None:
    """Keep a child for the next file, unless it has grown by a large one."""
    if size > limits.REUSE_BYTES:
        end(child)
        return
    _idle.append(child)
    timer = threading.Timer(limits.CHILD_IDLE_SECONDS, _dismiss, [child])
    timer.daemon = True
    timer.start()


def _dismiss(child: subprocess.Popen[bytes]) -> None:
    """End a child a minute after a file, whether or not others followed."""
    with _LOCK:
        if child in _idle:
            _idle.remove(child)
            end(child)
