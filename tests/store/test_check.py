"""The check finds what is not whole, and says it in one sentence each."""

import pytest

from salesplan.text import LANGUAGES, say, speaking
from tests.store.parcels import answers, customers, reps, sales, targets

DAMAGE = {
    "delete from imported.sale where source_row = 2": [
        "facts_differ",
        "month_differs",
        "derived_differs",
    ],
    "insert into imported.sale by name select * replace (99 as batch_id) from imported.sale": [
        "facts_differ"
    ],
    "delete from imported.target": ["facts_differ", "derived_differs"],
    "delete from imported.survey": ["facts_differ", "month_differs"],
    "delete from imported.rep": ["facts_differ", "derived_differs"],
    "delete from imported.customer": ["facts_differ"],
    "update imported.batch_month set live = false where kind = 'sales'": ["month_differs"],
    "update imported.batch set status = 'undone' where kind = 'targets'": ["facts_differ"],
    "update derived.day set amount = amount + 0.0001": ["derived_differs"],
    "delete from derived.month": ["derived_differs"],
    "update derived.first_sale set first_on = '2020-01-01'": ["derived_differs"],
    "update derived.target_month set value = value + 1 where month = '2026-07-01'": [
        "derived_differs"
    ],
    "insert into derived.assignment select * from derived.assignment": ["derived_differs"],
    "update imported.file set content = 'x'::blob": ["file_differs"],
    "delete from imported.file": ["file_differs"],
}


@pytest.fixture
def filled(store):
    """A store with a batch of each kind."""
    store.load(sales("Ann 2026-07-03 90 c1", "Bo 2026-08-04 10", file="a"))
    store.load(targets("Ann 2026-Q3 300", file="t"))
    store.load(reps("R1 Ann Red East", assignments=["Ann Red East 2026-01-01 -"], file="r"))
    store.load(customers("C1 c1 2026-01-01", file="c"))
    store.load(answers("Ann 2026-07-03 4.5", file="q"))
    return store


def test_a_whole_database_has_nothing_wrong(filled):
    assert filled.check() == []


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found_and_put_into_words(filled, damage):
    filled._database.change(lambda cursor: cursor.execute(damage))
    wrong = filled.check()

    assert {sentence.key.removeprefix("store.") for sentence in wrong} >= set(DAMAGE[damage])
    for language in LANGUAGES:
        with speaking(language):
            assert all(map(say, wrong))


def test_a_rebuild_mends_what_is_derived(filled):
    filled._database.change(lambda cursor: cursor.execute("delete from derived.month"))
    filled.rebuild()

    assert filled.check() == []
