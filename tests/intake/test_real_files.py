"""Real exports that nobody here wrote, against their true figures."""

from decimal import Decimal

import pyarrow.compute as pc
import pytest

from salesplan.intake import Answers, examine
from salesplan.periods import Period
from salesplan.text import say

SIX_MONTHS, JANUARY = "2024-01-01..2024-06-01", "2019-01-01..2019-01-31"
LOADED = [
    # file, sheet, kind, rows, facts, sum, first and last day
    ("sales-jan-2014.xlsx", "Sheet1", "sales", 134, 134, "185361.66", "2014-01-01..2014-01-31"),
    ("sales-feb-2014.xlsx", "Sheet1", "sales", 108, 108, "146211.62", "2014-02-01..2014-02-28"),
    ("sales-mar-2014.xlsx", "Sheet1", "sales", 142, 142, "203921.38", "2014-03-01..2014-03-31"),
    ("2018_Sales_Total_Tabs.xlsx", "Sheet1", "sales", 39, 39, "58108.09", "2018-03-04..2018-03-14"),
    ("2018_Sales_Total_Tabs.xlsx", "Sheet2", "sales", 35, 35, "36367.2", "2018-01-01..2018-01-10"),
    ("2018_Sales_Total_Tabs.xlsx", "Sheet3", "sales", 47, 47, "65393.79", "2018-01-10..2018-01-19"),
    ("2018_Sales_Total_Tabs.xlsx", "Sheet4", "sales", 47, 47, "75245.29", "2018-01-19..2018-01-30"),
    (
        "2018_Sales_Total_Tabs.xlsx",
        "Sheet5",
        "sales",
        81,
        81,
        "107149.19",
        "2018-01-30..2018-02-20",
    ),
    ("2018_Sales_Total_Tabs.xlsx", "Sheet6", "sales", 50, 50, "71297.06", "2018-02-20..2018-03-04"),
    ("sample-sales-tax.csv", None, "sales", 1000, 1000, "579843.9", "2013-10-22..2014-10-22"),
    ("Example4.xlsx", "Sheet1", "sales", 100, 100, "380205.25", "2019-01-04..2028-09-26"),
    ("sales_9_2022.xlsx", "Sheet1", "sales", 20, 20, "8000000", "2022-09-01..2022-09-01"),
    ("ResellerSalesTargets.csv", None, "targets", 81, 809, "676210", "2017-07-01..2021-12-01"),
    ("ResellerSales_202006.csv", None, "sales", 3004, 3004, "3429150.01", "2020-06-01..2020-06-30"),
    ("telecom_new_January.xlsx", None, "sales", 9493, 9493, "138803.1", JANUARY),
    ("telecom_existing_January.xls", None, "sales", 5098, 5098, "79741.75", JANUARY),
    ("superstore.csv", None, "sales", 9994, 9994, "2297200.8603", "2014-01-03..2017-12-30"),
    ("customer-status.xlsx", "Sheet1", "customers", 16, 16, None, None),
    (
        "regional_performance.xlsx",
        "区域业绩",
        "sales",
        30,
        30,
        "37790000",
        "2024-01-01..2024-06-01",
    ),
    ("sales_data.xlsx", "销售明细", "sales", 30, 30, "201750", "2024-01-01..2024-01-30"),
    ("medical_regional_performance.xlsx", "汇总", "targets", 30, 30, "264000000", SIX_MONTHS),
    ("medical_regional_performance.xlsx", "汇总", "sales", 30, 30, "286500000", SIX_MONTHS),
]

LEFT_OUT = [
    # file, sheet, what the reason is
    ("ManagerCategory.xlsx", "Sheet1", "intake.unknown_kind"),
    ("ProductCost.xlsx", "ProductCost", "intake.unknown_kind"),
    ("shipping_tables.xlsx", "sales", "intake.unknown_kind"),
    ("shipping_tables.xlsx", "shipping_rates", "intake.unknown_kind"),
    ("sales-estimate.xlsx", "projections", "intake.unknown_kind"),
    ("stores.xls", "2019", "intake.unknown_kind"),
    ("stores.xlsb", "2019-2020", "intake.unknown_kind"),
    ("stores.xlsx", "2020", "intake.unknown_kind"),
    ("complex_header_sample.xlsx", "区域业绩统计", "intake.cross_table"),
    ("offset_table_sheet.xlsx", "偏移表格", "intake.cross_table"),
    ("regional_performance.xlsx", "区域汇总", "intake.summary"),
    ("medical_regional_performance.xlsx", "大区汇总", "intake.summary"),
    ("sales_data.xlsx", "产品信息", "intake.unknown_kind"),
    ("merge_test.xlsx", "Sheet1", "intake.unknown_kind"),
    ("priceIndex.xls", "sheet1", "intake.unknown_kind"),
    ("aaa.xls", "Sheet3", "intake.empty"),
    ("NullableEnum.xlsx", "hidden_Level", "intake.hidden"),
    ("合并行.xlsx", "Sheet1", "intake.unknown_kind"),
    ("office_bom.csv", None, "intake.unknown_kind"),
]

