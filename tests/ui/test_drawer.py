"""The drawer: what a click opens."""

from datetime import date

import pytest

from salesplan.periods import Period
from salesplan.scope import Scope
from salesplan.ui import drawer
from salesplan.ui.drawer import Drill

YEAR = Scope(Period.year(2026), date(2026, 7, 15))


@pytest.fixture
def session(monkeypatch):
    state = {}
    monkeypatch.setattr(drawer.st, "session_state", state)
    return state


def opened(session, pick, by="rep", scope=YEAR):
    drawer.open_picked("bullets", Drill(None, scope).along(by), pick)
    return session["drawer"]


def test_narrows_to_the_member_that_was_clicked(session):
    found = opened(session, {"key": "E7", "name": "Ann"})

    assert (found.owner, found.name, found.scope.rep) == ("bullets", "Ann", ("E7",))


def test_narrows_to_the_month_that_was_clicked(session):
    found = opened(session, {"key": "E7", "name": "Ann", "month": "2026-03-01"})

    assert found.scope.period == Period.month(2026, 3)


def test_stays_within_the_period_at_its_edges(session):
    week = Scope(Period(date(2026, 6, 29), date(2026, 7, 6)), date(2026, 7, 15))

    found = opened(session, {"key": "E7", "name": "Ann", "month": "2026-07-01"}, scope=week)

    assert found.scope.period == Period(date(2026, 7, 1), date(2026, 7, 6))


def test_opens_what_belongs_to_nobody(session):
    assert opened(session, {"key": None, "name": "Unassigned"}).scope.rep == ("",)


def test_opens_everything_from_the_total(session):
    found = opened(session, {"key": "", "kind": "total", "name": "Total"})

    assert (found.name, found.scope) == (None, YEAR)


@pytest.mark.parametrize("kind", ["others", "left_over"])
def test_opens_nothing_where_no_single_member_stands(session, kind):
    drawer.open_picked("bullets", Drill(None, YEAR, "rep"), {"key": "", "kind": kind, "name": "x"})

    assert session == {}


def test_gives_the_part_a_new_key_after_closing_so_that_the_same_click_opens_again(session):
    before = drawer.key("bullets")
    opened(session, {"key": "E7", "name": "Ann"})

    drawer._close("bullets")

    assert "drawer" not in session
    assert drawer.key("bullets") != before
    assert drawer.key("months") == "months_0"


def test_opens_answers_for_satisfaction(session):
    drawer.open_answers("figures", Drill(None, YEAR))

    assert session["drawer"].answers
