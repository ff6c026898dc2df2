"""Goal attainment in a browser: charts that fit a phone, and the drawer behind a click."""

import pytest

from salesplan.intake import examine
from salesplan.store import Store

pytestmark = pytest.mark.browser

REGIONS = ("Northwest", "East", "South", "Central", "Southwest")
SALES = "Date,Rep,Region,Customer,Amount\n" + "".join(
    f"2026-{month:02}-{day:02},Rep {number},{region},Acme,{90000 + 9000 * number - 4000 * month}\n"
    for number, region in enumerate(REGIONS)
    for month in range(1, 9)
    for day in (3, 17)
)
TARGETS = ("Region," + ",".join(f"2026-{month:02}" for month in range(1, 13)) + "\n") + "".join(
    f"{region}" + ",210000" * 12 + "\n" for region in REGIONS
)
# Pairs of shown texts of a chart that lie over each other.
OVERLAPS = """chart => {
  const texts = [...chart.querySelectorAll('text')].filter(text => text.textContent.trim()
    && getComputedStyle(text).opacity > 0 && text.getAttribute('opacity') !== '0');
  const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
    .filter(([other, b]) => one !== other && a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom - 2 && b.top < a.bottom - 2)
    .map(([other]) => one + ' / ' + other));
}"""
# How many words do not fit where they stand.
CUT = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve):
    """A server over a database with sales and targets of five regions."""
    path = tmp_path_factory.mktemp("goals") / "salesplan.duckdb"
    store = Store.open(path)
    for name, text in (("sales.csv", SALES), ("targets.csv", TARGETS)):
        for draft in examine(name, text.encode()).tables:
            store.load(draft.parcel)
    store.close()
    with serve(path) as served:
        yield served


def chart(window, key):
    found = window.page.locator(f".st-key-{key} svg.marks")
    found.wait_for()
    return found


@pytest.mark.parametrize(
    ("language", "width", "dark"),
    [("zh", 1920, False), ("en", 1920, True), ("zh", 390, True), ("en", 390, False)],
)
def test_no_words_lie_over_each_other(visit, language, width, dark):
    window = visit(language, width=width, dark=dark).open("/attainment")
    window.shoot(f"attainment_{language}_{width}_{'dark' if dark else 'light'}")

    for key in ("chart_race", "chart_gap", "members_0", "months_0"):
        assert chart(window, key).evaluate(OVERLAPS) == [], key
    assert window.overflow <= 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_comparison_is_cut_on_a_phone(visit, language):
    window = visit(language, width=390).open("/attainment")
    beside = window.page.get_by_test_id("stMetricDeltaDescription").locator(".stMarkdownEllipsis")

    assert beside.count() >= 4
    assert beside.evaluate_all(CUT) == 0


def test_a_click_opens_the_rows_and_the_same_click_opens_them_again(visit):
    window = visit("en").open("/attainment?by=region")

    for times in range(2):
        name = chart(window, f"members_{times}").get_by_text("Southwest", exact=True)
        window.act(lambda name=name: name.click(force=True))
        window.see("= the sum of")
        assert "Southwest · 2026" in window.words
        window.act(lambda: window.page.keyboard.press("Escape"))


def test_a_figure_opens_to_its_rows(visit):
    window = visit("zh").open("/attainment")
    window.act(window.page.locator(".st-key-open_actual button:visible").click)

    window.see("行之和")
    assert "全部 · 2026 年" in window.words
