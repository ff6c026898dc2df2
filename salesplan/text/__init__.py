"""Every word that a user reads: t("page.key"), in the language of this thread."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from salesplan.errors import SalesplanError, UnknownText

LANGUAGES = ("zh", "en")
_HERE = Path(__file__).parent
_language: ContextVar[str] = ContextVar("language", default="en")


@dataclass(frozen=True)
class Sentence:
    """A sentence kept without a language: its key and what fills its blanks."""

    key: str
    values: dict[str, object] = field(default_factory=dict)


def speak(language: str) -> None:
    """Set the language of this thread until it is set again."""
    _language.set(language if language in LANGUAGES else "en")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """Name the language of this thread: "zh" or "en"."""
    return _language.get()


def t(key: str, **blanks: object) -> str:
    """Give the text of "page.key" with its blanks filled."""
    return template(key).format(**blanks) if blanks else template(key)


def template(key: str) -> str:
    """Give the text of "page.key" with its blanks open."""
    page, _, name = key.partition(".")
    try:
        return texts(language())[page][name]
    except KeyError:
        raise UnknownText(text=key) from None


def say(what: Sentence | SalesplanError) -> str:
    """Put a sentence or an error into words."""
    if isinstance(what, SalesplanError):
        return t(f"errors.{what.key}", **_worded(what.values))
    return t(what.key, **_worded(what.values))


def _worded(values: dict[str, object]) -> dict[str, object]:
    """Put the sentences among the values into words."""
    return {
        name: say(value) if isinstance(value, Sentence) else value for name, value in values.items()
    }


@cache
def texts(spoken: str) -> dict[str, dict[str, str]]:
    """Read all pages of one language."""
    return {
        file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted((_HERE / spoken).glob("*.toml"))
    }
