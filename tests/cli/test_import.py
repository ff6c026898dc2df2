"""import: files in, what became of them out."""

import hashlib

import pytest
import xlsxwriter

MARCH = """下单日期,负责人,销售额(万元),数量
2026-03-02,张三,1.5,2
2026-03-03,李四,待定,1
2026-03-31,张三,2,3
"""
APRIL = "Order Date,Sales Rep,Amount\n2026-04-01,Ann,10.00\n2026-04-02,Bob,20.5\n"


@pytest.fixture
def file(tmp_path):
    """Write a text file and give its path."""

    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def sheet(answer, number=0):
    return answer.json["files"][number]["sheets"][0]


def test_a_sheet_is_described_in_full(salesplan, file):
    path = file("三月.csv", MARCH)

    answer = salesplan("import", path, "--json")
    loaded = answer.json["files"][0]
    table = loaded["sheets"][0]
    reason = table["problems"][0].pop("reason")

    assert answer.code == 1
    assert loaded["file"] == "三月.csv"
    assert loaded["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (loaded["status"], loaded["reason"]) == ("loaded", None)
    assert (table["kind"], table["status"], table["batch"]) == ("sales", "loaded", 1)
    assert (table["rows_read"], table["rows_loaded"], table["rows_rejected"]) == (3, 2, 1)
    assert (table["rows_ignored"], table["facts"], table["header_row"]) == (0, 2, 1)
    assert table["period"] == ["2026-03-02", "2026-03-31"]
    assert table["totals"] == {"amount": "35000.00", "quantity": "5"}
    assert table["mapping"]["销售额(万元)"] == "amount"
    assert table["unit"] == "wan"
    assert table["problems"] == [{"row": 3, "column": "销售额(万元)", "found": "待定"}]
    assert "待定" in reason


def test_a_clean_file_exits_with_0_and_says_so_on_standard_error(salesplan, file):
    answer = salesplan("import", file("april.csv", APRIL), "--json")

    assert answer.code == 0
    assert answer.err == "[1/1] april.csv: loaded\n"


def test_without_json_there_is_a_table_and_the_rejected_rows(salesplan, file):
    answer = salesplan("import", file("三月.csv", MARCH))

    assert "Loaded" in answer.out.splitlines()[0]
    assert "row 3: “待定” in “销售额(万元)” is not a number" in answer.out


def test_it_speaks_chinese(salesplan, file):
    answer = salesplan("import", file("三月.csv", MARCH), LC_ALL="zh_CN.UTF-8")

    assert "第 3 行" in answer.out
    assert answer.err == "[1/1] 三月.csv：已导入\n"


def test_the_same_file_again_changes_nothing(salesplan, file):
    path = file("april.csv", APRIL)
    salesplan("import", path)

    again = salesplan("import", path, "--json")

    assert again.code == 0
    assert (sheet(again)["status"], sheet(again)["batch"]) == ("already_loaded", 1)
    assert len(salesplan("batches", "--json").json["batches"]) == 1


def test_an_overlap_asks_and_an_answer_loads(salesplan, file):
    salesplan("import", file("april.csv", APRIL))
    corrected = file("april-2.csv", APRIL.replace("20.5", "21.5"))

    asked = salesplan("import", corrected, "--json")
    skipped = salesplan("import", corrected, "--on-overlap", "skip", "--json")
    replaced = salesplan("import", corrected, "--on-overlap", "replace", "--json")

    assert (asked.code, sheet(asked)["status"]) == (2, "needs_answer")
    assert sheet(asked)["reason"] == (
        "The days of 2026-04 are loaded already from april.csv. "
        "Answer with --on-overlap replace, add or skip."
    )
    assert (skipped.code, sheet(skipped)["status"]) == (2, "skipped")
    assert (replaced.code, sheet(replaced)["status"]) == (0, "loaded")
    assert salesplan("measure", "attainment", "--json").json["rows"][0]["actual"] == "31.50"


def test_a_question_names_the_option_that_answers_it(salesplan, file):
    path = file("april.csv", "Order Date,Sales Rep,Amount\n05/04/2026,Ann,10\n06/04/2026,Bob,20\n")

    asked = salesplan("import", path, "--json")
    answered = salesplan("import", path, "--date-order", "dmy", "--json")

    assert (asked.code, sheet(asked)["status"]) == (2, "needs_answer")
    assert sheet(asked)["reason"].endswith("Answer with --date-order dmy or mdy.")
    assert sheet(answered)["period"] == ["2026-04-05", "2026-04-06"]


def test_a_period_answers_for_a_sheet_without_dates(salesplan, file):
    path = file("sales.csv", "Sales Rep,Customer,Amount\nAnn,Acme,10\nBob,Bolt,20\n")

    asked = salesplan("import", path, "--json")
    answered = salesplan("import", path, "--period", "2022-09", "--json")

    assert sheet(asked)["reason"].endswith("Answer with --period, for example --period 2026-09.")
    assert (answered.code, sheet(answered)["facts"]) == (0, 2)
    assert sheet(answered)["period"][0] == "2022-09-01"


def test_a_column_can_be_named_and_another_left_out(salesplan, file):
    path = file("odd.csv", "Order Date,Sales Rep,a=b,Quantity\n2026-04-01,Ann,10,3\n")

    named = ("--kind", "sales", "--map", "a=b=amount", "--map", "Quantity=")
    answer = salesplan("import", path, *named, "--json")

    assert sheet(answer)["mapping"]["a=b"] == "amount"
    assert sheet(answer)["totals"] == {"amount": "10.00"}


def test_a_unit_can_be_said(salesplan, file):
    answer = salesplan("import", file("april.csv", APRIL), "--unit", "wan", "--json")

    assert (sheet(answer)["unit"], sheet(answer)["totals"]["amount"]) == ("wan", "305000.00")


def test_a_dry_run_stores_nothing(salesplan, file):
    answer = salesplan("import", file("april.csv", APRIL), "--dry-run", "--json")

    assert (answer.code, answer.json["dry_run"]) == (0, True)
    assert (sheet(answer)["rows_loaded"], sheet(answer)["batch"]) == (2, None)
    assert not salesplan.db.exists()


def test_a_dry_run_knows_what_is_loaded(salesplan, file):
    salesplan("import", file("april.csv", APRIL))
    other = file("april-2.csv", APRIL.replace("20.5", "21.5"))

    assert sheet(salesplan("import", other, "--dry-run", "--json"))["status"] == "needs_answer"
    assert len(salesplan("batches", "--json").json["batches"]) == 1


def test_a_bad_file_does_not_keep_the_others_out(salesplan, file):
    missing, picture = file("april.csv", APRIL).parent / "none.csv", file("x.csv", "\0\0\0")

    answer = salesplan("import", missing, picture, missing.parent / "april.csv", "--json")

    assert answer.code == 1
    assert [one["status"] for one in answer.json["files"]] == ["refused", "refused", "loaded"]
    assert "none.csv" in answer.json["files"][0]["reason"]
    assert "Traceback" not in answer.err


def test_nothing_loaded_exits_with_2(salesplan, file):
    answer = salesplan("import", file("empty.csv", ""), "--json")

    assert answer.code == 2
    assert answer.json["files"][0]["status"] in {"refused", "skipped"}
    assert answer.json["files"][0]["reason"]


def test_only_the_sheet_that_is_named_is_loaded(salesplan, tmp_path):
    path = tmp_path / "two.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name in ("April", "May"):
            page = book.add_worksheet(name)
            page.write_row(0, 0, ["Order Date", "Sales Rep", "Amount"])
            page.write_row(1, 0, [f"2026-0{4 if name == 'April' else 5}-01", "Ann", 10])

    answer = salesplan("import", path, "--sheet", "May", "--json")
    loaded = [one for one in answer.json["files"][0]["sheets"] if one["status"] == "loaded"]

    assert (answer.code, [one["sheet"] for one in loaded]) == (0, ["May"])


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        (["--map", "Amount"], "“Amount” is not HEADER=FIELD."),
        (["--period", "soon"], "“soon” is not a period."),
        (["--unit", "pounds"], "invalid choice"),
    ],
)
def test_an_option_that_cannot_be_read_is_said_before_anything_is_done(
    salesplan, file, option, sentence
):
    answer = salesplan("import", file("april.csv", APRIL), *option)

    assert answer.code == 2
    assert sentence in answer.err
    assert not salesplan.db.exists()
