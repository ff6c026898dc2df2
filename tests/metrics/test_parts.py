"""The parts add up to the whole, exactly, by whatever one divides."""

from contextlib import closing
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.metrics.plan import Plan

REPS = ["Ann", "Bob", "Cid"]
WAYS = ["region", "team", "rep", "product", "channel", "month", "quarter"]
PERIODS = ["2026-07", "2026-Q3", "2026", "2026-07-06..2026-08-12", "2026-W31"]
DAYS = st.dates(date(2026, 5, 28), date(2026, 10, 3))
MONEY = st.decimals(-9999, 99999, places=4).map(str)
SALES = st.builds(
    "{} {} {} product={} channel={} cost={} customer={}".format,
    st.sampled_from([*REPS, "-"]),
    DAYS,
    MONEY,
    st.sampled_from(["Pump", "Valve", "-"]),
    st.sampled_from(["Web", "-"]),
    st.one_of(MONEY, st.just("-")),
    st.sampled_from(["Acme", "Bolt", "-"]),
)
TARGETS = st.builds(
    "{} {} {}".format,
    st.sampled_from(REPS),
    st.sampled_from(["2026", "2026-Q3", "2026-07", "2026-08"]),
    MONEY,
)
STAFF = ("Ann team=North region=East", "Bob team=North region=East", "Cid team=South region=West")


def summed(plan, name, columns, **asked):
    """The sum of each column over the rows."""
    rows = plan.measure(name, columns, **asked)
    return [sum(row[n] or 0 for row in rows) for n in range(len(columns.split()))]


@settings(max_examples=40, deadline=None)
@given(
    sales=st.lists(SALES, min_size=1, max_size=30),
    targets=st.lists(TARGETS, max_size=6),
    period=st.sampled_from(PERIODS),
    as_of=DAYS,
    by=st.sampled_from(WAYS),
)
def test_the_members_of_any_dimension_add_up_to_the_company(sales, targets, period, as_of, by):
    plan = Plan()
    with closing(plan.store):
        plan.reps(*STAFF)
        plan.sales(*sales)
        plan.target(*targets)
        asked = {"period": period, "as_of": str(as_of)}
        agree(plan, "growth", "actual base", by, **asked)
        agree(plan, "gross_margin", "amount_with_cost cost", by, **asked)
        agree(plan, "average_deal", "amount", by, **asked)
        agree(plan, "new_customers", "new_customers", by, **asked)
        # Targets are by rep: they say nothing about a product or a channel.
        of_target = "" if by in ("product", "channel") else " target target_to_date"
        agree(plan, "attainment", "actual" + of_target, by, **asked)


def agree(plan, name, columns, by, **asked):
    """The members' sums are the company's."""
    whole = summed(plan, name, columns, **asked)

    assert summed(plan, name, columns, by=by, **asked) == whole, (name, by)
