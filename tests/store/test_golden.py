"""A database of each version that was released opens in this one, with the same figures."""

import gzip
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from salesplan.store import Store
from tests.store.keep_golden import GOLDEN, fill
from tests.store.parcels import content

VERSIONS = sorted(GOLDEN.glob("*.duckdb.gz"))


@pytest.fixture(params=VERSIONS, ids=[version.name.split(".duckdb")[0] for version in VERSIONS])
def old(request, tmp_path):
    """A released version's database, opened by this version."""
    path = tmp_path / "plan.duckdb"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    with closing(Store.open(path)) as store:
        yield store


def test_the_figures_are_the_same_to_the_last_digit(old):
    assert old.check() == []
    assert old.rows("select month, rep, amount from derived.month order by month") == [
        (date(2026, 7, 1), "R1", Decimal("90.1234")),
        (date(2026, 8, 1), "R1", Decimal("20.5000")),
    ]
    assert old.rows("select sum(value) from derived.target_month") == [(300,)]
    assert old.rows("select first_on from derived.first_sale") == [(date(2026, 1, 1),)]
    assert old.settings.days_off == (date(2026, 7, 1),)


def test_it_holds_what_this_version_would_hold(old, store):
    fill(store)

    assert content(old) == content(store)


def test_its_batches_can_be_undone(old):
    for batch in old.batches():
        old.undo(batch.id)

    assert old.check() == []
    assert old.rows("select count(*) from derived.month") == [(0,)]
