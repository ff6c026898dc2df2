"""Deals that were not won, and orders that were cancelled, are no sales."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask, joined
from salesplan.intake.values import plain
from salesplan.intake.words import words

_YES_OR_NO = ("is won", "is closed won", "是否赢单")
_OF_ORDERS = ("order status", "订单状态", "单据状态")


def not_won(rows: Rows) -> Mask:
    """Mark the rows that are no sale by their outcome.

    Where some are won, only those count; where a status knows cancelled orders, only those do not.
    """
    encoded = joined(rows.column("outcome")).dictionary_encode()
    said = [plain(cell).casefold() for cell in encoded.dictionary.to_pylist()]
    won = words("won") | (words("yes") if _asks(rows) else frozenset())
    if _is_order_status(rows, said):
        sale = [word not in words("cancelled") for word in said]
    else:
        sale = [word in won for word in said]
    marks = pa.array(sale, pa.bool_()).take(encoded.indices)
    return ~np.asarray(pc.fill_null(marks, False))  # noqa: FBT003  # no outcome: not won


def _asks(rows: Rows) -> bool:
    return rows.heading("outcome").header.key in _YES_OR_NO


def _is_order_status(rows: Rows, said: list[str]) -> bool:
    """Tell an order's status from a deal's: by its header, or since it knows only cancelled."""
    if rows.heading("outcome").header.key in _OF_ORDERS:
        return True
    deal = words("won") | words("lost") | words("open")
    return any(word in words("cancelled") for word in said) and not any(w in deal for w in said)
