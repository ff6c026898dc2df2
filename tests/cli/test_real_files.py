"""Real exports through the command line, against their true figures."""

import json
from decimal import Decimal

import pytest

EXPORTS = [
    # file, kind, first and last day
    ("sales_en/pbpython__sales-jan-2014.xlsx", "sales", "2014-01-01 2014-01-31"),
    ("sales_en/pbpython__sales-feb-2014.xlsx", "sales", "2014-02-01 2014-02-28"),
    ("sales_en/pbpython__sales-mar-2014.xlsx", "sales", "2014-03-01 2014-03-31"),
    ("sales_en/pl300__ResellerSalesTargets.csv", "targets", "2017-07-01 2021-12-31"),
    ("sales_en/pl300__ResellerSales_202006.csv", "sales", "2020-06-01 2020-06-30"),
    ("sales_en/pyforexcel__telecom_new_January.xlsx", "sales", "2019-01-01 2019-01-31"),
    ("sales_en/pyforexcel__telecom_existing_January.xls", "sales", "2019-01-01 2019-01-31"),
    ("sales_en/npm__superstore.csv", "sales", "2014-01-03 2017-12-30"),
    ("sales_zh/fiscalmind__sales_data.xlsx", "sales", "2024-01-01 2024-01-30"),
    ("sales_zh/fiscalmind__regional_performance.xlsx", "sales", "2024-01-01 2024-06-01"),
]


@pytest.fixture(scope="module")
def imported(real_files, tmp_path_factory, program):
    """All of them, loaded by one command into one database."""
    salesplan = program(tmp_path_factory.mktemp("real") / "real.duckdb")
    paths = [real_files / file for file, *_ in EXPORTS]
    answer = salesplan("import", *paths, "--json", "--on-overlap", "add")
    assert answer.code == 1, answer.err  # sheets that only add others up are left out
    return salesplan, {file["file"]: file for file in answer.json["files"]}


@pytest.fixture(scope="module")
def truth(real_files):
    """The sum of the amounts of each file's first table, by two readers that share no parser."""
    known = json.loads((real_files / "truth.json").read_text(encoding="utf-8"))["files"]
    return {file["file"]: file["tables"][0] for file in known if file["tables"]}


@pytest.mark.parametrize(("file", "kind", "days"), EXPORTS)
def test_every_figure_is_true(imported, truth, file, kind, days):
    table, true = imported[1][file.rpartition("/")[2]]["sheets"][0], truth[file]
    total = table["totals"]["value" if kind == "targets" else "amount"]

    assert (table["kind"], table["status"], table["problems"]) == (kind, "loaded", [])
    assert (table["rows_loaded"], table["facts"]) == (true["data_rows"], true["amount_count"])
    assert table["rows_read"] == table["rows_loaded"] + table["rows_ignored"]
    assert Decimal(total) == Decimal(str(true["amount_sum"]))
    assert table["period"] == days.split()


def measured(salesplan, period):
    answer = salesplan("measure", "attainment", "--period", period, "--json")
    return {row["member"]: row["actual"] for row in answer.json["rows"]}


@pytest.mark.parametrize(
    ("period", "actual"),
    [("2020-06", "3429150.01"), ("2019-01", "218544.85"), ("2024-H1", "37991750.00")],
)
def test_what_is_measured_is_what_was_loaded(imported, period, actual):
    assert measured(imported[0], period) == {None: actual}


def test_undo_of_one_file_leaves_the_others(real_files, tmp_path, program):
    salesplan = program(tmp_path / "undo.duckdb")
    months = [
        real_files / f"sales_en/pbpython__sales-{month}-2014.xlsx" for month in ("jan", "feb")
    ]
    salesplan("import", *months)

    salesplan("undo", 1)

    assert measured(salesplan, "2014") == {None: "146211.62"}
