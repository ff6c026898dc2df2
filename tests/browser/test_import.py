"""The Import page in a browser: first start, real files, a wrong one, an overlap, the way back."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

REAL = Path(__file__).parents[3] / "shared" / "data" / "sales_en"
MONTHS = ("jan", "feb", "mar")


def months(folder: Path) -> list[Path]:
    """Three months of a real shop, or three of our own."""
    real = [REAL / f"pbpython__sales-{month}-2014.xlsx" for month in MONTHS]
    if all(path.is_file() for path in real):
        return real
    for number, month in enumerate(MONTHS, start=1):
        rows = [f"2014-{number:02}-{day:02},Ann,{day * 10}.50" for day in range(1, 29)]
        (folder / f"{month}.csv").write_text("\n".join(["date,rep,amount", *rows]))
    return [folder / f"{month}.csv" for month in MONTHS]


def drop(window, *files: Path):
    """Drop files and wait until they are read."""
    uploader = window.page.locator("input[type=file]")
    window.act(lambda: uploader.set_input_files([str(path) for path in files]))
    return window


def test_the_director_starts_with_the_sample_company(visit):
    window = visit("zh").open().see("欢迎使用 Salesplan")
    window.shoot("welcome_zh_light_1920")
    window.click("载入示例公司")
    window.page.locator(".st-key-sample_progress").wait_for(timeout=10_000)
    window.shoot("welcome_progress_zh_light_1920")
    window.page.locator(".st-key-filter_period").wait_for(timeout=120_000)
    window.settle()

    assert "目标达成" in window.words
    assert "欢迎使用" not in window.words


def test_three_months_load_with_one_click_and_are_found_in_the_history(visit, tmp_path):
    window = drop(visit("en").open("/import"), *months(tmp_path))
    window.see("Load all: 3 sheets")
    window.shoot("import_ready_en_light_1920")
    window.click("Load all: 3 sheets")
    window.see("rows loaded.", times=3)

    assert window.words.count("rows loaded.") == 3
    window.shoot("import_loaded_en_light_1920")
    window.click("Clear what is done")
    window.act(lambda: window.page.get_by_role("link", name="Goal attainment").click())


def test_a_file_that_is_no_spreadsheet_gets_one_sentence(visit, tmp_path):
    wrong = tmp_path / "holiday.jpg"
    wrong.write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    window = drop(visit("zh").open("/import"), wrong)
    window.page.get_by_test_id("stAlert").wait_for()

    assert window.page.get_by_test_id("stAlert").count() == 1
    assert "holiday.jpg" in window.page.get_by_test_id("stAlert").inner_text()
    window.click("移除", exact=True)
    window.miss("holiday.jpg")


def test_who_closes_the_page_in_the_middle_finds_everything_once(visit, tmp_path):
    file = tmp_path / "many.csv"
    rows = (f"2015-{1 + n % 12:02}-{1 + n % 28:02},Ann,{n}.25" for n in range(40_000))
    file.write_text("\n".join(["date,rep,amount", *rows]))
    window = drop(visit("en").open("/import"), file).see("Load 40,000 rows")
    button = window.page.get_by_role("button", name="Load 40,000 rows")
    button.dblclick()
    button.wait_for(state="hidden")
    window.page.close()

    again = visit("en").open("/import").see("40,000 rows loaded.")
    assert again.words.count("40,000 rows loaded.") == 1
    again.click("Clear what is done")


def test_a_load_can_be_undone_from_the_history(visit, tmp_path):
    file = tmp_path / "undo me.csv"
    file.write_text("date,rep,amount\n2016-01-05,Ann,10\n")
    window = drop(visit("en").open("/import"), file).see("Load 1 row")
    window.click("Load 1 row")
    window.see("1 row loaded.")
    table = window.page.locator(".stDataFrame canvas").first.bounding_box()
    window.act(lambda: window.page.mouse.click(table["x"] + 40, table["y"] + 36 + 17))
    drawer = window.page.get_by_role("dialog")
    drawer.wait_for()
    assert "undo me.csv" in drawer.inner_text()
    window.shoot("import_drawer_en_light_1920")
    window.act(drawer.get_by_text("Yes, undo it").click)
    window.act(drawer.get_by_role("button", name="Undo this load").click)
    drawer.wait_for(state="hidden")


def test_the_original_comes_back_byte_for_byte(visit, tmp_path):
    file = tmp_path / "original.csv"
    file.write_bytes(b"date,rep,amount\r\n2016-02-05,Ann,10\r\n")
    window = drop(visit("en").open("/import"), file).see("Load 1 row")
    window.click("Load 1 row")
    window.see("1 row loaded.")
    table = window.page.locator(".stDataFrame canvas").first.bounding_box()
    window.act(lambda: window.page.mouse.click(table["x"] + 40, table["y"] + 36 + 17))
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name="Download the original").click()

    assert Path(download.value.path()).read_bytes() == file.read_bytes()


def test_the_uploader_speaks_chinese(visit):
    window = visit("zh").open("/import")
    styled = """element => [...element.querySelectorAll('*')].map(one =>
        getComputedStyle(one, '::after').content).filter(one => one.includes('文件'))"""
    zone = window.page.get_by_test_id("stFileUploaderDropzone")

    assert zone.evaluate(styled) == [
        '"选择文件"',
        '"或把文件拖到这里：Excel、WPS、CSV，可一次多个，每个不超过 50 MB"',
    ]
    assert zone.locator("button p").evaluate("one => getComputedStyle(one).fontSize") == "0px"


def test_the_sample_company_leaves_with_one_click(visit):
    window = visit("zh").open("/import").see("目前有示例公司的数据")
    window.shoot("import_with_sample_zh_light_1920")
    window.click("移除示例公司")
    window.page.get_by_text("正在移除示例公司").wait_for(state="hidden", timeout=120_000)
    window.settle()

    assert "示例公司" not in window.words


def test_the_drawer_speaks_chinese_after_a_click_within(visit, tmp_path):
    file = tmp_path / "undo me too.csv"
    file.write_text("date,rep,amount\n2016-03-05,Ann,10\n")
    window = drop(visit("zh").open("/import"), file).see("载入 1 行")
    window.click("载入 1 行")
    window.see("已载入 1 行。")
    table = window.page.locator(".stDataFrame canvas").first.bounding_box()
    window.act(lambda: window.page.mouse.click(table["x"] + 63, table["y"] + 36 + 17))
    drawer = window.page.get_by_role("dialog")
    drawer.wait_for(timeout=10_000)
    window.act(drawer.get_by_text("我确认要撤销").click)

    assert "撤销这次载入" in drawer.inner_text()
    assert "Undo" not in drawer.inner_text()
