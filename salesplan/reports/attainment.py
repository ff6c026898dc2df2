"""Goal attainment in words: the headline."""

from collections.abc import Sequence
from decimal import Decimal

from salesplan import columns
from salesplan.charts.cells import written
from salesplan.reports.asking import Ask, Row, first
from salesplan.rules.standing import NO_TARGET, standing
from salesplan.scope import DIMENSIONS, Scope
from salesplan.settings import Settings
from salesplan.text import Sentence, t

_EXPLAINING = ("region", "team", "rep")  # the coarsest with at least two members explains the gap
_NAMED = 2  # a headline names no more members behind plan
_CHOSEN = 3  # nor more members that a filter chose


def headline(ask: Ask, scope: Scope, settings: Settings) -> Sentence:
    """Say in one sentence where we stand, how far from the plan, and who explains it."""
    if not anything(ask):
        return Sentence("attainment.headline_nothing")
    said, named = _said(ask, scope, settings), chosen(ask, scope)
    if not named:
        return said
    return Sentence("attainment.headline_of", {"members": named, "said": said})


def _said(ask: Ask, scope: Scope, settings: Settings) -> Sentence:
    row = first(ask("attainment"))
    actual, due = row["actual"] or Decimal(), row["target_to_date"]
    span = "whole" if scope.as_of >= scope.period.last_day else "to_date"
    sold = Sentence(f"attainment.sold_{span}", {"actual": written(actual, settings)})
    if row["target"] and not due:
        kind = "not_due" if actual else "not_started"
        target = written(row["target"], settings)
        return Sentence(f"attainment.headline_{kind}", {"sold": sold, "target": target})
    if standing(actual, due, settings) == NO_TARGET:
        return Sentence("attainment.headline_no_target", {"sold": sold})
    gap = actual - due
    paced = Sentence(f"attainment.paced_{span}", {"sold": sold, "pace": columns.rate(row["pace"])})
    blanks: dict[str, object] = {"paced": paced, "gap": written(abs(gap), settings)}
    kind, behind = "behind" if gap < 0 else "ahead", _behind(ask)
    if not behind:
        return Sentence(f"attainment.headline_{kind}", blanks)
    return Sentence(f"attainment.headline_{kind}_who", {**blanks, "who": _listed(behind)})


def chosen(ask: Ask, scope: Scope) -> str:
    """Name the members that the filters chose; of many only the first."""
    names = [name for dimension in DIMENSIONS for name in _names(ask, scope, dimension)]
    if len(names) <= _CHOSEN:
        return _listed(names)
    return t("attainment.and_others", members=_listed(names[:_CHOSEN]), count=len(names))


def _names(ask: Ask, scope: Scope, dimension: str) -> list[str]:
    """Name the chosen members of a dimension; one without sales or targets by its key."""
    keys = scope.chosen(dimension)
    if not keys:
        return []
    named = {row["key"]: row["member"] for row in ask("attainment", by=dimension).to_pylist()}
    return [named.get(key) or key or t("chart.unassigned") for key in keys]


def anything(ask: Ask) -> bool:
    """Tell whether anything was sold or planned."""
    row = first(ask("attainment"))
    return bool(row["actual"]) or row["target"] is not None


def aimed(ask: Ask) -> bool:
    """Tell whether there is a target."""
    return bool(first(ask("attainment"))["target"])


def _behind(ask: Ask) -> list[str]:
    """Name the members that are furthest behind, in money."""
    worst = sorted(_members(ask), key=lambda row: -row["gap_to_date"])[:_NAMED]
    return [row["member"] or t("chart.unassigned") for row in worst if row["gap_to_date"] > 0]


def _members(ask: Ask) -> list[Row]:
    """Give the members of the coarsest dimension that divides the whole; one explains nothing."""
    for dimension in _EXPLAINING:
        rows: list[Row] = ask("attainment", by=dimension).to_pylist()
        known = [row for row in rows if row["gap_to_date"] is not None]
        if len(known) >= _NAMED:
            return known
    return []


def _listed(names: Sequence[str]) -> str:
    return t("attainment.and").join(names)
