"""Header rows of CRM exports: what each column is taken for."""

import json

import pytest

ROWS = {
    "sales": [
        # system and variant, the columns that decide
        (
            "Bigin/Zoho full export",
            {
                "Amount": "amount",
                "Closing Date": "sold_on",
                "Stage": "outcome",
                "Deal Owner": "rep",
                "Company Name": "customer",
            },
        ),
        (
            "export A",
            {
                "Amount": "amount",
                "Close Date": "sold_on",
                "Deal Stage": "outcome",
                "Deal Owner": "rep",
                "Company Name": "customer",
            },
        ),
        (
            "warehouse/API flavoured CSV",
            {"amount": "amount", "close_date": "sold_on", "is_closed_won": "outcome"},
        ),
        (
            "export, deal view",
            {
                "Deal - Value": "amount",
                "Deal - Closed on": "sold_on",
                "Deal - Status": "outcome",
                "Deal - Owner": "rep",
                "Organization": "customer",
            },
        ),
        (
            "report export (joined currency columns)",
            {
                "Total Amount": "amount",
                "Close Date": "sold_on",
                "Stage": "outcome",
                "Opportunity Owner": "rep",
            },
        ),
        (
            "Data Export / Data Loader (API names)",
            {"Amount": "amount", "CloseDate": "sold_on", "IsWon": "outcome", "OwnerId": "rep"},
        ),
        (
            "field labels 2019",
            {
                "销售订单金额(元)": "amount",
                "下单日期": "sold_on",
                "负责人": "rep",
                "客户名称": "customer",
            },
        ),
        (
            "default list export",
            {
                "Total": "amount",
                "Creation Date": "sold_on",
                "Salesperson": "rep",
                "Customer": "customer",
            },
        ),
    ],
    "targets": [
        (
            "doctype labels 2015",
            {"Target Amount": "value", "Fiscal Year": "year", "Item Group": "product"},
        )
    ],
}
CELLS = {
    "Amount": "$1,234",
    "amount": "100",
    "Deal - Value": "100",
    "Total Amount": "$1,234,567",
    "Total": "100.5",
    "销售订单金额(元)": "1000.5",
    "Stage": "Closed Won",
    "Deal Stage": "Closed won",
    "is_closed_won": "true",
    "IsWon": "true",
    "Deal - Status": "Won",
    "Status": "Sales Order",
    "Fiscal Year": "2026",
    "Target  Amount": "500",
    "状态": "已确认",
    "生命状态": "正常",
}


def cell(header):
    """Something that a column of that name could hold."""
    if header in CELLS:
        return f'"{CELLS[header]}"'
    dated = any(word in header.casefold() for word in ("date", "time", "日期", "时间", "closed on"))
    return "2026-03-05" if dated else "" if "Currency" in header else "x"


@pytest.mark.parametrize(
    ("kind", "variant", "expected"),
    [(kind, variant, mapping) for kind, rows in ROWS.items() for variant, mapping in rows],
)
def test_an_export_is_recognised_by_its_headers(real_files, lines, kind, variant, expected):
    exports = json.loads((real_files / "crm_headers.json").read_text(encoding="utf-8"))["headers"]
    header = next(export["header"] for export in exports if export["variant"] == variant)
    draft = lines(",".join(header), ",".join(map(cell, header)))[0]

    assert (draft.kind, draft.status) == (kind, "ready")
    assert {name: draft.parcel.mapping.get(name) for name in expected} == expected
