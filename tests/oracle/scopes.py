"""What people look at: any period, up to any day, within any members."""

from datetime import date, timedelta

from hypothesis import strategies as st

from salesplan.periods import Period
from salesplan.scope import DIMENSIONS, Scope
from salesplan.settings import Settings

MEMBERS = {
    "region": ("East", "West", ""),
    "team": ("North", "South", ""),
    "rep": ("r1", "r2", "Cid", "Dee", "Guest", ""),
    "product": ("Pump", "Valve", ""),
    "channel": ("Web", ""),
}
# Numbers are drawn with a liking for the ends; one in the middle is as seldom as it looks.
SELDOM = st.sampled_from((False,) * 6 + (True,) + (False,) * 6)


@st.composite
def scopes(draw: st.DrawFn, settings: Settings) -> Scope:
    """A period, a day in or around it, and now and then some chosen members."""
    period = draw(periods(settings))
    as_of = draw(
        st.one_of(
            st.sampled_from([period.start + timedelta(n) for n in range(-1, period.days + 1)]),
            st.sampled_from((period.last_day, date(2026, 7, 14), date(2026, 7, 31))),
        )
    )
    chosen = {
        name: tuple(draw(st.lists(st.sampled_from(MEMBERS[name]), min_size=1, unique=True)))
        for name in DIMENSIONS
        if draw(SELDOM)
    }
    return Scope(period, as_of, **chosen)


@st.composite
def periods(draw: st.DrawFn, settings: Settings) -> Period:
    """A month, quarter or year of these settings, a week, or any stretch of days."""
    month = draw(st.sampled_from((7, 7, 7, 8, *range(1, 13))))
    first = date(draw(st.sampled_from((2026, 2026, 2026, 2025))), month, 1)
    return draw(
        st.sampled_from(
            (
                Period.of_months(first, 1),
                Period.of_months(first, 2),
                Period.quarter(2026, 1 + month % 4, settings.fiscal),
                Period.year(2026, settings.fiscal),
                Period(first + timedelta(days=4), first + timedelta(days=11)),
                Period(first - timedelta(days=9), first + timedelta(days=45)),
            )
        )
    )
