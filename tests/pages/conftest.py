"""Pages without a browser: the frame run in this process, over a database of the test's own."""

import re
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from salesplan import text
from salesplan.ui import page
from salesplan.ui.importing import tray

ROOT = Path(__file__).parents[2]
MAIN = ROOT / "salesplan" / "ui" / "main.py"
LOCALES = {"zh": "zh-CN", "en": "en-US"}


class Director:
    """Somebody who opens pages, drops files and clicks."""

    def __init__(self) -> None:
        """Open no page yet."""
        self.app = AppTest.from_file(str(MAIN), default_timeout=60)

    def open(self, name: str = "", *, language: str = "en", **chosen: str | list[str]) -> AppTest:
        """Open a page (the home page without a name) by a link that chooses."""
        # Choices are worded in the test's own thread, too, where it looks for one of them.
        text.speak(language)
        self.app.context = {"locale": LOCALES[language], "timezone": "Asia/Shanghai"}
        for key, value in chosen.items():
            self.app.query_params[key] = value
        self.app.run()
        return self.turn_to(name) if name else self.app

    def turn_to(self, name: str) -> AppTest:
        """Choose a page from the menu, which empties the URL's parameters."""
        (path,) = (ROOT / "pages").glob(f"*/{name}*.py")
        self.app.query_params.clear()
        return self.app.switch_page(str(path)).run()

    def drop(self, *files: tuple[str, bytes]) -> AppTest:
        """Drop files on the Import page and wait until they are read."""
        uploads = [(name, data, "application/octet-stream") for name, data in files]
        self.app.file_uploader[0].set_value(uploads).run()
        return self.wait()

    def wait(self) -> AppTest:
        """Wait until nothing is under way in the tray."""
        until = time.monotonic() + 30
        while any(upload.busy for upload in tray.uploads()) and time.monotonic() < until:
            time.sleep(0.05)
        return self.app.run()

    def click(self, label: str) -> AppTest:
        """Click the button whose label holds some words, and wait for what it starts."""
        next(button for button in self.app.button if label in button.label).click().run()
        return self.wait()

    @property
    def store(self):
        """The database behind the page."""
        with text.speaking(text.language()):
            return page.opened()

    def words(self) -> list[str]:
        """Everything that stands on the page as Markdown or label; tables show text as it is."""
        return [value for value in _words(self.app.main) if isinstance(value, str)]


def _words(block):
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from (getattr(child, "label", "") or "",)
            yield from _words(child)
        else:
            yield from (
                getattr(child, name) for name in ("label", "value", "body") if hasattr(child, name)
            )


@pytest.fixture
def director(tmp_path, monkeypatch):
    """A director before an empty database."""
    monkeypatch.setenv("SALESPLAN_DB", str(tmp_path / "test.duckdb"))
    yield Director()
    page.opened().close()
    page._opened.clear()
    for upload in tray.uploads():
        tray.drop(upload)


@pytest.fixture
def alive():
    """Words that Markdown would turn into an image or a link."""
    return lambda words: [word for word in words if re.search(r"(?<!\\)\]\(", word)]
