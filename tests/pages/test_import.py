"""The Import page: what is in these files, and what will they change?"""

import pytest

from salesplan.ui import page
from salesplan.ui.importing import tray
from salesplan.ui.importing.questions import key_of
from salesplan.ui.jobs import worker

SALES = b"Date,Rep,Region,Amount\n2026-07-01,Ann,East,1000\n2026-07-02,Bob,West,2500.50\n"
AGAIN = b"Date,Rep,Region,Amount\n2026-07-01,Ann,East,1200\n2026-07-02,Bob,West,2500.50\n"
BAD = b"Date,Rep,Region,Amount\n2026-07-01,Ann,East,1000\nsoon,Bob,West,2500\n"
EVIL = "![x](http://evil/x.png)"


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "还没有载入过文件。"), ("en", "Nothing has been loaded yet.")],
)
def test_before_anything_is_loaded_it_says_so(director, language, words):
    app = director.open("import", language=language)

    assert not app.exception
    assert words in [caption.value for caption in app.caption]


def test_a_file_shows_what_was_recognised_and_nothing_is_loaded_yet(director):
    director.open("import")
    app = director.drop(("july.csv", SALES))

    assert not app.exception
    shown = " ".join(director.words())
    assert "Sales" in shown
    assert "1 Jul 2026 – 2 Jul 2026" in shown.replace("\\", "")
    assert "3,500.50" in shown.replace("\\", "")
    assert director.store.batches() == []


def test_a_click_loads_the_rows(director):
    director.open("import")
    director.drop(("july.csv", SALES))
    director.click("Load 2 rows")

    assert "2 rows loaded." in " ".join(director.words())
    assert [batch.rows_loaded for batch in director.store.batches()] == [2]


def test_the_same_file_again_changes_nothing_and_says_so(director):
    director.open("import")
    director.drop(("july.csv", SALES))
    director.click("Load 2 rows")
    director.drop(("renamed.csv", SALES))
    director.click("Load 2 rows")

    assert "nothing was counted twice" in " ".join(director.words())
    assert len(director.store.batches()) == 1


def test_rows_with_problems_stay_out_and_the_button_says_how_many(director):
    director.open("import")
    director.drop(("july.csv", BAD))
    director.click("Load 1 row, leave out 1 with problems")

    (batch,) = director.store.batches()
    assert (batch.rows_loaded, batch.rows_rejected) == (1, 1)


def test_a_loaded_sheet_says_how_many_rows_were_left_out(director):
    director.open("import", language="zh")
    director.drop(("july.csv", BAD))
    director.click("载入 1 行")

    assert "已载入 1 行，1 行有问题，未载入。" in " ".join(director.words())


TOTALLED = b"Date,Rep,Amount\n2026-07-01,Ann,264000000\n2026-07-02,Bob,1\nTotal,,264000009\n"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "第 4 行的合计是 264,000,009.00 元，而明细之和是 264,000,001.00 元"),
        ("en", "Total row 4 says ¥264,000,009.00, but its rows add up to ¥264,000,001.00"),
    ],
)
def test_sums_in_a_sentence_are_written_as_money(director, language, words):
    director.open("import", language=language)
    director.drop(("july.csv", TOTALLED))

    assert words in " ".join(director.words()).replace("\\", "")


def test_a_file_that_was_replaced_as_a_whole_says_so_until_it_counts_again(director):
    director.open("import")
    for name, data in (("july.csv", SALES), ("corrected.csv", AGAIN)):
        director.drop((name, data))
        director.click("Load 2 rows")
    director.click("Replace")
    assert list(director.app.dataframe[-1].value["status"]) == ["loaded", "replaced"]
    director.store.undo(2)

    app = director.app.run()
    assert list(app.dataframe[-1].value["status"]) == ["undone", "loaded"]


def test_after_an_undo_the_card_no_longer_says_loaded(director):
    director.open("import")
    director.drop(("july.csv", SALES))
    director.click("Load 2 rows")
    director.store.undo(1)
    director.app.run()

    assert "2 rows loaded." not in " ".join(director.words())
    assert "Undone: these rows no longer count." in " ".join(director.words())


@pytest.mark.parametrize(
    ("answer", "amount"), [("Replace", "3700.5000"), ("Add", "7201.0000"), ("Skip", "3500.5000")]
)
def test_an_overlap_is_asked_about_and_the_answer_decides(director, answer, amount):
    director.open("import")
    director.drop(("july.csv", SALES))
    director.click("Load 2 rows")
    director.drop(("corrected.csv", AGAIN))
    director.click("Load 2 rows")
    assert "already have data from another file" in " ".join(director.words())
    director.click(answer)

    assert str(director.store.rows("select sum(amount) from derived.day")[0][0]) == amount


