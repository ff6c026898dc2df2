"""Asking a metric: the same definitions as the pages, as a table, CSV or JSON."""

import argparse
import difflib
from codecs import BOM_UTF8
from datetime import date

from salesplan.commands import cells
from salesplan.commands.database import to_read
from salesplan.commands.outcome import Outcome, in_columns
from salesplan.errors import AmbiguousMember, UnknownMember
from salesplan.metrics import COMPANY, answer, dimensions, members, names
from salesplan.periods import Period, parse_period
from salesplan.reports.tables import to_csv
from salesplan.scope import Scope
from salesplan.store import Store
from salesplan.text import t


def run(args: argparse.Namespace) -> Outcome:
    """Measure a metric over a period, or list the metrics where none is named."""
    args.as_json = args.as_json or args.format == "json"
    if args.list or args.metric is None:
        return _listed()
    by = None if args.by == COMPANY else args.by
    with to_read(args.db) as store:
        scope = _scope(store, args)
        table = answer(store, args.metric, scope, by=by)
    document = {
        "metric": args.metric,
        "by": by,
        "period": [scope.period.start.isoformat(), scope.period.last_day.isoformat()],
        "as_of": scope.as_of.isoformat(),
        "rows": cells.for_machines(table),
    }
    if args.format == "csv":
        # Without the byte order mark: the next reader in the pipe is a program.
        written = to_csv(table.column_names, cells.for_sheets(table)).removeprefix(BOM_UTF8)
        return Outcome(document, raw=written)
    header = [t(f"cli.column_{name}") for name in table.column_names]
    return Outcome(document, in_columns(header, cells.for_people(table)))


def _listed() -> Outcome:
    """Name the metrics and what each can be divided by."""
    ways = {name: list(dimensions(name)) for name in names()}
    metrics = [{"metric": name, "dimensions": by} for name, by in ways.items()]
    header = [t("cli.column_metric"), t("cli.column_dimensions")]
    rows = [[name, ", ".join(by)] for name, by in ways.items()]
    return Outcome({"metrics": metrics}, in_columns(header, rows))


def _scope(store: Store, args: argparse.Namespace) -> Scope:
    """Take the period and the members that were asked for."""
    last = store.last_day or date.today()  # noqa: DTZ011 -- nothing is loaded: any day does
    chosen: dict[str, tuple[str, ...]] = {}
    for dimension, found in args.where or ():
        chosen[dimension] = (*chosen.get(dimension, ()), _member(store, dimension, found))
    return Scope(_period(store, args, last), args.as_of or last, **chosen)


def _period(store: Store, args: argparse.Namespace, last: date) -> Period:
    """Take the period that was asked for; the usual is the fiscal year of the last results."""
    fiscal = store.settings.fiscal
    if args.first or args.last:
        return parse_period(f"{args.first or ''}..{args.last or ''}", fiscal)
    return parse_period(args.period or str(fiscal.of(last)), fiscal)


def _member(store: Store, dimension: str, found: str) -> str:
    """Give the key of the member with that key or name."""
    known = members(store, dimension)
    keys = [key for key, _ in known if key == found] or [
        key for key, name in known if name == found
    ]
    if len(keys) == 1:
        return keys[0]
    if keys:
        raise AmbiguousMember(dimension=dimension, found=found, keys=", ".join(keys))
    near = difflib.get_close_matches(found, [name for _, name in known], n=5, cutoff=0.4)
    shown = near or [name for _, name in known][:10]
    raise UnknownMember(dimension=dimension, found=found, known=", ".join(shown) or "—")
