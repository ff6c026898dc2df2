"""Nothing is lost and nothing is made up: every row has one fate, and sums agree."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from salesplan.intake import Answers
from salesplan.intake.examine import draft_all
from salesplan.intake.read import SheetData
from salesplan.intake.values import parse_money, stored
from salesplan.periods import Period

AMOUNTS = st.one_of(
    st.decimals(-9999, 9999, places=2).map(str),
    st.sampled_from(
        ["", "-", "无", "待定", "#REF!", "1.2万", '"1,234.50"', "(7)", "NaN", "0.00005"]
    ),
)
DAYS = st.sampled_from(["2026-03-05", "2026/3/6", "3月7日", "", "暂无", "20260308", "2026年3月"])
NAMES = st.sampled_from(["张三", " 李四 ", "", "-", "Ann  Lee"])
ROWS = st.one_of(
    st.tuples(DAYS, NAMES, AMOUNTS),
    st.sampled_from(
        [
            ("合计", "", "100"),
            ("", "小计", "50"),
            ("日期", "负责人", "金额"),
            ("", "", ""),
            ("备注：不含退货", "", ""),
            ("制表人", "张三", ""),
        ]
    ),
)
MONTHS = st.lists(AMOUNTS, min_size=3, max_size=3)


def examined(rows, told):
    """The parcel of a sheet that is given as rows of text."""
    grid = tuple(tuple(cell.strip('"') or None for cell in row) for row in rows)
    sheet = SheetData(
        "Sheet1", visible=True, grid=grid, row_count=len(grid), col_count=len(grid[0])
    )
    return draft_all((sheet,), told, name="file.csv", sha256="", content=b"")[0].parcel


def amount(cell):
    """What a cell is worth in the store."""
    read = parse_money(cell.strip('"'))
    return stored(read)[0] if isinstance(read, Decimal) else None


def fates(parcel, rows):
    """Row numbers loaded, rejected, and the rest."""
    loaded = set(parcel.rows["source_row"].to_pylist())
    rejected = {problem.row for problem in parcel.rejected}
    filled = {n for n, cells in enumerate(rows, 2) if any(cell.strip() for cell in cells)}
    return loaded, rejected, filled - loaded - rejected


@given(st.lists(ROWS, max_size=14))
def test_every_row_of_sales_is_loaded_rejected_or_ignored_and_sums_agree(rows):
    good = ("2026-03-01", "王五", "5")
    sheet = [good, *rows]
    told = Answers(
        mapping={"日期": "sold_on", "负责人": "rep", "金额": "amount"}, period=Period.year(2026)
    )
    parcel = examined([("日期", "负责人", "金额"), *sheet], told)

    loaded, rejected, ignored = fates(parcel, sheet)
    assert (len(loaded), len(rejected), len(ignored)) == (
        parcel.rows_loaded,
        parcel.rows_rejected,
        parcel.rows_ignored,
    )
    assert parcel.rows_read == len(loaded) + len(rejected) + len(ignored)
    assert {row["source_row"]: row["amount"] for row in parcel.rows.to_pylist()} == {
        number: amount(sheet[number - 2][2]) for number in loaded
    }
    assert Decimal(parcel.totals["amount"]) == sum(amount(sheet[n - 2][2]) for n in loaded)


@given(st.lists(st.tuples(NAMES, MONTHS), max_size=8))
def test_every_cell_of_wide_targets_is_stored_or_its_row_is_accounted_for(rows):
    sheet = [["王五", "5", "6", "7"], *([name, *figures] for name, figures in rows)]
    head = ["姓名", "2026-01", "2026-02", "2026-03"]
    told = Answers(kind="targets")
    parcel = examined([head, *sheet], told)

    loaded, rejected, ignored = fates(parcel, sheet)
    assert (parcel.rows_loaded, parcel.rows_rejected) == (len(loaded), len(rejected))
    assert parcel.rows_read == len(loaded) + len(rejected) + len(ignored)
    stored_cells = {
        (r["source_row"], r["source_column"]): r["value"] for r in parcel.rows.to_pylist()
    }
    assert stored_cells == {
        (number, column): amount(cell)
        for number in loaded
        for column, cell in zip(head[1:], sheet[number - 2][1:], strict=True)
        if amount(cell) is not None
    }
