"""The metrics: one .sql file per question, asked by name within a scope."""

import pandas as pd
import pyarrow as pa

from salesplan.metrics import catalogue
from salesplan.metrics.catalogue import BY_TIME, COMPANY, dimensions, names
from salesplan.metrics.question import parameters
from salesplan.scope import Scope
from salesplan.store import Store

__all__ = ["BY_TIME", "COMPANY", "answer", "dimensions", "measure", "members", "names"]


def measure(store: Store, name: str, scope: Scope, by: str | None = None) -> pd.DataFrame:
    """Measure a metric, a row per member of a dimension (None: the company), as a frame.

    Every column keeps its Arrow type (money stays decimal), and what is not known is pd.NA.
    """
    frame: pd.DataFrame = answer(store, name, scope, by).to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def answer(store: Store, name: str, scope: Scope, by: str | None = None) -> pa.Table:
    """Measure a metric as an Arrow table, for charts and for what needs no frame."""
    by = None if by == COMPANY else by
    return store.query(catalogue.sql(name, by), **parameters(store, name, scope, by))


def members(store: Store, dimension: str) -> list[tuple[str, str]]:
    """List the key and the name of each member of a dimension with live sales or targets."""
    return [(key, name) for key, name in store.rows(catalogue.members(), by=dimension)]