ASKED = [
    # file, sheet, the question, an answer, then rows loaded and their sum
    ("sales_cleanup.xlsx", "Sheet1", "period", 6, "3100.11"),
    ("salesfunnel.xlsx", "Sheet1", "period", 4, "237000"),
    ("multi_table_sheet.xlsx", "多表格汇总", "period", 3, "1145000"),
]


def drafts(folder, file, answers=None):
    """The drafts of a real file."""
    (path,) = folder.rglob(f"sales_*/*__{file}")
    return examine(path.name, path.read_bytes(), answers or Answers()).tables


def draft(folder, file, sheet, answers=None, kind=None):
    """The draft of one sheet."""
    found = [d for d in drafts(folder, file, answers) if sheet in (None, d.sheet)]
    return next(d for d in found if kind in (None, d.kind))


def span(table):
    """The first and the last day of what is loaded."""
    name = next((n for n in ("sold_on", "starts_on") if n in table.column_names), None)
    return name and "..".join(str(day) for day in pc.min_max(table[name]).as_py().values())


@pytest.mark.parametrize(("file", "sheet", "kind", "rows", "facts", "total", "days"), LOADED)
def test_a_real_file_gives_its_true_figures(  # noqa: PLR0913, PLR0917  # a row of the table
    real_files, file, sheet, kind, rows, facts, total, days
):
    found = draft(real_files, file, sheet, kind=kind)
    parcel = found.parcel

    assert (found.status, found.kind) == ("ready", kind)
    assert (parcel.rows_read, parcel.rows_loaded, len(parcel.rows)) == (rows, rows, facts)
    assert (parcel.totals.get("amount") or parcel.totals.get("value")) == total
    assert span(parcel.rows) == days


@pytest.mark.parametrize(("file", "sheet", "reason"), LEFT_OUT)
def test_a_real_sheet_of_no_kind_is_left_out_and_says_why(real_files, file, sheet, reason):
    found = draft(real_files, file, sheet)

    assert (found.status, found.parcel, found.reason.key) == ("skipped", None, reason)
    assert say(found.reason)


@pytest.mark.parametrize(("file", "sheet", "question", "rows", "total"), ASKED)
def test_a_real_sheet_without_a_period_asks_and_takes_the_answer(
    real_files, file, sheet, question, rows, total
):
    asked = draft(real_files, file, sheet)
    told = draft(real_files, file, sheet, Answers(period=Period.month(2024, 2)))

    assert (asked.status, asked.question, asked.parcel) == ("needs_answer", question, None)
    assert (told.status, told.parcel.rows_loaded, told.parcel.totals["amount"]) == (
        "ready",
        rows,
        total,
    )
    assert span(told.parcel.rows) == "2024-02-01..2024-02-01"


def test_all_six_tabs_of_a_workbook_are_read(real_files):
    found = drafts(real_files, "2018_Sales_Total_Tabs.xlsx")

    assert sum(Decimal(d.parcel.totals["amount"]) for d in found) == Decimal("413560.62")
    assert len({d.parcel.source for d in found}) == 1


def test_the_order_date_beats_the_dates_due_and_shipped(real_files):
    mapping = draft(real_files, "ResellerSales_202006.csv", None).parcel.mapping

    assert mapping["OrderDate"] == "sold_on"
    assert not {"DueDate", "ShipDate", "UnitPriceDiscount"} & set(mapping)


def test_the_net_amount_beats_the_tax(real_files):
    mapping = draft(real_files, "sample-sales-tax.csv", None).parcel.mapping

    assert mapping["ext price"] == "amount"
    assert "Tax amount" not in mapping


def test_days_in_the_far_future_are_pointed_out(real_files):
    found = draft(real_files, "Example4.xlsx", "Sheet1")

    assert "intake.late_days" in [note.key for note in found.notes]


def test_a_mistyped_amount_is_rejected_with_its_cell(real_files):
    found = draft(real_files, "sales_data_types.csv", None)

    assert [(p.row, p.column, p.found) for p in found.parcel.rejected] == [
        (3, "2017", "$101,2000.00")
    ]


def test_a_plain_export_and_its_extra_column_map_alike(real_files):
    old = draft(real_files, "telecom_existing_January.xls", None).parcel.mapping
    new = draft(real_files, "telecom_new_January.xlsx", None).parcel.mapping

    assert old == new
