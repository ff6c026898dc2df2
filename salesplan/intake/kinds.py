"""The kinds of sheet that can be imported, and the fields of each."""

from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "money", "count", "date", "period", "score", "outcome", "year", "figure"]


@dataclass(frozen=True)
class Field:
    """One thing that a row of a kind may say."""

    name: str
    type: Type = "text"
    required: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of sheet."""

    name: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """Give a field by its name."""
        return next(field for field in self.fields if field.name == name)

    @property
    def names(self) -> frozenset[str]:
        """The names of its fields."""
        return frozenset(field.name for field in self.fields)


def _texts(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name) for name in names)


DIMENSIONS = ("region", "team", "rep", "product", "channel")

SALES = Kind(
    "sales",
    (
        Field("sold_on", "date", required=True),
        Field("amount", "money", required=True),
        *_texts("order_id", "rep", "team", "customer", "product", "channel", "region"),
        Field("quantity", "count"),
        Field("unit_price", "money"),
        Field("cost", "money"),
        Field("profit", "money"),
        Field("outcome", "outcome"),
        Field("year", "year"),
    ),
)
TARGETS = Kind(
    "targets",
    (
        Field("period", "period", required=True),
        Field("year", "year"),
        Field("value", "figure", required=True),
        *_texts("rep", "team", "region", "product", "channel", "metric"),
    ),
)
REPS = Kind(
    "reps",
    (
        *_texts("id"),
        Field("name", required=True),
        *_texts("team", "region", "manager", "role", "level", "email"),
        Field("hired_on", "date"),
        Field("left_on", "date"),
        Field("valid_from", "date"),
        Field("valid_until", "date"),
    ),
)
CUSTOMERS = Kind(
    "customers",
    (
        *_texts("id"),
        Field("name", required=True),
        *_texts("segment", "region", "owner"),
        Field("first_order_on", "date"),
    ),
)
SATISFACTION = Kind(
    "satisfaction",
    (
        Field("answered_on", "date", required=True),
        Field("score", "score", required=True),
        *_texts("customer", "rep", "team", "region", "product", "question", "kind", "comment"),
    ),
)
KINDS = {kind.name: kind for kind in (SALES, TARGETS, REPS, CUSTOMERS, SATISFACTION)}
