"""A plain sheet of sales becomes a draft that is ready to load."""

from datetime import date
from decimal import Decimal

from salesplan.intake import examine

ORDERS = """下单日期,订单号,负责人,客户名称,销售额
2026-03-02,007,张三,甲公司,100.5
2026-03-05,008,李四,乙公司,200
"""


def test_a_plain_sheet_of_sales_is_ready_to_load():
    examined = examine("三月订单.csv", ORDERS.encode())
    draft = examined.tables[0]

    assert (draft.kind, draft.status, draft.header_row, draft.layout) == (
        "sales",
        "ready",
        1,
        "long",
    )
    assert draft.parcel.rows.select(["sold_on", "order_id", "rep", "amount"]).to_pylist() == [
        {
            "sold_on": date(2026, 3, 2),
            "order_id": "007",
            "rep": "张三",
            "amount": Decimal("100.5000"),
        },
        {
            "sold_on": date(2026, 3, 5),
            "order_id": "008",
            "rep": "李四",
            "amount": Decimal("200.0000"),
        },
    ]
    assert draft.parcel.totals == {"amount": "300.5"}
    assert (draft.parcel.rows_read, draft.parcel.rows_loaded) == (2, 2)
