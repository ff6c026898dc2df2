"""measure: a metric as a table, CSV or JSON."""

import csv
import io

import pytest

from salesplan.__main__ import main
from salesplan.metrics import names
from salesplan.store import Store
from tests.store.parcels import sales, targets


@pytest.fixture
def plan(salesplan):
    """Ann is ahead in March 2026, Bob has no target, =Cy is somebody's joke."""
    store = Store.open(salesplan.db)
    store.load(sales("Ann 2026-03-02 120.5", "Bob 2026-03-03 90.1234", "=Cy 2026-03-31 -7"))
    store.load(targets("Ann 2026-03 100"))
    store.close()
    return salesplan


def rows(answer, *names):
    return [tuple(row[name] for name in names) for row in answer.json["rows"]]


def test_json_has_money_as_text_ratios_as_numbers_and_the_unknown_as_null(plan):
    answer = plan("measure", "attainment", "--by", "rep", "--period", "2026-03", "--format", "json")

    assert answer.code == 0
    assert answer.json["metric"] == "attainment"
    assert answer.json["by"] == "rep"
    assert answer.json["period"] == ["2026-03-01", "2026-03-31"]
    assert answer.json["as_of"] == "2026-03-31"
    assert rows(answer, "member", "actual", "target", "attainment") == [
        ("Ann", "120.50", "100.00", 1.205),
        ("=Cy", "-7.00", None, None),
        ("Bob", "90.1234", None, None),
    ]


def test_the_usual_period_is_the_year_of_the_last_results(plan):
    answer = plan("measure", "attainment", "--json")

    assert answer.json["by"] is None
    assert answer.json["period"] == ["2026-01-01", "2026-12-31"]
    assert rows(answer, "actual") == [("203.6234",)]


def test_both_dates_are_inside(plan):
    answer = plan("measure", "attainment", "--from", "2026-03-02", "--to", "2026-03-02", "--json")

    assert rows(answer, "actual") == [("120.50",)]


def test_an_as_of_day_cuts_off_what_came_later(plan):
    answer = plan("measure", "attainment", "--period", "2026", "--as-of", "2026-03-03", "--json")

    assert answer.json["as_of"] == "2026-03-03"
    assert rows(answer, "actual") == [("210.6234",)]


def test_members_are_chosen_by_name(plan):
    where = ("--where", "rep=Ann", "--where", "rep=Bob")
    answer = plan("measure", "attainment", "--by", "rep", *where, "--json")

    assert {member for (member,) in rows(answer, "member")} == {"Ann", "Bob"}


def test_a_member_that_there_is_not_is_named_with_those_near(plan):
    answer = plan("measure", "attainment", "--where", "rep=Anne")

    assert answer.code == 2
    assert answer.err == "There is no rep “Anne” in the data. There is: Ann.\n"


def test_no_cell_of_the_csv_is_a_formula(plan):
    answer = plan("measure", "attainment", "--by", "rep", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(answer.out)))

    assert [row["member"] for row in table] == ["Ann", "'=Cy", "Bob"]
    assert [row["actual"] for row in table] == ["120.50", "-7.00", "90.1234"]
    assert [row["attainment"] for row in table] == ["1.205", "", ""]


def test_the_table_is_for_people(plan):
    answer = plan("measure", "attainment", "--by", "rep", LC_ALL="zh_CN.UTF-8")
    lines = answer.out.splitlines()

    assert "达成率" in lines[0]
    assert "120.5%" in lines[1]
    assert "—" in lines[2]


def test_list_names_the_metrics_and_their_dimensions(salesplan):
    answer = salesplan("measure", "--list", "--json")
    ways = {metric["metric"]: metric["dimensions"] for metric in answer.json["metrics"]}

    assert {"attainment", "pace", "required", "csat", "growth"} <= set(ways)
    assert {"company", "region", "team", "rep", "month"} <= set(ways["attainment"])
    assert salesplan("measure", "--list").out.splitlines()[0].startswith("Metric")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nonsense"], "There is no metric “nonsense”. Choose one of: answers, attainment,"),
        (["rows", "--by", "rep"], "“rows” cannot be shown by “rep”. Choose one of: company."),
        (["attainment", "--period", "2026-Q5"], "“2026-Q5” is not a period."),
        (["attainment", "--from", "2026-03-02"], "“2026-03-02..” is not a period."),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_sentence(plan, arguments, sentence):
    answer = plan("measure", *arguments)

    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith(sentence)
    assert answer.err.count("\n") == 1


def test_nothing_loaded_is_nothing_known_and_leaves_no_file(salesplan):
    answer = salesplan("measure", "attainment", "--by", "rep", "--json")

    assert (answer.code, answer.json["rows"]) == (0, [])
    assert not salesplan.db.exists()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("metric", names())
def test_every_metric_can_be_shown_in_both_languages(plan, metric, language, capsys):
    asked = ["measure", metric, "--language", language, "--db", str(plan.db)]

    assert main(asked) == 0
    assert capsys.readouterr().err == ""
