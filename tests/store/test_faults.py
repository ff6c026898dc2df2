"""Complaints of the database become ours; what people wrote is not mistaken for them."""

import duckdb
import pytest

from salesplan.errors import DatabaseDamaged
from salesplan.store.faults import explained


def test_a_log_that_cannot_be_replayed_is_damage():
    with pytest.raises(DatabaseDamaged), explained("plan.duckdb"):
        raise duckdb.IOException('IO Error: Failure while replaying WAL file "plan.duckdb.wal"')


@pytest.mark.parametrize("value", ["WALMART", "Corrupt Ltd", "No space left"])
def test_a_value_that_sounds_like_damage_is_none(value):
    with duckdb.connect() as connection:
        connection.execute("create table customer (name varchar primary key)")
        with pytest.raises(duckdb.ConversionException), explained("plan.duckdb"):
            connection.execute("select $1::integer", [value])
        with pytest.raises(duckdb.ConstraintException), explained("plan.duckdb"):
            connection.execute("insert into customer values ($1), ($1)", [value])
