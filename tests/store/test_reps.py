"""Who a sale belongs to: aliases, assignments by day, and the sale's own word first."""

from datetime import date

from tests.store.parcels import parcel, reps, sale, sales


def sold(store, columns="rep, team, region"):
    """The live sales, resolved."""
    sql = f"select {columns} from derived.resolved_sale order by sold_on, source_row"  # noqa: S608 - a test's own words
    return store.rows(sql)


def test_a_name_and_an_id_mean_the_same_rep(store):
    store.load(reps("R1 Ann Red East", file="r"))
    store.load(sales("Ann 2026-07-03 90", "R1 2026-07-04 10"))

    assert sold(store, "rep, rep_name, team") == [("R1", "Ann", "Red")] * 2
    assert store.rows("select rep, sum(amount) from derived.month group by 1") == [("R1", 100)]


def test_a_name_that_two_reps_bear_stands_for_itself(store):
    store.load(reps("R1 Ann Red East", "R2 Ann Blue West", file="r"))
    store.load(sales("Ann 2026-07-03 90"))

    assert sold(store, "rep, rep_name, team") == [("Ann", "Ann", None)]


def test_an_unknown_rep_stands_for_itself_and_nobody_is_nobody(store):
    store.load(sales("Zed 2026-07-03 90", "- 2026-07-04 10"))

    assert sold(store, "rep, rep_name, team") == [("Zed", "Zed", None), (None, None, None)]


def test_a_sale_counts_for_the_team_of_its_day(store):
    store.load(
        reps(
            "R1 Ann Green West",
            assignments=["Ann Red East 2026-01-01 2026-07-10", "Ann Blue West 2026-07-10 -"],
            file="r",
        )
    )
    store.load(sales("Ann 2025-12-31 1", "Ann 2026-07-09 2", "Ann 2026-07-10 4"))

    assert sold(store) == [("R1", None, None), ("R1", "Red", "East"), ("R1", "Blue", "West")]


def test_of_two_assignments_on_a_day_the_one_that_starts_later_wins(store):
    store.load(
        reps("R1 Ann - -", assignments=["Ann Blue West 2026-03-01 -", "Ann Red East 2026-01-01 -"])
    )
    store.load(sales("Ann 2026-02-28 1", "Ann 2026-03-01 2", file="b"))

    assert sold(store) == [("R1", "Red", "East"), ("R1", "Blue", "West")]
    assert store.check() == []


def test_the_sales_own_team_and_region_come_first(store):
    store.load(reps("R1 Ann Red East", file="r"))
    store.load(parcel("sales", [sale("Ann", "2026-07-03", "5") | {"team": "Blue"}]))

    assert sold(store) == [("R1", "Blue", "East")]


def test_a_blank_never_erases_and_a_later_value_wins(store):
    store.load(reps("R1 Ann Red East", file="a"))
    store.load(reps("R1 Ann Blue -", file="b"))

    assert store.rows("select id, team, region from derived.rep") == [("R1", "Blue", "East")]


def test_a_row_without_an_id_is_the_rep_of_that_name(store):
    store.load(reps("R1 Ann Red East", file="a"))
    store.load(reps("- Ann Blue -", "- Bo Green -", file="b"))

    assert store.rows("select id, name, team from derived.rep order by id") == [
        ("Bo", "Bo", "Green"),
        ("R1", "Ann", "Blue"),
    ]


def test_an_assignment_without_a_region_takes_that_of_the_reps_own_team(store):
    store.load(
        reps(
            "R1 Ann Red East",
            assignments=["Ann Blue - 2026-01-01 2026-07-01", "Ann Red - 2026-07-01 -"],
        )
    )
    store.load(sales("Ann 2026-06-30 1", "Ann 2026-07-01 2", file="b"))

    assert sold(store) == [("R1", "Blue", None), ("R1", "Red", "East")]


def test_an_assignment_of_a_rep_on_no_list_holds(store):
    store.load(reps("R1 Ann Red East", assignments=["Zed Blue West 2026-01-01 -"], file="r"))
    store.load(sales("Zed 2026-07-03 90"))

    assert sold(store, "rep, rep_name, team") == [("Zed", "Zed", "Blue")]


def test_the_stretches_of_an_alias_cover_every_day_once(store):
    store.load(
        reps(
            "R1 Ann Red East",
            assignments=["R1 Red - 2026-02-01 2026-03-01", "Ann Blue - - 2026-02-10"],
        )
    )
    stretches = store.rows(
        "select valid_from, valid_until from derived.assignment where alias = 'Ann' order by 1"
    )

    starts, ends = zip(*stretches, strict=True)

    assert (starts[0], ends[-1]) == (date(1, 1, 1), date(9999, 12, 31))
    assert starts[1:] == ends[:-1]
