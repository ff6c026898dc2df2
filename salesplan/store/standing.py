"""Which loads still count: a load that others replaced is loaded, and counts for nothing."""

from salesplan.store.sql import text
from salesplan.store.store import Store


def replaced(store: Store) -> frozenset[int]:
    """Give the batches that later loads replaced in every month."""
    return frozenset(batch for (batch,) in store.rows(text("read/replaced")))
