"""A real server and a real Chromium: the director's way, end to end."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "screenshots"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
LOCALES = {"zh": "zh-CN", "en": "en-US"}
# Counts the script's runs, so that the old idle state is never taken for the new one.
COUNT_RUNS = """
window.runs = 0;
new MutationObserver(changes => changes.forEach(change => {
  if (change.target.dataset.testScriptState === 'running') window.runs += 1;
})).observe(document, {subtree: true, attributes: true,
                       attributeFilter: ['data-test-script-state']});
"""
IDLE = """() => !!document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
  && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')"""
# What Streamlit asks for below a page's path before it asks at the root.
PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")
PATIENCE = 60.0


class Visitor:
    """A browser window, with what it asked for and what it complained about."""

    def __init__(self, page, address: str) -> None:
        """Watch a page."""
        self.page, self.address = page, address
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        page.add_init_script(COUNT_RUNS)
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request) -> None:
        ours = (self.address, self.address.replace("http", "ws"), "data:", "blob:")
        if not request.url.startswith(ours):
            self.foreign.append(request.url)

    def _said(self, message) -> None:
        if message.type == "error" and not PROBE.search(message.location.get("url", "")):
            self.complaints.append(message.text)

    def open(self, path: str = "/") -> "Visitor":
        """Open a page by its address and wait for it."""
        self.page.goto(self.address + path)
        return self.settle()

    def act(self, action: Callable[[], object]) -> "Visitor":
        """Do something and wait for the run that it starts."""
        before = self.page.evaluate("window.runs")
        action()
        until(lambda: self.page.evaluate("window.runs") > before, 5.0)
        return self.settle()

    def click(self, name: str, *, exact: bool = False) -> "Visitor":
        """Click a button by its words."""
        return self.act(self.page.get_by_role("button", name=name, exact=exact).first.click)

    def settle(self) -> "Visitor":
        """Wait until the page is idle and complete."""
        assert until(lambda: self.page.evaluate(IDLE)), "the page never came to rest"
        return self

    def see(self, words: str, *, times: int = 1) -> "Visitor":
        """Wait for words on the page, so many times."""
        self.page.get_by_text(words).nth(times - 1).wait_for(timeout=PATIENCE * 1000)
        return self.settle()

    def miss(self, words: str) -> "Visitor":
        """Wait until words are gone from the page."""
        assert until(lambda: words not in self.words), f"{words} stays"
        return self.settle()

    @property
    def words(self) -> str:
        """Everything that can be read."""
        return self.page.locator("body").inner_text()

    @property
    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        return self.page.evaluate(
            "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )

    def shoot(self, name: str) -> None:
        """Take a picture for somebody to look at."""
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


def until(holds: Callable[[], object], patience: float = PATIENCE) -> bool:
    """Wait until something holds; tell whether it did."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@contextmanager
def serving(database: Path) -> Iterator[str]:
    """Start the real thing on a free port, over a database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {**os.environ, "SALESPLAN_DB": str(database)}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as server:
        address = f"http://127.0.0.1:{port}"
        assert until(lambda: answers(f"{address}/healthz"))
        yield address
        server.terminate()


def answers(url: str) -> bool:
    """Tell whether an address answers."""
    try:
        with urllib.request.urlopen(url, timeout=1) as response:  # noqa: S310 - our own server
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests."""
    where = os.environ.get("SALESPLAN_CHROMIUM") or shutil.which("chromium")
    if where is None:
        pytest.skip("there is no chromium on the path; SALESPLAN_CHROMIUM may name one")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=where, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], object]:
    """What starts a server over a database, for as long as a with block."""
    return serving


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """A server of the module's own, over an empty database."""
    with serving(tmp_path_factory.mktemp("served") / "salesplan.duckdb") as served:
        yield served


@pytest.fixture
def visit(chromium, address):
    """What opens windows on the server; afterwards nothing foreign and no complaint."""
    windows = []

    def opened(language: str = "zh", *, width: int = 1920, dark: bool = False, at: str = ""):
        context = chromium.new_context(
            locale=LOCALES[language],
            timezone_id="Asia/Shanghai",
            viewport={"width": width, "height": 844 if width < 500 else 1080},
            color_scheme="dark" if dark else "light",
        )
        visitor = Visitor(context.new_page(), at or address)
        windows.append((context, visitor))
        return visitor

    yield opened
    for context, _ in windows:
        context.close()
    assert [url for _, visitor in windows for url in visitor.foreign] == []
    assert [words for _, visitor in windows for words in visitor.complaints] == []
