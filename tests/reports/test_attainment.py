"""Goal attainment in words and figures, from a plan of a few lines."""

from dataclasses import replace
from decimal import Decimal

import pytest

from salesplan.metrics import answer
from salesplan.reports import attainment, people, untargeted
from salesplan.reports.attainment_figures import figures
from salesplan.text import say, speaking
from tests.metrics.plan import Plan

HALF = {"period": "2026-07", "as_of": "2026-07-15"}  # 11 of its 23 working days


@pytest.fixture
def plan():
    with speaking("en"):
        plan = Plan()
        plan.reps("Ann team=North region=East", "Bob team=South region=West")
        yield plan
        plan.store.close()


def asking(plan, **scope):
    def ask(name, by=None):
        return answer(plan.store, name, plan.scope(**scope), by)

    return ask


def headline(plan, **scope):
    when = plan.scope(**scope)
    return say(attainment.headline(asking(plan, **scope), when, plan.store.settings))


def warned(plan, **scope):
    said = untargeted.warning(asking(plan, **scope), plan.scope(**scope))
    return said and say(said)


def shown(plan, name, **scope):
    when = plan.scope(**scope).as_of
    made = figures(asking(plan, **scope), when, plan.store.settings)
    return next(figure for figure in made if figure.name == name)


def test_says_how_far_behind_and_who_explains_it(plan):
    plan.sales("Ann 2026-07-03 500", "Bob 2026-07-03 1100")
    plan.target("Ann 2026-07 2300", "Bob 2026-07 2300")

    assert headline(plan, **HALF) == (
        "**¥1.6K** to date, **72.7%** of the plan to date: **¥600** behind. "
        "The largest gaps: **East**."
    )


def test_says_how_far_ahead_and_who_still_lags(plan):
    plan.sales("Ann 2026-07-03 900", "Bob 2026-07-03 1900")
    plan.target("Ann 2026-07 2300", "Bob 2026-07 2300")

    assert headline(plan, **HALF) == (
        "**¥2.8K** to date, **127.3%** of the plan to date: **¥600** ahead, "
        "though **East** lag behind plan."
    )


def test_names_nobody_where_only_one_is_counted(plan):
    plan.sales("Ann 2026-07-03 500")
    plan.target("Ann 2026-07 2300")

    assert headline(plan, region="East", **HALF).endswith("**¥600** behind.")


def test_says_which_file_to_load_where_there_is_no_target(plan):
    plan.sales("Ann 2026-07-03 500")

    assert "load a target sheet" in headline(plan, **HALF)


def test_says_that_there_is_nothing(plan):
    assert headline(plan, **HALF).startswith("There are neither sales nor targets")
    assert not attainment.anything(asking(plan, **HALF))


def test_speaks_chinese_with_chinese_units(plan):
    plan.sales("Ann 2026-07-03 500000", "Bob 2026-07-03 1100000")
    plan.target("Ann 2026-07 2300000", "Bob 2026-07 2300000")

    with speaking("zh"):
        assert headline(plan, **HALF) == (
            "目前完成 **160 万**，进度达成率 **72.7%**，落后计划 **60 万**，主要缺口在 **East**。"
        )


def test_names_the_members_that_a_filter_chose(plan):
    plan.reps("Cid id=7 team=North region=East")
    plan.sales("7 2026-07-03 500")
    plan.target("7 2026-07 2300")

    assert headline(plan, rep="7", **HALF).startswith("**Cid**: **¥500** to date")
    assert headline(plan, team="North", rep="7", **HALF).startswith("**North, Cid**: ")
    assert headline(plan, **HALF).startswith("**¥500** to date")


def test_names_three_of_many_chosen_members_and_counts_them(plan):
    plan.sales("Ann 2026-07-03 500")
    many = replace(plan.scope(**HALF), rep=("Ann", "Bob", "Cid", "Dan", "Eve"))

    def ask(name, by=None):
        return answer(plan.store, name, many, by)

    with speaking("zh"):
        said = say(attainment.headline(ask, many, plan.store.settings))

    assert said.startswith("**Ann、Bob、Cid 等 5 项**：目前完成 **500 元**。")


def test_says_that_a_closed_period_is_whole(plan):
    plan.sales("Ann 2026-07-03 1150")
    plan.target("Ann 2026-07 2300")

    assert headline(plan).startswith("**¥1.2K** in the whole period, **50.0%** of the plan: ")
    with speaking("zh"):
        assert headline(plan).startswith("全期完成 **1,150 元**，达成率 **50.0%**，落后计划")


def test_says_that_a_period_has_not_started(plan):
    plan.target("Ann 2026-08 2300")
    august = {"period": "2026-08", "as_of": "2026-07-15"}

    assert headline(plan, **august) == "Not started yet, target **¥2.3K**."
    with speaking("zh"):
        assert headline(plan, **august) == "尚未开始，目标 **2,300 元**。"


def test_says_that_nothing_is_due_yet_where_targets_begin_later(plan):
    plan.sales("Ann 2026-07-03 500")
    plan.target("Ann 2026-08 2300")

    said = headline(plan, period="2026-Q3", as_of="2026-07-15")

    assert said.startswith("**¥500** to date. Nothing is due by the as-of day yet;")


def test_warns_of_the_months_without_a_target(plan):
    plan.target(*(f"Ann 2026-{month:02} 100" for month in (4, 6, 7, 8, 9, 10, 11, 12)))

    assert warned(plan, period="2026", as_of="2026-07-15") == (
        "No target for Jan–Mar 2026, May 2026: "
        "the target of the period and the need per day cover only 8 months."
    )
    with speaking("zh"):
        assert warned(plan, period="2026", as_of="2026-07-15") == (
            "2026年1月–3月、2026年5月没有目标：全期目标和日均需求只含 8 个月。"
        )


