"""The child: kept for the next file, ended in time, and never a harm to us."""

import subprocess
import sys
import time

import pytest

from salesplan.errors import DamagedFile, TookTooLong, TooManyCells, TooMuchMemory
from salesplan.intake.read import child, limits, sheets, watch

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
EATER = [sys.executable, "-c", "import time; kept = bytearray(300 << 20); time.sleep(60)"]


@pytest.fixture(autouse=True)
def alone():
    """No child from an earlier test, none for a later one."""
    dismiss()
    yield
    dismiss()


def dismiss():
    """End the children that wait."""
    while child._idle:
        child.end(child._idle.pop())


def started(monkeypatch, command):
    """Let the next child be another program."""
    monkeypatch.setattr(
        child,
        "start",
        lambda: subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE),
    )


def test_one_child_reads_file_after_file(book):
    sheets("a.xlsx", book({"A1": "x"}))
    (kept,) = child._idle

    sheets("b.xlsx", book({"A1": "y"}))

    assert child._idle == [kept]


def test_a_child_that_read_a_large_file_is_not_kept(book, monkeypatch):
    monkeypatch.setattr(limits, "REUSE_BYTES", 1)

    sheets("a.xlsx", book({"A1": "x"}))

    assert child._idle == []


def test_a_child_that_nobody_needs_leaves(book, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_IDLE_SECONDS", 0.1)
    sheets("a.xlsx", book({"A1": "x"}))
    (kept,) = child._idle

    time.sleep(0.5)

    assert child._idle == []
    assert kept.returncode is not None


def test_a_child_that_died_in_the_meantime_is_replaced(book):
    sheets("a.xlsx", book({"A1": "x"}))
    child._idle[0].kill()
    child._idle[0].wait()

    assert sheets("a.xlsx", book({"A1": "x"}))[0].grid == (("x",),)


def test_a_reader_that_takes_too_long_is_stopped(book, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_WALL_SECONDS", 0.3)
    started(monkeypatch, SLEEPER)

    with pytest.raises(TookTooLong):
        sheets("a.xlsx", book({"A1": "x"}))


def test_a_reader_that_takes_too_much_memory_is_stopped(book, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_MEMORY", 100 * limits.MEBI)
    monkeypatch.setattr(child, "POLLS_MEMORY", True)
    started(monkeypatch, EATER)

    with pytest.raises(TooMuchMemory):
        sheets("a.xlsx", book({"A1": "x"}))


def test_a_watch_ends_with_what_it_watches():
    process = subprocess.Popen([sys.executable, "-c", ""])

    with watch.Watch(process, seconds=9, memory=1 << 40) as seen:
        process.wait()

    assert seen.verdict is None


@pytest.mark.skipif(sys.platform != "linux", reason="the system caps memory only on Linux")
def test_the_system_caps_the_memory_of_the_child(raw, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_MEMORY", 400 * limits.MEBI)
    corner = '<row r="5000"><c r="XFD5000"><v>2</v></c></row>'
    data = raw(f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{corner}</sheetData>')

    with pytest.raises(TooMuchMemory):
        sheets("a.xlsx", data)


def test_a_sheet_of_too_many_cells_is_named(raw, monkeypatch):
    monkeypatch.setattr(limits, "CELLS", 1000)
    corner = '<row r="500"><c r="Z500"><v>2</v></c></row>'

    with pytest.raises(TooManyCells) as refused:
        sheets("a.xlsx", raw(f"<sheetData>{corner}</sheetData>"))

    assert refused.value.values == {"name": "a.xlsx", "sheet": "S", "rows": 500, "columns": 26}


def test_a_child_that_says_nonsense_is_not_believed(book, monkeypatch):
    started(monkeypatch, [sys.executable, "-c", "print('x' * 99)"])

    with pytest.raises(DamagedFile):
        sheets("a.xlsx", book({"A1": "x"}))


def test_the_child_imports_neither_pandas_nor_our_other_rooms(book):
    sheets("a.xlsx", book({"A1": "x"}))
    (kept,) = child._idle
    maps = f"/proc/{kept.pid}/maps"

    if sys.platform != "linux":
        pytest.skip("only Linux lists what a process has loaded")
    with open(maps) as file:  # noqa: PTH123  a file of the kernel
        loaded = file.read()
    assert "fastexcel" in loaded
    assert not any(name in loaded for name in ("numpy", "pandas", "duckdb"))