def test_an_overlap_says_which_days_a_replacement_would_drop(director):
    director.open("import")
    director.drop(("july.csv", SALES + b"2026-07-20,Ann,East,9\n"))
    director.click("Load 3 rows")
    director.drop(("corrected.csv", AGAIN))
    director.click("Load 2 rows")

    shown = director.app.dataframe[0].value
    assert list(shown["days"]) == ["1 Jul 2026 – 20 Jul 2026"]
    assert list(shown["new_days"]) == ["1 Jul 2026 – 2 Jul 2026"]
    said = " ".join(director.words()).replace("\\", "")
    assert "Replace drops the data of 3 Jul 2026 – 20 Jul 2026" in said


def test_an_overlap_that_drops_nothing_says_nothing_of_it(director):
    director.open("import")
    director.drop(("july.csv", SALES))
    director.click("Load 2 rows")
    director.drop(("corrected.csv", AGAIN))
    director.click("Load 2 rows")

    assert "Replace drops" not in " ".join(director.words())


def test_what_is_no_spreadsheet_gets_one_sentence(director):
    director.open("import")
    app = director.drop(("report.pdf", b"%PDF-1.7 whatever"))

    assert not app.exception
    assert len(app.warning) == 1
    assert director.store.batches() == []


def test_several_files_load_with_one_click(director):
    director.open("import")
    june = SALES.replace(b"-07-", b"-06-")
    director.drop(("july.csv", SALES), ("june.csv", june))
    director.click("Load all: 2 sheets, 4 rows")

    assert len(director.store.batches()) == 2


def test_a_page_opened_anew_finds_the_files_as_they_were(director):
    director.open("import")
    director.drop(("july.csv", SALES))

    another = type(director)()
    another.open("import")

    assert any("Load 2 rows" in button.label for button in another.app.button)


def test_words_from_files_never_become_markup(director, alive):
    header = f"Date,Rep,{EVIL},Amount\n".encode()
    row = f"2026-07-01,{EVIL},{EVIL},1000\nsoon,{EVIL},{EVIL},5\n".encode()
    director.open("import")
    app = director.drop((f"{EVIL}.csv", header + row))
    assert not alive(director.words())
    director.click("Load 1 row")
    app = director.app

    assert not app.exception
    assert not alive(director.words())


def test_a_folder_that_cannot_hold_a_database_is_one_sentence(director, tmp_path, monkeypatch):
    monkeypatch.setenv("SALESPLAN_DB", "/dev/null/x/y.duckdb")
    app = director.open("import")
    monkeypatch.setenv("SALESPLAN_DB", str(tmp_path / "test.duckdb"))

    assert not app.exception
    assert not app.error
    assert "/dev/null/x/y.duckdb" in app.warning[0].value.replace("\\", "")


@pytest.mark.parametrize("zone", ["Etc/Unknown", "../../etc/passwd", "Asia/Shanghai"])
def test_a_time_zone_that_nobody_knows_hides_no_history(director, zone):
    director.open("import")
    director.drop(("july.csv", SALES))
    director.click("Load 2 rows")
    director.app.context = {"locale": "en-US", "timezone": zone}
    app = director.app.run()

    assert not app.exception
    assert not app.error
    assert list(app.dataframe[-1].value["file"]) == ["july.csv"]


@pytest.mark.parametrize("key", ["sample", "remove sample", ("undo", 1)])
def test_work_that_failed_says_why_once(director, key):
    director.open("import")
    director.drop(("july.csv", SALES))
    director.click("Load 2 rows")
    store = director.store
    worker.submit(key, lambda _: store.undo(99)).over.wait(5)

    first, second = len(director.app.run().warning), len(director.app.run().warning)

    assert (first, second) == (1, 0)


def test_a_database_that_cannot_be_opened_is_one_sentence(director, tmp_path, monkeypatch):
    damaged = tmp_path / "damaged.duckdb"
    damaged.write_bytes(b"no database at all" * 1000)
    monkeypatch.setenv("SALESPLAN_DB", str(damaged))
    app = director.open("import")
    monkeypatch.setenv("SALESPLAN_DB", str(tmp_path / "test.duckdb"))

    assert not app.exception
    assert len(app.warning) == 1
    page._opened.clear()


PLAIN_TARGETS = b"Rep,Period,Target\nAnn,2026-07,300\nBob,2026-07,250\n"


@pytest.mark.parametrize(
    ("data", "question", "loaded"),
    [
        (SALES, "select sum(amount) from imported.sale", 3_500_500),
        (PLAIN_TARGETS, "select sum(value) from imported.target", 550_000),
    ],
)
def test_a_unit_that_no_file_says_can_be_said_by_a_person(director, data, question, loaded):
    director.open("import")
    app = director.drop(("plain.csv", data))
    assert "amounts in units" in " ".join(caption.value for caption in app.caption)
    open_columns(director)
    unit = next(group for group in director.app.get("pills") if group.key.startswith("unit_"))
    assert unit.value == "yuan"
    unit.set_value("thousand").run()
    director.wait()
    director.click("Load 2 rows")

    assert director.store.rows(question) == [(loaded,)]


def open_columns(director):
    """Open the columns of the only sheet."""
    (upload,) = tray.uploads()
    (sheet,) = upload.sheets.values()
    director.app.session_state[key_of(upload, sheet.draft, "columns")] = True
    director.app.run()
