"""G4: from the click on a filter to the last stroke of the last chart, in Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from measuring import Line, at_most
from playwright.sync_api import Locator, Page, sync_playwright
from serving import APP, PEERS, Server, serving

PATIENCE = 120
REGIONS = ("East", "North", "South", "West")
# Notes when somebody clicked, when anything was last drawn (on a canvas, or in the page), and when
# a chart was. A table is a canvas; what it writes later, for screen readers, nobody waits for.
WATCH = """
window.clicked = 0; window.drawn = 0; window.charted = 0;
addEventListener("click", () => { window.clicked = performance.now(); }, true);
const brush = CanvasRenderingContext2D.prototype;
for (const stroke of ["fill", "stroke", "fillText", "fillRect", "clearRect", "drawImage"]) {
  const original = brush[stroke];
  brush[stroke] = function (...how) {
    window.drawn = performance.now();
    return original.apply(this, how);
  };
}
const element = (node) => node.closest ? node : node.parentElement;
addEventListener("DOMContentLoaded", () => {
  new MutationObserver((records) => {
    const seen = records.map((record) => element(record.target)).filter(
      (place) => place?.closest('[data-testid="stMain"]') && !place.closest("table"));
    if (seen.length) window.drawn = performance.now();
    if (seen.some((place) => place.closest(CHART))) window.charted = performance.now();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
});
""".replace("CHART", "'[data-testid=\"stVegaLiteChart\"]'")
# Drawn since the click (the charts, too, where there are any), no script running, and nothing
# drawn for a second and a half.
SETTLED = """
window.drawn > window.clicked
  && (window.charted > window.clicked || window.charted === 0)
  && performance.now() - window.drawn > 1500
  && document.querySelector('[data-testid="stApp"]').dataset.testScriptState === "notRunning"
"""
Option = Callable[[Page, str], Locator]


def lines(folder: Path, rows: int) -> list[Line]:
    """Measure the attainment page, the naive page and a bare page, in turns."""
    import stock
    from company import sales

    database = stock.stocked(folder / "browser.duckdb", rows)
    facts = folder / "facts.parquet"
    sales(rows).to_parquet(facts)
    with (
        serving(APP, database) as ours,
        serving(PEERS / "naive.py", facts) as naive,
        serving(PEERS / "bare.py") as bare,
        browsing() as page,
    ):
        seconds = in_turns(
            page,
            {"ours": (ours, of_ours), "naive": (naive, of_peer), "bare": (bare, of_peer)},
        )
    words = " / ".join(f"{seconds[name]:.2f} s" for name in ("ours", "naive"))
    return [
        at_most("G4", f"filter to charts / naive page ({words})", 0.25, ratio(seconds, "naive")),
        at_most(
            "G4", f"the same / bare page ({seconds['bare']:.2f} s)", 3.0, ratio(seconds, "bare")
        ),
    ]


def ratio(seconds: dict[str, float], peer: str) -> float:
    """Our time in those of a peer."""
    return seconds["ours"] / seconds[peer]


@contextmanager
def browsing() -> Iterator[Page]:
    """A page of the system's Chromium."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=sandbox, headless=True
        )
        page = browser.new_page(viewport={"width": 1600, "height": 1000})
        page.set_default_timeout(120_000)
        page.add_init_script(WATCH)
        yield page
        browser.close()


def in_turns(page: Page, candidates: dict[str, tuple[Server, Option]]) -> dict[str, float]:
    """Warm each server, then change its filter region by region; the median of each."""
    found: dict[str, list[float]] = {name: [] for name in candidates}
    for turn in range(3):
        for name, (server, option) in candidates.items():
            page.goto(server.url)
            page.wait_for_selector('[data-testid="stMain"] [data-testid="stElementContainer"]')
            settle(page)
            changes = [change(page, option, region) for region in REGIONS[: 2 if turn else 4]]
            found[name] += changes if turn else []
    return {name: median(seconds) for name, seconds in found.items()}


def change(page: Page, option: Option, region: str) -> float:
    """Choose a region, and the seconds until nothing was drawn any more."""
    choice = option(page, region)
    page.wait_for_timeout(500)
    choice.click()
    settle(page)
    return float(page.evaluate("(window.drawn - window.clicked) / 1000"))


def settle(page: Page) -> None:
    """Wait until all is drawn; asked from outside, since the page's own policy forbids eval."""
    for _ in range(PATIENCE * 10):
        if page.evaluate(SETTLED):
            return
        page.wait_for_timeout(100)
    raise SystemExit("the page never came to rest")


def of_ours(page: Page, region: str) -> Locator:
    """Open our filters, where they are shut, and find a region."""
    pill = page.locator(".st-key-_region").get_by_text(region, exact=True)
    if not pill.is_visible():
        page.locator(".st-key-filter_members button").first.click()
    return pill


def of_peer(page: Page, region: str) -> Locator:
    """Open the only select box of a peer, and find a region."""
    page.get_by_test_id("stSelectbox").get_by_role("combobox").click()
    return page.get_by_role("option", name=region)
