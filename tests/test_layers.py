"""Who may import whom: every import points to a lower line, every library stays at home."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
# The house, from the roof down; a room imports only rooms of a lower line.
LINES = (
    ("app", "__main__"),
    ("commands",),
    ("pages", "commands"),
    ("ui",),
    ("reports", "sample"),
    ("charts",),
    ("intake", "metrics", "records", "rules"),
    ("store",),
    ("scope",),
    ("columns", "settings"),
    ("periods", "workdays", "text"),
    ("errors",),
)
LINE = {room: line for line, rooms in enumerate(reversed(LINES)) for room in rooms}
HOMES = {
    "streamlit": {"app", "pages", "ui"},
    "starlette": {"app", "ui"},
    "uvicorn": {"app", "ui"},
    "altair": {"charts"},
    "duckdb": {"store"},
    "fastexcel": {"intake"},
    "python_calamine": {"intake"},
    "psutil": {"intake"},
    "xlsxwriter": {"reports", "sample"},
    "holidays": {"workdays"},
    "babel": {"columns", "text"},
}
# From the store upward a table is an Arrow table or a pandas frame.
EVERYWHERE_ABOVE_THE_SCOPE = {"pandas", "pyarrow", "numpy"}


def sources() -> Iterator[tuple[Path, str]]:
    """Each of our source files with the room that it lies in."""
    yield ROOT / "app.py", "app"
    for path in sorted((ROOT / "pages").rglob("*.py")):
        yield path, "pages"
    for path in sorted((ROOT / "salesplan").rglob("*.py")):
        yield path, path.relative_to(ROOT / "salesplan").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Each module that a file imports, wherever in the file, in full."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "a relative import"
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def rooms_imported(path: Path) -> set[str]:
    """The rooms of ours that a file imports."""
    parts = (module.split(".") for module in imports(path))
    return {part[1] if part[0] == "salesplan" else part[0] for part in parts if ours(part)}


def ours(parts: list[str]) -> bool:
    """Whether a module, as its parts, is a room of this house."""
    return parts[0] in {"app", "pages"} or (parts[0] == "salesplan" and parts[1] in LINE)


def libraries_imported(path: Path) -> set[str]:
    """The libraries of others that a file imports."""
    known = sys.stdlib_module_names | {"salesplan", "app", "pages", "a relative import"}
    return {module.partition(".")[0] for module in imports(path)} - known


def test_every_room_has_a_line():
    rooms = {room for _, room in sources()} - {"__init__"}

    assert rooms - set(LINE) == set()


def test_every_import_points_to_a_lower_line():
    upward = [
        f"{path.relative_to(ROOT)}: {room} imports {other}"
        for path, room in sources()
        for other in rooms_imported(path) - {room}
        if LINE[other] >= LINE[room]
    ]

    assert upward == []


def test_no_import_is_relative():
    relative = [str(path) for path, _ in sources() if "a relative import" in imports(path)]

    assert relative == []


def test_every_library_stays_at_home():
    astray = [
        f"{path.relative_to(ROOT)}: {room} imports {library}"
        for path, room in sources()
        for library in libraries_imported(path)
        if room not in homes(library)
    ]

    assert astray == []


def homes(library: str) -> set[str]:
    """The rooms that may import a library."""
    if library in EVERYWHERE_ABOVE_THE_SCOPE:
        return {room for room, line in LINE.items() if line > LINE["scope"]}
    return HOMES.get(library, set())


def declared() -> set[str]:
    """The libraries that packagers are told of, by the names that imports have."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {line.partition(">")[0].replace("-", "_") for line in project["dependencies"]}


def test_what_is_imported_is_declared_and_nothing_else():
    imported = {library for path, _ in sources() for library in libraries_imported(path)}
    brought_by_others = {"numpy", "starlette", "uvicorn"}  # pandas and streamlit bring them

    assert imported - declared() - brought_by_others == set()
    assert declared() - imported == set()


def test_what_is_declared_is_locked_with_its_hashes():
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    locked = {
        line.partition("==")[0].replace("-", "_")
        for line in lock.splitlines()
        if "==" in line and line.endswith("\\")
    }

    assert declared() - locked == set()
