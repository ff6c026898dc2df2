"""Headers: what synonyms are compared with, and the unit that they say."""

import pytest

from salesplan.intake.headers import normalise, rank, unit_said


@pytest.mark.parametrize(
    ("header", "key", "unit"),
    [
        ("销售额(万元)", "销售额", "wan"),
        ("销售额（万元）（必填）", "销售额", "wan"),
        ("*客户名称", "客户名称", None),
        ("客户\n名称", "客户名称", None),
        ("销售额/亿元", "销售额", "yi"),
        ("目标 (千元)", "目标", "thousand"),
        ("折后金额(元)", "折后金额", "yuan"),
        ("TOTAL_PRICE_USD", "total price", None),
        ("SalesAmount", "sales amount", None),
        ("EmployeeID", "employee id", None),
        ("Deal Owner.id", "deal owner id", None),
        ("Amount (CNY)", "amount", None),
        ("Amount in thousands", "amount", "thousand"),
        ("Sales ($000)", "sales", "thousand"),
        ("Revenue k USD", "revenue", "thousand"),
        ("Deal - Stage (pipeline)", "deal stage", None),
        ("ＡＭＯＵＮＴ", "amount", None),
        ("  Order   Date ", "order date", None),
    ],
)
def test_a_header_is_compared_without_its_marks_and_unit(header, key, unit):
    found = normalise(header)

    assert (found.key, found.unit) == (key, unit)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("单位：万元", "wan"),
        ("单位: 人民币万元  制表：销售部", "wan"),
        ("2026年销售目标（亿元）", "yi"),
        ("All amounts in thousands", "thousand"),
        ("units: K USD", "thousand"),
        ("单位名称：甲公司", None),
        ("币种：人民币  单位：千元", "thousand"),
        ("单位：万元　编制：销售运营部", "wan"),
        ("编制单位：销售运营部　单位：万元", "wan"),
        ("币种：人民币", None),
        ("2026年销售目标", None),
    ],
)
def test_a_title_may_say_the_unit(title, unit):
    assert unit_said(title) == unit


@pytest.mark.parametrize(
    "header",
    [
        "目标销售额",
        "累计销售额",
        "去年销售金额",
        "待回款金额",
        "tax amount",
        "expected sales amount",
    ],
)
def test_a_header_that_denies_it_is_no_amount(header):
    assert rank("sales", "amount", normalise(header).key) is None


def test_a_header_that_ends_with_a_name_is_less_sure_than_the_name():
    assert rank("sales", "amount", "销售金额") < rank("sales", "amount", "本期销售金额")
