"""The rows of a bullet chart: members by gap, what is left over, and the total they add up to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pyarrow as pa

from salesplan import columns
from salesplan.charts.cells import Cells, exact, written
from salesplan.charts.drawing import Row, role_of
from salesplan.columns import Unit
from salesplan.rules.rounding import rounded_parts
from salesplan.rules.standing import standing
from salesplan.settings import Settings
from salesplan.text import t

MOST = 10


@dataclass(frozen=True)
class Part:
    """One bullet: a member, the others together, what no member's target covers, or the total."""

    kind: str
    key: str
    name: str
    actual: Decimal
    target: Decimal | None
    target_to_date: Decimal | None

    @property
    def ahead(self) -> Decimal | None:
        """How far ahead of the plan to date; below zero is behind."""
        return None if self.target_to_date is None else self.actual - self.target_to_date


def bullet_rows(members: pa.Table, whole: pa.Table, settings: Settings) -> list[Row]:
    """Arrange members and total (key, member, actual, target, target_to_date) as bullets."""
    total = replace(_part("total", _only(whole)), key="", name=t("chart.total"))
    parts = _ordered([_part("member", row) for row in members.to_pylist()])
    shown = [*_folded(parts), *_left_over(parts, total)]
    every = [*shown, total]
    unit = columns.unit_for([part.ahead for part in every], settings.unit)
    gaps, sold = _gaps(shown, total, unit), _sold(shown, total, settings)
    return [
        _row(part, gap, unit, settings) | {"sold": words}
        for part, gap, words in zip(every, gaps, sold, strict=True)
    ]


def _only(whole: pa.Table) -> Cells:
    """Give the one row of the whole; where nothing was sold or planned there is none."""
    nothing = dict.fromkeys(("key", "member", "actual", "target", "target_to_date"))
    return next(iter(whole.to_pylist()), nothing)


def _part(kind: str, row: Cells) -> Part:
    """Read a member; a target of nothing is no target."""
    aimed = bool(row["target"]) and row["target"] > 0
    return Part(
        kind=kind,
        key=row["key"] or "",
        name=row["member"] or t("chart.unassigned"),
        actual=exact(row["actual"]),
        target=exact(row["target"]) if aimed else None,
        target_to_date=exact(row["target_to_date"]) if aimed else None,
    )


def _ordered(parts: Sequence[Part]) -> list[Part]:
    """Put the furthest behind first, and those without a target last."""
    aimed = [part for part in parts if part.ahead is not None]
    rest = [part for part in parts if part.ahead is None]
    return [
        *sorted(aimed, key=lambda part: (part.ahead, part.name)),
        *sorted(rest, key=lambda part: (-part.actual, part.name)),
    ]


def _folded(parts: list[Part]) -> list[Part]:
    """Keep the first parts and fold all others into one."""
    if len(parts) <= MOST:
        return parts
    shown, others = parts[: MOST - 1], parts[MOST - 1 :]
    targets = [part for part in others if part.target is not None]
    folded = Part(
        kind="others",
        key="",
        name=t("chart.others", count=len(others)),
        actual=sum((part.actual for part in targets or others), Decimal()),
        target=_sum([part.target for part in targets]),
        target_to_date=_sum([part.target_to_date for part in targets]),
    )
    return [*shown, folded]


def _left_over(parts: Sequence[Part], total: Part) -> list[Part]:
    """Name what else the total's gap is made of, so that the parts add up to it.

    The sales of those without a target, and what the members' targets exceed the total's by.
    """
    aimed = [part for part in parts if part.target_to_date is not None]
    if total.target_to_date is None or not aimed:
        return []
    sales = total.actual - sum((part.actual for part in aimed), Decimal())
    excess = (_sum([part.target_to_date for part in aimed]) or Decimal()) - total.target_to_date
    found = {"untargeted": sales, "excess": excess}
    return [
        Part("left_over", "", t(f"chart.{name}"), amount, None, Decimal())
        for name, amount in found.items()
        if amount
    ]


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if known else None


def _gaps(shown: Sequence[Part], total: Part, unit: Unit) -> list[Decimal | None]:
    """Round the gaps so that they add up to the total's."""
    parts = rounded_parts([part.ahead for part in shown if part.ahead is not None], unit.step)
    each = iter(parts)
    gaps = [None if part.ahead is None else next(each) for part in shown]
    whole = sum(parts, Decimal()) if parts else total.ahead
    return [*gaps, whole if total.ahead is not None else None]


def _sold(shown: Sequence[Part], total: Part, settings: Settings) -> list[str]:
    """Write what was sold by those without a target, so that it adds up to the total's."""
    unit = columns.unit_for([part.actual for part in [*shown, total]], settings.unit)
    parts = rounded_parts([part.actual for part in shown], unit.step)
    figures = [*parts, sum(parts, Decimal())]
    words = [columns.money(one, currency=settings.currency, unit=unit) for one in figures]
    bare = [part.ahead is None for part in [*shown, total]]
    return [word if none else "" for word, none in zip(words, bare, strict=True)]


def _row(part: Part, gap: Decimal | None, unit: Unit, settings: Settings) -> Row:
    plan, target = part.target_to_date, part.target
    pace = part.actual / plan if plan else None
    reached = part.actual / target if target else None
    due = plan / target if target and plan is not None else None
    return {
        "key": part.key,
        "kind": part.kind,
        "name": part.name,
        "bar": None if reached is None else float(reached),
        "tick": None if due is None else float(due),
        "band": None if due is None else float(due * settings.at_risk),
        "role": _role(part, settings),
        "percent": "" if reached is None else columns.rate(float(reached), 0),
        "gap": _gap_words(gap, unit, settings),
        "say_actual": "" if part.kind == "left_over" else written(part.actual, settings),
        "say_target": written(target, settings),
        "say_pace": columns.rate(None if pace is None else float(pace)),
    }


def _role(part: Part, settings: Settings) -> str:
    if part.kind == "left_over":
        return "good" if part.actual >= 0 else "bad"
    return role_of(standing(part.actual, part.target_to_date, settings))


def _gap_words(gap: Decimal | None, unit: Unit, settings: Settings) -> str:
    """Write a gap with its direction as a sign, never by colour alone."""
    if gap is None:
        return t("chart.no_target")
    arrow = "▼ " if gap < 0 else "▲ " if gap > 0 else ""
    return arrow + columns.money(abs(gap), currency=settings.currency, unit=unit)
