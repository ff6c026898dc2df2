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
    Span,
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
    "Span",
    "Store",
]
