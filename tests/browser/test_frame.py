"""The frame in a browser: deep links, language, filters in the URL, the phone, the headers."""

import urllib.error
import urllib.request

import pytest

from salesplan.intake import examine
from salesplan.store import Store

pytestmark = pytest.mark.browser

PAGES = ("attainment", "import", "settings")
SALES = b"""Date,Rep,Region,Amount
2026-07-01,Ann,East,1000
2026-08-03,Bob,West,2500
"""
LOOKS = (("zh", 1920, False), ("en", 1920, True), ("zh", 390, True), ("en", 390, False))


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A database with two sales."""
    path = tmp_path_factory.mktemp("filled") / "salesplan.duckdb"
    store = Store.open(path)
    (draft,) = examine("sales.csv", SALES).tables
    store.load(draft.parcel)
    store.close()
    return path


@pytest.fixture(scope="module")
def address(database, serve):
    """A server over that database."""
    with serve(database) as served:
        yield served


def test_a_deep_link_is_the_first_that_a_fresh_server_hears(visit):
    window = visit("zh").open("/attainment?period=2026-Q3&region=East&lang=zh")

    assert window.page.get_by_role("link", name="数据导入").is_visible()
    assert "2026 年 3 季度 · 截至 2026-08-03" in window.words
    assert "筛选 · 1 项" in window.words
    assert window.page.get_by_role("dialog").count() == 0


def test_the_language_switches_at_once_and_stays_in_the_url(visit):
    window = visit("zh").open("/settings")
    window.act(window.page.get_by_role("radio", name="English").first.click)

    assert "How figures are counted and shown" in window.words
    assert "财年" not in window.words
    assert "lang=en" in window.page.url


def test_a_choice_follows_from_page_to_page_and_a_reload_keeps_it(visit):
    window = visit("en").open("/")
    window.page.get_by_role("button", name="2026 · to").click()
    window.act(window.page.get_by_text("Q3", exact=True).click)
    assert "period=2026-Q3" in window.page.url
    window.page.keyboard.press("Escape")
    window.act(window.page.get_by_role("link", name="Settings").click)
    window.act(window.page.get_by_role("link", name="Goal attainment").click)
    assert "period=2026-Q3" in window.page.url
    window.page.reload()
    window.settle()

    assert "Q3 2026 · to 3 Aug 2026" in window.words


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "width", "dark"), LOOKS)
def test_every_page_fits_and_speaks_one_language(visit, page, language, width, dark):
    window = visit(language, width=width, dark=dark).open(f"/{page}")

    assert window.overflow <= 0
    assert f"{page}." not in window.words
    look = "dark" if dark else "light"
    window.shoot(f"{page}_{language}_{look}_{width}")


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/_stcore/health", "/media/none.csv", "/app/static/InterTab.woff2"]
)
def test_every_answer_carries_the_headers(address, path):
    try:
        with urllib.request.urlopen(address + path) as answer:  # noqa: S310 - our own server
            headers = answer.headers
    except urllib.error.HTTPError as refused:
        headers = refused.headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["server"] is None
    assert (headers["cache-control"] == "no-store") == path.startswith("/media/")


def test_the_language_that_is_saved_holds_everywhere_at_once(visit):
    window = visit("zh").open("/settings").see("界面语言")
    country = window.page.locator(".st-key-set_country input")
    choices = window.page.locator(".st-key-set_language")
    assert country.input_value() == "中国"
    window.act(choices.get_by_text("English").click)
    window.click("保存")
    window.see("Language of the pages")
    country_now, sidebar = (
        country.input_value(),
        window.page.get_by_test_id("stSidebar").inner_text(),
    )
    window.act(choices.get_by_text("As the browser").click)
    window.click("Save")

    assert country_now == "China"
    assert "Goal attainment" in sidebar
