"""Goal attainment in words: the headline."""

from collections.abc import Sequence
from decimal import Decimal

from salesplan import columns
from salesplan.charts.cells import written
from salesplan.reports.asking import Ask, Row, first
from salesplan.rules.standing import NO_TARGET, standing
from salesplan.settings import Settings
from salesplan.text import Sentence, t

_EXPLAINING = ("region", "team", "rep")  # the coarsest with at least two members explains the gap
_NAMED = 2  # a headline names no more members


def headline(ask: Ask, settings: Settings) -> Sentence:
    """Say in one sentence where we stand, how far from the plan to date, and who explains it."""
    row = first(ask("attainment"))
    if not anything(ask):
        return Sentence("attainment.headline_nothing")
    actual = row["actual"] or Decimal()
    blanks: dict[str, object] = {"actual": written(actual, settings)}
    if standing(actual, row["target_to_date"], settings) == NO_TARGET:
        return Sentence("attainment.headline_no_target", blanks)
    gap = actual - row["target_to_date"]
    blanks |= {"pace": columns.rate(row["pace"]), "gap": written(abs(gap), settings)}
    kind, behind = "behind" if gap < 0 else "ahead", _behind(ask)
    if not behind:
        return Sentence(f"attainment.headline_{kind}", blanks)
    return Sentence(f"attainment.headline_{kind}_who", {**blanks, "who": _listed(behind)})


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
