"""Asking the metrics: an answer is kept as long as the data it was made from."""

from functools import lru_cache

import pyarrow as pa

from salesplan.metrics import answer, members
from salesplan.reports.asking import Ask
from salesplan.scope import DIMENSIONS, Scope
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


def asking(store: Store, scope: Scope) -> Ask:
    """Give a way to ask within one scope."""

    def ask_here(name: str, by: str | None = None) -> pa.Table:
        return ask(store, name, scope, by)

    return ask_here


def divisions(store: Store, scope: Scope) -> list[str]:
    """Name the dimensions that divide a scope: with members, and not narrowed to one of them."""
    present = _divisions(store, store.version)
    return [name for name in present if len(scope.chosen(name)) != 1] or present or ["region"]


@lru_cache(maxsize=8)
def _divisions(
    store: Store,
    version: int,  # noqa: ARG001 - keys the cache
) -> list[str]:
    return [dimension for dimension in DIMENSIONS if members(store, dimension)]


def finest(store: Store) -> str | None:
    """Name the finest division of the sales force that the data has: rep, team or region."""
    present = _divisions(store, store.version)
    return next((name for name in ("rep", "team", "region") if name in present), None)
