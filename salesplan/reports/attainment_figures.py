"""The figures of goal attainment: what the cards of the page show, and later deck and workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise

import pyarrow as pa

from salesplan import columns
from salesplan.charts.cells import written
from salesplan.reports.asking import Ask, Row, first
from salesplan.reports.figure import BAD, GOOD, NEUTRAL, TONES, WARN, Figure, direction
from salesplan.rules.standing import standing
from salesplan.settings import Settings
from salesplan.text import t

_DAYS = 22  # the last working days in a trend
_LINE = 3  # fewer months make no line
_VERDICTS = {"met": GOOD, "not_met": BAD, "not_enough": NEUTRAL}


@dataclass(frozen=True)
class Course:
    """How a period went: what was sold and what was due, each summed up, month by month.

    A period of one or two months goes day by day.
    """

    months: tuple[Row, ...]
    sold: tuple[Decimal, ...]
    due: tuple[Decimal, ...]

    @property
    def steps(self) -> tuple[float, ...]:
        """What each month or day brought."""
        return tuple(float(after - before) for before, after in pairwise((Decimal(), *self.sold)))

    def rates(self, whole: Sequence[Decimal]) -> tuple[float, ...]:
        """Divide what was sold so far."""
        pairs = zip(self.sold, whole, strict=True)
        return tuple(float(sold / due) for sold, due in pairs if due)


def course(ask: Ask) -> Course:
    """Ask how the period went so far."""
    every_month = ask("attainment_by_month").to_pylist()
    months = tuple(row for row in every_month if row["actual"] is not None)
    if len(months) >= _LINE:
        sold = accumulate(row["actual"] for row in months)
        due = accumulate(row["target"] or Decimal() for row in months)
        return Course(months, tuple(sold), tuple(due))
    days = [day for day in ask("progress").to_pylist() if day["actual"] is not None]
    due_daily = (day["plan"] or Decimal() for day in days)
    return Course(months, tuple(day["actual"] for day in days), tuple(due_daily))


def figures(ask: Ask, as_of: date, settings: Settings) -> list[Figure]:
    """Make the six figures; where nobody was asked, the gap stands in for satisfaction."""
    whole, asked, went = first(ask("attainment")), first(ask("csat")), course(ask)
    return [
        _actual(whole, first(ask("growth")), went, settings),
        _pace(whole, went, settings),
        _attainment(whole, went, settings),
        _month(whole, went, as_of, settings),
        _required(first(ask("required")), ask("progress"), settings),
        _csat(asked, ask("csat", by="month")) if asked["answers"] else _gap(whole, settings),
    ]


def _actual(whole: Row, growth: Row, went: Course, settings: Settings) -> Figure:
    grown = growth["growth"]
    known = grown is not None
    return Figure(
        name="actual",
        value=written(whole["actual"] or Decimal(), settings),
        delta=columns.rate(grown, signed=True) if known else t("attainment.no_base"),
        beside=t("attainment.last_year") if known else None,
        tone=_growth_tone(grown, settings) if known else NEUTRAL,
        arrow=direction(grown or 0),
        trend=went.steps,
        shape="bar",
    )


def _growth_tone(grown: float, settings: Settings) -> str:
    """Colour growth by the company's convention: in a market's, up is red."""
    up, down = (BAD, GOOD) if settings.colours == "market" else (GOOD, BAD)
    return up if grown > 0 else down if grown < 0 else NEUTRAL


def _pace(whole: Row, went: Course, settings: Settings) -> Figure:
    pace = whole["pace"]
    if pace is None:
        return _none_due("pace", whole)
    return Figure(
        name="pace",
        value=columns.rate(pace),
        delta=columns.points(pace - 1),
        beside=t("attainment.to_plan"),
        tone=_tone(whole["actual"], whole["target_to_date"], settings),
        arrow=direction(pace - 1),
        trend=went.rates(went.due),
    )


def _attainment(whole: Row, went: Course, settings: Settings) -> Figure:
    if whole["attainment"] is None:
        return _no_target("attainment")
    left = whole["gap"]
    word = "attainment.left" if left > 0 else "attainment.over"
    return Figure(
        name="attainment",
        value=columns.rate(whole["attainment"]),
        delta=t(word, money=written(abs(left), settings)),
        beside=t("attainment.of", money=written(whole["target"], settings)),
        tone=NEUTRAL if left > 0 else GOOD,
        trend=went.rates([whole["target"]] * len(went.sold)),
        shape="area",
    )


def _month(whole: Row, went: Course, as_of: date, settings: Settings) -> Figure:
    """Show the month of the as-of day, or the last of the period."""
    row = went.months[-1] if went.months else None
    if row is None:
        return _none_due("month", whole)
    if row["attainment"] is None:
        return _no_target("month")
    running = row["month"] == as_of.replace(day=1)
    return Figure(
        name="month" if running else "last_month",
        value=columns.rate(row["attainment"]),
        delta=columns.points(row["attainment"] - 1),
        beside=t("attainment.to_plan"),
        tone=_tone(row["actual"], row["target"], settings),
        arrow=direction(row["attainment"] - 1),
        trend=tuple(each["attainment"] or 0.0 for each in went.months),
        shape="bar",
        month=row["month"],
    )


def _required(row: Row, progress: pa.Table, settings: Settings) -> Figure:
    """Show what each working day left must bring, beside what a day has brought."""
    if row["target"] is None:
        return _no_target("required")
    over, reached = not row["workdays_left"], row["remaining"] <= 0
    if over or reached:
        word = "attainment.reached" if reached else "attainment.period_over"
        return Figure("required", columns.NOTHING, t(word), tone=GOOD if reached else NEUTRAL)
    needed, median, best = row["required_per_day"], row["median_day"], row["best_day"]
    return Figure(
        name="required",
        value=written(needed, settings),
        delta=t("attainment.median_day", money=written(median, settings)),
        beside=t("attainment.best_day", money=written(best, settings)),
        tone=_required_tone(needed, median, best),
        trend=tuple(_days(progress.to_pylist())),
        shape="bar",
    )


def _required_tone(needed: Decimal, median: Decimal | None, best: Decimal | None) -> str:
    """Judge a need: no better than a usual day is good, beyond the best day ever is bad."""
    if median is None or best is None:
        return NEUTRAL
    return GOOD if needed <= median else WARN if needed <= best else BAD


def _csat(row: Row, by_month: pa.Table) -> Figure:
    verdict, needed = row["verdict"], row["needed"]
    return Figure(
        name="csat",
        value=columns.rate(row["csat"]),
        delta=t(f"attainment.verdict_{verdict}"),
        beside=t("attainment.goal", rate=columns.rate(row["goal"], 0)),
        tone=_VERDICTS[verdict],
        trend=tuple(month["csat"] for month in by_month.to_pylist() if month["csat"] is not None),
        note=t("attainment.needed", needed=columns.count(needed)) if needed else None,
    )


def _gap(whole: Row, settings: Settings) -> Figure:
    if whole["gap_to_date"] is None:
        return _no_target("gap")
    ahead = -whole["gap_to_date"]
    return Figure(
        name="gap",
        value=written(ahead, settings, signed=True),
        delta=t("attainment.plan_to_date", money=written(whole["target_to_date"], settings)),
        tone=_tone(whole["actual"], whole["target_to_date"], settings),
    )


def _none_due(name: str, whole: Row) -> Figure:
    """Show nothing where no target is due: it lies ahead, or there is none."""
    ahead = whole["target"] and not whole["target_to_date"]
    return Figure(name, columns.NOTHING, t("attainment.not_due")) if ahead else _no_target(name)


def _no_target(name: str) -> Figure:
    return Figure(name, columns.NOTHING, t("chart.no_target"))


def _tone(actual: Decimal | None, target: Decimal | None, settings: Settings) -> str:
    return TONES[standing(actual or Decimal(), target, settings)]


def _days(progress: Sequence[Row]) -> list[float]:
    """Give what the last days with sales brought."""
    through = [Decimal(), *(day["actual"] for day in progress if day["actual"] is not None)]
    sold = [float(after - before) for before, after in pairwise(through)]
    return [amount for amount in sold if amount][-_DAYS:]