def test_warns_of_nothing_where_all_months_have_a_target_or_none(plan):
    plan.target("Ann 2026-Q3 2300")

    assert warned(plan, period="2026-Q3") is None
    assert warned(plan, period="2026-Q2") is None


def test_shows_six_figures_so_that_rows_of_cards_are_full(plan):
    plan.sales("Ann 2026-07-03 500")

    made = figures(asking(plan, **HALF), plan.scope(**HALF).as_of, plan.store.settings)

    assert [figure.name for figure in made] == [
        "actual",
        "pace",
        "attainment",
        "month",
        "required",
        "gap",
    ]


def test_shows_satisfaction_where_anybody_was_asked(plan):
    plan.sales("Ann 2026-07-03 500")
    plan.answers("Ann 2026-07-03 5", "Ann 2026-07-04 2")

    figure = shown(plan, "csat", **HALF)

    assert (figure.value, figure.beside, figure.tone) == ("50.0%", "goal 90%", "neutral")
    assert figure.delta == "Not proven yet"
    assert figure.note.startswith("At this rate about ")


def test_holds_actual_against_last_year(plan):
    plan.sales("Ann 2025-07-03 400", "Ann 2026-07-03 500")

    figure = shown(plan, "actual", **HALF)

    assert (figure.value, figure.delta, figure.tone, figure.arrow) == (
        "¥500",
        "+25.0%",
        "good",
        "up",
    )


def test_says_no_base_where_nothing_was_sold_a_year_ago(plan):
    plan.sales("Ann 2026-07-03 500")

    figure = shown(plan, "actual", **HALF)

    assert (figure.delta, figure.beside, figure.arrow) == ("No base", None, "level")


def test_turns_the_colours_of_growth_where_red_is_up_and_of_nothing_else(plan):
    plan.sales("Ann 2025-07-03 400", "Ann 2026-07-03 500")
    plan.target("Ann 2026-07 2300")
    plan.settings(colours="market")

    assert shown(plan, "actual", **HALF).tone == "bad"
    assert shown(plan, "pace", **HALF).tone == "bad"


def test_shows_pace_in_points_from_the_plan(plan):
    plan.sales("Ann 2026-07-03 550")
    plan.target("Ann 2026-07 2300")

    figure = shown(plan, "pace", **HALF)

    assert (figure.value, figure.delta, figure.tone) == ("50.0%", "−50.0 pp", "bad")


def test_shows_what_each_day_left_must_bring_beside_the_usual_and_the_best_day(plan):
    plan.sales("Ann 2026-07-03 100", "Ann 2026-07-06 1100")
    plan.target("Ann 2026-07 2400")

    figure = shown(plan, "required", **HALF)

    assert (figure.value, figure.delta, figure.beside) == (
        "¥100",
        "Median ¥0",
        "best day ¥1.1K",
    )
    assert figure.tone == "warn"


def test_needs_no_more_once_the_target_is_reached(plan):
    plan.sales("Ann 2026-07-03 3000")
    plan.target("Ann 2026-07 2400")

    figure = shown(plan, "required", **HALF)

    assert (figure.value, figure.delta, figure.tone) == ("—", "Reached", "good")


def test_says_no_target_and_never_nought(plan):
    plan.sales("Ann 2026-07-03 500")

    for name in ("pace", "attainment", "month", "required", "gap"):
        figure = shown(plan, name, **HALF)
        assert (figure.value, figure.delta) == ("—", "No target")


def test_says_that_a_target_ahead_is_not_due_yet(plan):
    plan.target("Ann 2026-08 2300")
    august = {"period": "2026-08", "as_of": "2026-07-15"}

    for name in ("pace", "month"):
        assert shown(plan, name, **august).delta == "Not due yet"
    assert shown(plan, "attainment", **august).beside == "of ¥2.3K"


def test_goes_day_by_day_in_a_short_period_and_month_by_month_in_a_long_one(plan):
    plan.sales("Ann 2026-05-04 100", "Ann 2026-06-03 200", "Ann 2026-07-03 400")
    long = {"period": "2026", "as_of": "2026-07-15"}

    assert len(shown(plan, "actual", **HALF).trend) == 15
    assert shown(plan, "actual", **long).trend == (100.0, 200.0, 400.0)


def test_opens_the_month_that_it_shows(plan):
    plan.sales("Ann 2026-07-03 500")
    plan.target("Ann 2026-07 2300")

    assert str(shown(plan, "month", period="2026", as_of="2026-07-15").month) == "2026-07-01"


def test_lists_only_members_behind_plan_the_largest_gap_first(plan):
    plan.reps("Cid team=North region=East", "Dan team=North region=East")
    plan.sales("Bob 2026-07-03 1000", "Ann 2026-07-03 500", "Cid 2026-07-03 70")
    plan.sales("Dan 2026-07-03 5000")
    plan.target("Ann 2026-07 2300", "Bob 2026-07 2300", "Dan 2026-07 2300")

    listing = people.by_gap(asking(plan, **HALF), "rep", plan.store.settings)

    assert list(listing.frame["name"]) == ["Ann", "Bob"]
    assert list(listing.frame["gap_money"]) == [-600, -100]
    assert listing.unit.scale * Decimal(1) == 1
