"""The word lists beside this module: synonyms of each field, and words that cells use."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent / "synonyms"


@cache
def words(name: str) -> frozenset[str]:
    """Give one list of words.toml, case folded."""
    return frozenset(word.casefold() for word in _file("words")[name])


@cache
def table(name: str) -> dict[str, Any]:
    """Give one table of words.toml, its keys case folded: word to what it stands for."""
    return {
        word.casefold(): meaning
        for meaning, spellings in _file("words")[name].items()
        for word in spellings
    }


@cache
def synonyms(kind: str) -> dict[str, tuple[str, ...]]:
    """Give the headers that each field of a kind goes by, the surest first."""
    return {field: tuple(listed) for field, listed in _file(kind).items()}


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))
