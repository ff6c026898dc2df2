"""House rules that no linter knows: each test names what breaks one, file by file."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "pages").rglob("*.py"))
MODULES = [ROOT / "app.py", *sorted((ROOT / "salesplan").rglob("*.py"))]
METRICS = ROOT / "salesplan" / "metrics"
# The clauses put in front of every metric, and the lists for the filters.
NOT_A_METRIC = {"scope", "members", "workdays"}
SQL = re.compile(
    r"\b(select\s.+\sfrom|insert\s+into|delete\s+from|update\s+\w+\s+set)\b",
    re.IGNORECASE | re.DOTALL,
)
KEY_LIKE = re.compile(r"[a-z0-9_.:/-]*")


def name(path: Path) -> str:
    """A path as a person would say it."""
    return str(path.relative_to(ROOT))


def nodes(path: Path) -> Iterator[ast.AST]:
    """Everything in a source file."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def tracked() -> list[Path]:
    """Every file of the project: what git knows and what it does not ignore."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("only a git clone knows which files are the project's")
    return [ROOT / line for line in listed.stdout.split("\0") if line and (ROOT / line).is_file()]


def text_of(path: Path) -> str:
    """A file's text, or nothing where it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def lines_with(pattern: str, paths: list[Path]) -> list[str]:
    """Where a pattern occurs, as file:line."""
    found = re.compile(pattern)
    return [
        f"{name(path)}:{number}"
        for path in paths
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if found.search(line)
    ]


def strings(path: Path) -> list[str]:
    """The string literals of a file, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def size(path: Path) -> int:
    """A file's number of lines."""
    return len(path.read_text(encoding="utf-8").splitlines())


def test_a_page_has_at_most_80_lines():
    assert [name(path) for path in PAGES if size(path) > 80] == []


def test_a_module_has_at_most_250_lines():
    assert [name(path) for path in MODULES if size(path) > 250] == []


def test_a_page_lies_in_a_section_of_the_menu():
    assert [name(path) for path in PAGES if path.parent == ROOT / "pages"] == []


@pytest.mark.parametrize("word", ["groupby", "altair", "session_state", "query_params"])
def test_a_page_only_asks_and_shows(word):
    assert lines_with(rf"\b{word}\b", PAGES) == []


def test_a_page_has_no_words_of_its_own():
    wordy = [
        f"{name(path)}: {text}" for path in PAGES for text in strings(path) if not key_like(text)
    ]

    assert wordy == []


def key_like(text: str) -> bool:
    """Whether a literal is a key, a column or an icon, and nothing that a person reads."""
    return KEY_LIKE.fullmatch(text) is not None


def test_sql_stands_in_sql_files():
    elsewhere = [path for path in [*PAGES, *MODULES] if path.parent.name != "store"]
    mixed = [name(path) for path in elsewhere if any(map(SQL.search, strings(path)))]

    assert mixed == []


def test_no_statement_is_glued_together():
    found = [f"{name(path)}:{node.lineno}" for path in [*PAGES, *MODULES] for node in sent(path)]

    assert found == []


def sent(path: Path) -> Iterator[ast.Call]:
    """Each call that sends the database a statement put together on the spot."""
    for node in nodes(path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            sends = node.func.attr in {"execute", "executemany", "sql", "query", "rows"}
            if sends and node.args and glued(node.args[0]):
                yield node


def glued(statement: ast.expr) -> bool:
    """Whether a statement is put together; one that sets an option must be: it binds no values."""
    if isinstance(statement, ast.JoinedStr):
        return not ast.unparse(statement)[2:].startswith("set ")
    return isinstance(statement, ast.BinOp)


def test_only_the_store_opens_databases():
    others = [path for path in MODULES if "store" not in path.parts]

    assert lines_with(r"\bduckdb\.", [*PAGES, *others]) == []


def test_nobody_uses_the_connection_that_all_threads_share():
    assert lines_with(r"\bduckdb\.(sql|query|execute|default_connection)\b", MODULES) == []


def test_no_text_becomes_html():
    assert lines_with("unsafe_allow_html", [*PAGES, *MODULES]) == []


def test_html_is_our_own_style_sheets_and_nothing_else():
    calls = lines_with(r"st\.html\(", [*PAGES, *MODULES])
    style_sheets = lines_with(r"st\.html\((_RULES|_STYLE)\b", MODULES)

    assert calls == style_sheets


def test_a_strangers_workbook_is_only_ever_streamed():
    calls = lines_with(r"load_workbook\(", MODULES)
    streamed = lines_with(r"load_workbook\(.*read_only=True", MODULES)

    assert calls == streamed


@pytest.mark.parametrize("room", ["metrics", "charts", "rules", "scope.py", "periods.py"])
def test_a_figure_never_asks_the_clock(room):
    inside = [path for path in (ROOT / "salesplan").rglob("*") if room in path.parts]
    files = [path for path in inside if path.suffix in {".py", ".sql"}]

    assert lines_with(r"\b(today|now)\(\)|\bcurrent_(date|timestamp)\b", files) == []


def test_no_cached_function_knows_who_is_asking():
    personal = {"user", "session_state", "query_params", "context"}
    knowing = [
        f"{name(path)}: {node.name}"
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef)
        and "cache" in " ".join(map(ast.dump, node.decorator_list))
        if {getattr(part, "attr", "") for part in ast.walk(node)} & personal
    ]

    assert knowing == []


def test_every_metric_says_its_grain():
    silent = [
        name(path)
        for path in sorted(METRICS.glob("*.sql"))
        if path.stem not in NOT_A_METRIC
        if not re.match(r"-- one row\b", text_of(path), re.IGNORECASE)
    ]

    assert silent == []


def test_every_metric_has_a_test():
    tests = "\n".join(text_of(path) for path in (ROOT / "tests" / "metrics").glob("test_*.py"))
    metrics = {path.stem for path in METRICS.glob("*.sql")} - NOT_A_METRIC
    untested = {metric for metric in metrics if f'"{metric}"' not in tests}

    assert untested == set()


@pytest.mark.parametrize("vague", ["utils", "util", "helpers", "helper", "common", "misc"])
def test_no_module_has_a_vague_name(vague):
    assert [name(path) for path in tracked() if path.stem == vague] == []


def test_nothing_is_left_unfinished():
    unfinished = "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "raise NotImplemented" + "Error"])
    read = [path for path in tracked() if path.suffix in {".py", ".sql", ".toml", ".md"}]

    assert lines_with(rf"\b({unfinished})\b", read) == []


def test_the_project_names_no_place_but_itself():
    hosts = ["pypi" + r"\.org", "python" + r"hosted\.org", "npmjs" + r"\.(org|com)", "deb\\.debian"]
    places = "|".join([*hosts, r"(?<![\w.])/" + "work/"])

    assert lines_with(places, tracked()) == []


def test_what_is_silenced_names_its_rule():
    silenced = r"#\s*noqa(?!: [A-Z]+\d)|#\s*type:\s*ignore(?!\[)"

    assert lines_with(silenced, [*PAGES, *MODULES, *sorted((ROOT / "tests").rglob("*.py"))]) == []


def test_no_file_is_large():
    assert [name(path) for path in tracked() if path.stat().st_size > 4_000_000] == []
