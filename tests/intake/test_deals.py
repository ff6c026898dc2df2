"""Deals and orders with an outcome: only what was won is a sale."""


def test_only_won_deals_are_sales(lines, told, loaded, notes):
    (draft,) = lines(
        "Record ID,Deal Name,Amount,Deal Stage,Close Date,Deal Owner,Company Name",
        "1,x,$125000,Closed won,2026-01-02 10:00,Ann,Acme",
        "2,y,,Appointment scheduled,,Ann,Acme",
        "3,z,$5,Closed lost,2026-01-03,Ann,Acme",
    )

    assert (told(draft), notes(draft)) == ((3, 1, 0, 2), ["left_out_not_won"])
    assert loaded(draft, "order_id", "rep", "customer", "sold_on", "amount") == [
        "1 Ann Acme 2026-01-02 125000"
    ]


def test_the_footer_of_a_report_is_no_deal(lines, told, notes):
    (draft,) = lines(
        "Opportunity Owner,Account Name,Stage,Total Amount Currency,Total Amount,Close Date",
        'Ann,Acme,Closed Won,USD,"$1,234",3/25/2026',
        ",,,,,",
        'Grand Totals (1 record),,,,"$1,234",',
        ",,,,,",
        "Confidential Information - Do Not Distribute,,,,,",
    )

    assert told(draft) == (3, 1, 0, 2)
    assert notes(draft) == ["left_out_total", "left_out_remark", "total_agrees"]


def test_cancelled_orders_are_no_sales_and_others_are_whatever_their_status(lines, loaded):
    (draft,) = lines(
        "订单号,下单日期,客户,金额,订单状态", "1,2026-03-01,甲,5,待发货", "2,2026-03-01,乙,6,已取消"
    )

    assert loaded(draft, "order_id") == ["1"]


def test_a_status_that_is_no_outcome_is_not_taken_for_one(lines, told):
    (draft,) = lines("date,customer,status,amount", "2026-03-01,A,ACTIVE,5")

    assert (told(draft), "status" in draft.parcel.mapping) == ((1, 1, 0, 0), False)


def test_a_deal_whose_only_day_was_expected_is_placed_on_it(lines, loaded):
    (draft,) = lines(
        "商机名称,商机状态,商机金额,预计结单日期,负责人",
        "A,赢单,100,2026-03-01,张三",
        "B,进行中,300,2026-04-01,李四",
    )

    assert loaded(draft, "order_id", "sold_on", "amount") == ["A 2026-03-01 100"]


def test_the_price_of_a_deal_is_its_amount(lines, loaded):
    (draft,) = lines("Date,Customer,Quantity,Price,Status", "2026-03-01,A,2,65000,won")

    assert loaded(draft, "quantity", "amount") == ["2 65000"]


def test_a_sheet_on_which_nothing_is_won_says_so(lines):
    (draft,) = lines("Deal Name,Close Date,Amount,Deal Stage", "x,2026-03-01,5,Negotiation")

    assert (draft.status, draft.reason.key) == ("skipped", "intake.nothing_won")
