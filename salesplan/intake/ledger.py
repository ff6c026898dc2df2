"""The account of a sheet's rows: each is loaded, rejected with its reason, or left out."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from salesplan.intake.rows import Rows
from salesplan.intake.typed import Mask


@dataclass(frozen=True)
class Fault:
    """Rows that one column makes unfit; `why` names the reason for what was found."""

    column: int | None
    mask: Mask
    why: Callable[[str], str]


@dataclass
class Ledger:
    """Which rows are still in play, which are left out and why, which are at fault and why."""

    rows: Rows
    open: Mask = field(init=False)
    ignored: dict[str, Mask] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with every row in play."""
        self.open = np.ones(len(self.rows), np.bool_)

    def ignore(self, why: str, mask: Mask) -> None:
        """Leave rows out."""
        mask = mask & self.open
        if mask.any():
            self.ignored[why] = mask | self.ignored.get(why, False)
            self.open &= ~mask

    def reject(self, fault: Fault) -> None:
        """Put rows aside because of what one of their cells holds."""
        mask = fault.mask & self.open
        if mask.any():
            self.faults.append(Fault(fault.column, mask, fault.why))
            self.open &= ~mask

    @property
    def loaded(self) -> int:
        """How many rows are loaded."""
        return int(self.open.sum())

    @property
    def rejected(self) -> int:
        """How many rows are rejected."""
        return sum(int(fault.mask.sum()) for fault in self.faults)

    @property
    def left_out(self) -> int:
        """How many rows are ignored."""
        return sum(int(mask.sum()) for mask in self.ignored.values())
