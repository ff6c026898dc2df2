"""Asking the metrics: an answer is kept as long as the data it was made from."""

from functools import lru_cache

import pyarrow as pa

from salesplan.metrics import answer
from salesplan.scope import Scope
from salesplan.store import Store

_KEPT = 512


def ask(store: Store, name: str, scope: Scope, by: str | None = None) -> pa.Table:
    """Measure a metric within a scope, a row per member of a dimension (None: the whole)."""
    return _answer(store, store.version, name, scope, by)


@lru_cache(maxsize=_KEPT)
def _answer(
    store: Store,
    version: int,  # noqa: ARG001 - keys the cache: no answer outlives its data
    name: str,
    scope: Scope,
    by: str | None,
) -> pa.Table:
    return answer(store, name, scope, by)
