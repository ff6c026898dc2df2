"""The sample company goes through the importer like any other files, without a question."""

from decimal import Decimal

import pytest

from salesplan.metrics import measure
from salesplan.periods import parse_period
from salesplan.sample import load
from salesplan.sample.company import company
from salesplan.scope import Scope
from salesplan.store import Store

MISTAKES = 5


@pytest.fixture(scope="module", params=["zh", "en"])
def loaded(request, chinese, english):
    """A store with the small sample of a language, what became of it, and the company itself."""
    files = {"zh": chinese, "en": english}[request.param]
    store, told = Store.open(), []
    receipts = load(store, files, lambda done, count: told.append((done, count)))
    invented = company(
        language=request.param, seed=7, reps=24, rows=None, today=request.getfixturevalue("today")
    )
    yield store, receipts, told, invented
    store.close()


def test_nothing_is_asked(loaded):
    _, receipts, told, _ = loaded

    assert {receipt.status for receipt in receipts} == {"loaded"}
    assert told[0] == (0, 41)
    assert told[-1] == (41, 41)


def test_every_sheet_is_recognised(loaded):
    store, *_ = loaded
    kinds = [batch.kind for batch in reversed(store.batches())]

    assert kinds == ["reps"] * 2 + ["customers"] + ["targets"] * 4 + ["sales"] * 36 + [
        "satisfaction"
    ]


def test_every_line_is_in_but_for_the_mistakes(loaded):
    store, _, _, invented = loaded
    sold = store.rows("select count(*), sum(amount), sum(cost), sum(quantity) from imported.sale")
    orders = invented.orders

    assert sold == [
        (
            len(orders.amount),
            Decimal(int(orders.amount.sum())) / 100,
            Decimal(int(orders.cost.sum())) / 100,
            Decimal(int(orders.quantity.sum())),
        )
    ]
    assert sum(batch.rows_rejected for batch in store.batches()) == MISTAKES


def test_the_revision_takes_the_place_of_what_it_revises(loaded):
    store, _, _, invented = loaded
    first_half = sum(sum(v or 0 for v in goal.months[:6]) for goal in invented.plans[1].goals)
    second_half = sum(sum(v or 0 for v in goal.months) for goal in invented.revision.goals)
    whole = measure(store, "attainment", Scope(parse_period("2025"), store.last_day))

    assert whole["target"].tolist() == [Decimal(int(first_half + second_half))]


def test_every_member_is_known(loaded):
    store, _, _, invented = loaded
    regions = {region.name for region in invented.words.regions}
    unknown = store.rows("select count(*) from derived.month where region is null or team is null")

    assert {
        region for (region,) in store.rows("select distinct region from derived.day")
    } == regions
    assert unknown == [(0,)]
    assert store.rows("select count(*) from derived.rep") == [(24,)]


def test_who_moved_counts_where_he_sat(loaded):
    store, _, _, invented = loaded
    staff = invented.staff
    moves = {stay.rep for stay in staff.stays if sum(s.rep == stay.rep for s in staff.stays) > 1}
    teams = {
        staff.reps[rep].id: {staff.seats[s.seat].team for s in staff.stays if s.rep == rep}
        for rep in moves
    }

    for rep, expected in teams.items():
        found = store.rows("select distinct team from derived.day where rep = $rep", rep=rep)
        assert {team for (team,) in found} == expected


def test_every_answer_is_in_with_its_score(loaded):
    store, _, _, invented = loaded
    scores = [answer.score for answer in invented.answers]

    assert store.rows("select count(*), sum(score) from imported.survey") == [
        (len(scores), Decimal(sum(scores)))
    ]
    assert store.rows("select distinct scale_min, scale_max from imported.survey") == [(1, 5)]
