"""Months without a target in a period that has targets for others: it is only partly planned."""

from collections.abc import Sequence
from datetime import date

from salesplan import columns
from salesplan.periods import add_months
from salesplan.reports.asking import Ask
from salesplan.scope import Scope
from salesplan.text import Sentence, t


def warning(ask: Ask, scope: Scope) -> Sentence | None:
    """Name the months without a target, where others have one."""
    asked = ask("attainment_by_month").to_pylist()
    aimed = {row["month"] for row in asked if row["target"] is not None}
    months = scope.period.months()
    bare = [month for month in months if month not in aimed]
    if not bare or len(bare) == len(months):
        return None
    count = len(months) - len(bare)
    return Sentence("attainment.untargeted", {"months": named(bare), "count": count})


def named(months: Sequence[date]) -> str:
    """Name months, those in a row by their ends: Jan 2027–Mar 2027, May 2027."""
    return t("attainment.and").join(_run(run) for run in _runs(months))


def _runs(months: Sequence[date]) -> list[list[date]]:
    """Part months where one is left out, and where a year begins."""
    runs: list[list[date]] = []
    for month in months:
        follows = runs and add_months(runs[-1][-1], 1) == month and month.month > 1
        if follows:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _run(run: Sequence[date]) -> str:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return columns.month(first)
    blanks = {"first": columns.short_month(first), "last": columns.short_month(last)}
    return t("attainment.months_in_a_row", year=first.year, **blanks)
