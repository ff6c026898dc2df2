"""Whatever statement fails, and however, the database is as it was."""

import pytest

from tests.store.parcels import customers, everything, reps, sales, targets


class Tripwire:
    """A connection whose cursors raise at the nth statement, and count them."""

    def __init__(self, connection, error, at):
        """Trip at that statement."""
        self.connection, self.error, self.at, self.count = connection, error, at, 0

    def cursor(self):
        """A cursor that trips with the others."""
        return TrippingCursor(self, self.connection.cursor())


class TrippingCursor:
    """A cursor that asks before each statement."""

    def __init__(self, wire, cursor):
        """Stand in for a cursor."""
        self.wire, self.cursor = wire, cursor

    def __getattr__(self, name):
        """Whatever is not a statement."""
        return getattr(self.cursor, name)

    def execute(self, *statement):
        """Run a statement unless it is the one."""
        self.wire.count += 1
        if self.wire.count == self.wire.at:
            raise self.wire.error
        return self.cursor.execute(*statement)


def tripped(store, change, error, at):
    """Try a change that fails at a statement, and tell whether it came so far."""
    database = store._database
    wire = database._connection = Tripwire(database._connection, error, at)
    try:
        change(store)
    except type(error):
        return True
    finally:
        database._connection = wire.connection
    return False


CHANGES = {
    "load sales": lambda store: store.load(
        sales("Ann 2026-07-03 95 c1", file="b", on_overlap="replace")
    ),
    "load targets": lambda store: store.load(
        targets("Ann 2026-Q3 95", file="u", on_overlap="replace")
    ),
    "load reps": lambda store: store.load(
        reps("R1 Ann Blue West", assignments=["Ann Red East 2026-01-01 -"], file="s")
    ),
    "load customers": lambda store: store.load(customers("C1 c1 2020-01-01", file="d")),
    "undo sales": lambda store: store.undo(1),
    "undo reps": lambda store: store.undo(3),
}


@pytest.fixture
def filled(store):
    """A store with one batch of three kinds."""
    store.load(sales("Ann 2026-07-03 90 c1", file="a"))
    store.load(targets("Ann 2026-Q3 300", file="t"))
    store.load(reps("R1 Ann Red East", file="r"))
    return store


@pytest.mark.parametrize("error", [RuntimeError("tripped"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_fails_at_any_statement_changes_nothing(filled, change, error):
    before = everything(filled)
    at = 1
    while tripped(filled, CHANGES[change], error, at):
        assert everything(filled) == before, f"statement {at}"
        at += 1

    assert at > 10
    assert filled.check() == []
    assert everything(filled) != before


def test_the_next_change_goes_on_as_if_nothing_had_been(filled):
    tripped(filled, CHANGES["load sales"], RuntimeError("tripped"), 12)

    assert CHANGES["load sales"](filled).status == "loaded"
    assert filled.check() == []
