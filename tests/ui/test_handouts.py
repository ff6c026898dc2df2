"""The rejected rows as a file: corrected and uploaded again, they are worth what they were."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from salesplan.intake import Answers, examine
from salesplan.text import speaking
from salesplan.ui.importing import handouts

LONG = "销售明细,,\n单位：{unit},,\n日期,销售人员,金额\n2026-07-01,张三,12\n以后,李四,26\n"
NAMED = "日期,销售人员,金额(万元),成本\n2026-07-01,张三,12,90000\n以后,李四,26,200000\n"
WIDE = "2026年销售目标,,\n单位：万元,,\n销售人员,1月,2月\n张三,10,12\n李四,26,很多\n"


def parcel_of(written, name="sheet.csv", answers=None):
    """What is read in a file."""
    data = written if isinstance(written, bytes) else written.encode()
    return examine(name, data, answers or Answers()).tables[0].parcel


def handed_out(parcel, kind="csv", language="zh"):
    """The rejected rows of a sheet as a file."""
    with speaking(language):
        source = handouts.Source(parcel.mapping, parcel.unit)
        return handouts.maker(parcel.rejected, kind, source)()


def headers(parcel):
    """The headers of the handed out file that stood in the sheet."""
    return handed_out(parcel).decode("utf-8-sig").splitlines()[0].replace('"', "").split(",")[4:]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("unit", "amount"), [("千元", 26_000), ("万元", 260_000), ("亿元", 2_600_000_000)]
)
def test_a_corrected_row_keeps_the_unit_of_the_title(unit, amount, language):
    out = handed_out(parcel_of(LONG.format(unit=unit)), language=language)
    again = parcel_of(out.replace("以后".encode(), b"2026-07-02"))

    assert again.rows["amount"].to_pylist() == [Decimal(amount)]


def test_a_workbook_keeps_it_too():
    out = handed_out(parcel_of(LONG.format(unit="万元")), "xlsx")
    header, row = load_workbook(BytesIO(out)).active.values

    assert header[-1] == "金额（万元）"
    assert row[-1] == "26"


def test_a_corrected_row_of_months_keeps_the_unit():
    out = handed_out(parcel_of(WIDE))
    again = parcel_of(out.replace("很多".encode(), b"30"), "2026目标.csv")

    assert again.rows["value"].to_pylist() == [Decimal(260_000), Decimal(300_000)]


def test_a_unit_that_a_person_said_is_kept():
    yuan = parcel_of("日期,销售人员,金额\n2026-07-01,张三,12\n以后,李四,26\n", answers=None)
    wan = parcel_of(
        "日期,销售人员,金额\n2026-07-01,张三,12\n以后,李四,26\n", answers=Answers(unit="wan")
    )

    assert headers(yuan) == ["日期", "销售人员", "金额"]
    assert headers(wan) == ["日期", "销售人员", "金额（万元）"]


def test_a_header_that_names_its_unit_is_left_alone_and_so_are_its_neighbours():
    parcel = parcel_of(NAMED)
    again = parcel_of(handed_out(parcel).replace("以后".encode(), b"2026-07-02"))

    assert headers(parcel) == ["日期", "销售人员", "金额(万元)", "成本"]
    assert again.rows["amount"].to_pylist() == [Decimal(260_000)]
    assert again.rows["cost"].to_pylist() == [Decimal(200_000)]
