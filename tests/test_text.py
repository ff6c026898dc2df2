"""Every word that a user reads: once per language, no key missing, none left over."""

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from salesplan import errors
from salesplan.text import LANGUAGES, texts

ROOT = Path(__file__).parent.parent
ASSETS = (".toml", ".py", ".sql", ".md", ".csv", ".json", ".xlsx")
# Formats: each language picks its own from the blanks that it is given.
FREE_TO_PICK = {"column"}
SPEAKING = ("t", "template", "Sentence")


@cache
def trees() -> dict[str, ast.Module]:
    """Each of our source files, parsed."""
    files = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "salesplan").rglob("*.py")]
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in files
    }


def nodes() -> Iterator[ast.AST]:
    """Everything in our sources."""
    for tree in trees().values():
        yield from ast.walk(tree)


def keys(language: str) -> dict[str, str]:
    """All texts of a language by "page.key"."""
    return {
        f"{page}.{key}": text
        for page, table in texts(language).items()
        for key, text in table.items()
    }


def blanks(text: str) -> set[str]:
    """The names of the blanks in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def literals() -> set[str]:
    """Every string in our sources."""
    return {
        node.value for node in nodes() if isinstance(node, ast.Constant) and type(node.value) is str
    }


def patterns() -> Iterator[re.Pattern[str]]:
    """Each f-string that puts a key together, "column.unit_{name}", with a group for each blank."""
    for node in nodes():
        if isinstance(node, ast.JoinedStr) and (names_a_page(node) or id(node) in spoken_nodes()):
            yield re.compile("".join(map(as_pattern, node.values)))


def names_a_page(text: ast.JoinedStr) -> bool:
    """Whether an f-string begins with a page, a dot and more."""
    start = text.values[0]
    page, dot, _ = str(getattr(start, "value", "")).partition(".")
    return isinstance(start, ast.Constant) and bool(dot) and page in texts("en")


@cache
def spoken_nodes() -> frozenset[int]:
    """The keys, as nodes, of all that is spoken: t(f"{page}.card_{name}")."""
    return frozenset(
        id(node.args[0])
        for node in nodes()
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPEAKING and node.args
    )


def as_pattern(part: ast.expr) -> str:
    """A piece of an f-string as a piece of a pattern."""
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "([a-z0-9_.]+)"


def words() -> set[str]:
    """Every string, name and column in our sources: what may fill a blank of a key."""
    kinds = ("id", "arg", "attr", "name")
    names = {getattr(node, kind, None) for node in nodes() for kind in kinds}
    questions = (ROOT / "salesplan").rglob("*.sql")
    columns = {word for file in questions for word in re.findall(r"\w+", file.read_text("utf-8"))}
    return literals() | columns | {name for name in names if isinstance(name, str)}


def put_together() -> set[str]:
    """The keys that some f-string makes of words of ours."""
    known, made = words(), list(patterns())
    return {
        key
        for key in keys("en")
        for pattern in made
        if (found := pattern.fullmatch(key))
        and all(part in known or part.isdigit() for part in found.groups())
    }


def error_keys() -> set[str]:
    """The key of every error's sentence."""
    return {
        f"errors.{error.key}"
        for error in vars(errors).values()
        if isinstance(error, type) and issubclass(error, errors.SalesplanError)
    }


def calls(name: str) -> Iterator[tuple[str, set[str]]]:
    """Each call of t or Sentence with a literal key and known blanks: the key, the blanks given."""
    for node in nodes():
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and node.args:
            key, given = node.args[0], given_to(node)
            if isinstance(key, ast.Constant) and given is not None:
                yield str(key.value), given


def given_to(call: ast.Call) -> set[str] | None:
    """The names of the values that a call gives, or None where only running it would tell."""
    rest = call.args[1] if len(call.args) > 1 else ast.Dict([], [])
    if not isinstance(rest, ast.Dict) or any(keyword.arg is None for keyword in call.keywords):
        return None
    if not all(isinstance(key, ast.Constant) for key in rest.keys):
        return None
    return {key.value for key in rest.keys} | {keyword.arg for keyword in call.keywords}


def test_languages_have_the_same_keys():
    differing = keys("zh").keys() ^ keys("en").keys()

    assert sorted(differing) == []


def test_languages_have_the_same_blanks():
    differing = [
        key
        for key, text in keys("zh").items()
        if key.partition(".")[0] not in FREE_TO_PICK and blanks(text) != blanks(keys("en")[key])
    ]

    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language):
    assert [key for key, text in keys(language).items() if not text.strip()] == []


def families() -> set[str]:
    """The literals that keys begin with: "metric.by" for metric.by_team, metric.by_rep."""
    return {text for text in literals() if text.partition(".")[0] in texts("en") and "." in text}


def test_every_key_that_the_code_names_exists():
    named = re.compile(rf"(?:{'|'.join(texts('en'))})\.[a-z0-9_]*[a-z0-9]")
    mentioned = {text for text in literals() if named.fullmatch(text)} - keys("en").keys()
    missing = [key for key in mentioned if not any(one.startswith(f"{key}_") for one in keys("en"))]

    assert [key for key in missing if not key.endswith(ASSETS)] == []


@pytest.mark.parametrize("name", SPEAKING)
def test_every_key_that_is_spoken_exists(name):
    assert {key for key, _ in calls(name)} - keys("en").keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["t", "Sentence"])
def test_every_blank_is_filled(name, language):
    table = keys(language)
    unfilled = {
        key: blanks(table[key]) - given
        for key, given in calls(name)
        if key in table and blanks(table[key]) - given
    }

    assert unfilled == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_fills_the_blanks_of_its_sentence(language):
    classes = {name: kind for name, kind in vars(errors).items() if hasattr(kind, "key")}
    unfilled = [
        f"{node.func.id}: {blanks(text) - given}"
        for node in nodes()
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in classes
        if (given := given_to(node)) is not None
        if (text := keys(language).get(f"errors.{classes[node.func.id].key}"))
        if blanks(text) - given
    ]

    assert unfilled == []


def test_every_error_has_its_sentence_and_every_sentence_its_error():
    sentences = {key for key in keys("en") if key.startswith("errors.")}

    assert sentences == error_keys()


def test_no_key_is_left_over():
    spoken = literals() | error_keys() | put_together()
    starts = tuple(f"{family}_" for family in families())
    left_over = [key for key in keys("en") if key not in spoken and not key.startswith(starts)]

    assert left_over == []
