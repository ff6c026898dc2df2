"""What a person says about a file is taken."""

from salesplan.periods import Period


def test_a_column_that_was_mistaken_is_corrected(lines, loaded):
    (draft,) = lines("下单日期,销售额,实付,客户", "2026-03-01,5,7,甲", mapping={"实付": "amount"})

    assert (loaded(draft, "amount"), draft.parcel.mapping["实付"]) == (["7"], "amount")


def test_a_column_that_is_left_out_is_left_out(lines, loaded):
    (draft,) = lines(
        "下单日期,销售额,实付金额,客户", "2026-03-01,5,7,甲", mapping={"销售额": "", "客户": ""}
    )

    assert dict(draft.parcel.mapping) == {"下单日期": "sold_on", "实付金额": "amount"}
    assert loaded(draft, "amount") == ["7"]


def test_headers_that_mean_nothing_to_us_can_be_named(lines, loaded):
    (draft,) = lines(
        "时点,数值,谁",
        "2026-03-01,5,甲",
        mapping={"时点": "sold_on", "数值": "amount", "谁": "rep"},
    )

    assert loaded(draft, "sold_on", "amount", "rep") == ["2026-03-01 5 甲"]


def test_a_kind_that_is_named_is_taken(lines, loaded):
    (draft,) = lines("月份,团队,金额", "2026-03,A,5", kind="targets")

    assert (draft.kind, loaded(draft, "team", "value")) == ("targets", ["A 5"])


def test_a_kind_without_its_columns_asks_for_them(lines):
    (sales,) = lines("日期,客户", "2026-03-01,甲", kind="sales")
    (reps,) = lines("团队,区域", "A,华东", kind="reps")

    assert [(d.status, d.question) for d in (sales, reps)] == [
        ("needs_answer", "amount"),
        ("needs_answer", "kind"),
    ]


def test_a_unit_that_is_said_wins_over_the_header(lines, loaded):
    (draft,) = lines("日期,客户,金额(万元)", "2026-03-01,甲,1.5", unit="yi")

    assert (draft.unit, loaded(draft, "amount")) == ("yi", ["150000000"])


def test_a_period_places_rows_that_have_no_day(lines, loaded):
    (draft,) = lines("客户,销售额", "甲,5", period=Period.month(2026, 4))

    assert loaded(draft, "sold_on") == ["2026-04-01"]


def test_one_sheet_can_be_chosen_and_a_hidden_one_only_so(sheets):
    given = {name: [["日期", "客户", "金额"], ["2026-03-01", "甲", 5]] for name in ("a", "b")}
    every = sheets(given, hidden=("b",))
    chosen = sheets(given, hidden=("b",), sheet="b")

    assert [(d.sheet, d.status, d.reason and d.reason.key) for d in every] == [
        ("a", "ready", None),
        ("b", "skipped", "intake.hidden"),
    ]
    assert [(d.sheet, d.status) for d in chosen] == [("a", "skipped"), ("b", "ready")]


def test_columns_are_shown_with_samples_and_with_what_they_could_also_be(lines):
    (draft,) = lines("订单号,下单日期,创建时间,金额", "1,2026-03-01,2026-02-01,5")

    assert [
        (h.header, h.field, h.samples, h.note and h.note.values["chosen"]) for h in draft.columns
    ] == [
        ("订单号", "order_id", ("1",), None),
        ("下单日期", "sold_on", ("2026-03-01",), None),
        ("创建时间", None, ("2026-02-01",), "下单日期"),
        ("金额", "amount", ("5",), None),
    ]
