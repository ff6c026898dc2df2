"""The store: the only room that knows the database."""

from salesplan.store.parcel import (
    KINDS,
    Batch,
    Kind,
    OnOverlap,
    Overlap,
    Parcel,
    Problem,
    Receipt,
)
from salesplan.store.store import Store

__all__ = [
    "KINDS",
    "Batch",
    "Kind",
    "OnOverlap",
    "Overlap",
    "Parcel",
    "Problem",
    "Receipt",
    "Store",
]
