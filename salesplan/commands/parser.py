"""The words that the command line knows."""

import argparse
import os
from pathlib import Path

from salesplan.commands import history, importing, keeping, measuring, sampling
from salesplan.commands.arguments import count, day, mapping, member, one_period
from salesplan.scope import DIMENSIONS
from salesplan.settings import UNITS
from salesplan.store import KINDS
from salesplan.text import LANGUAGES, t

DATABASE = "data/salesplan.duckdb"
Commands = argparse._SubParsersAction  # noqa: SLF001 -- argparse gives the type no public name


def parser() -> argparse.ArgumentParser:
    """Describe all commands, in the language that is spoken."""
    top = argparse.ArgumentParser(prog="salesplan", description=t("cli.about"))
    _everywhere(top, db=os.environ.get("SALESPLAN_DB") or DATABASE, as_json=False, language=None)
    commands = top.add_subparsers(title=t("cli.commands"), metavar="COMMAND", required=True)
    for add in (_import, _batches, _undo, _measure, _sample, _check, _backup, _restore):
        add(commands)
    return top


def _everywhere(command: argparse.ArgumentParser, **defaults: object) -> None:
    """Add what every command takes; it may stand before the command's name too."""
    silent = argparse.SUPPRESS
    db, as_json, spoken = (defaults.get(name, silent) for name in ("db", "as_json", "language"))
    command.add_argument("--db", metavar="PATH", default=db, help=t("cli.help_db", path=DATABASE))
    command.add_argument(
        "--json", dest="as_json", action="store_true", default=as_json, help=t("cli.help_json")
    )
    command.add_argument("--language", choices=LANGUAGES, default=spoken, help=t("cli.help_speak"))


def _command(commands: "Commands[argparse.ArgumentParser]", name: str) -> argparse.ArgumentParser:
    about = t(f"cli.do_{name}")
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    _everywhere(command)
    return command


def _import(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "import")
    command.set_defaults(run=importing.run)
    add = command.add_argument
    add("files", metavar="FILE", nargs="+", type=Path, help=t("cli.help_files"))
    add("--kind", choices=KINDS, help=t("cli.help_kind"))
    add("--sheet", metavar="NAME", help=t("cli.help_sheet"))
    add("--map", metavar="HEADER=FIELD", action="append", type=mapping, help=t("cli.help_map"))
    add("--on-overlap", choices=("replace", "add", "skip"), help=t("cli.help_on_overlap"))
    add("--date-order", choices=("dmy", "mdy"), help=t("cli.help_date_order"))
    add("--unit", choices=UNITS, help=t("cli.help_unit"))
    add("--period", type=one_period, help=t("cli.help_import_period"))
    add("--dry-run", action="store_true", help=t("cli.help_dry_run"))


def _batches(commands: "Commands[argparse.ArgumentParser]") -> None:
    _command(commands, "batches").set_defaults(run=history.batches)


def _undo(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "undo")
    command.set_defaults(run=history.undo)
    command.add_argument("batch", metavar="BATCH", type=int, help=t("cli.help_batch"))


def _measure(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "measure")
    command.set_defaults(run=measuring.run)
    add = command.add_argument
    add("metric", metavar="METRIC", nargs="?", help=t("cli.help_metric"))
    add("--list", action="store_true", help=t("cli.help_list"))
    add("--by", metavar="DIMENSION", help=t("cli.help_by", dimensions=", ".join(DIMENSIONS)))
    add("--period", help=t("cli.help_period"))
    add("--from", dest="first", metavar="DATE", type=day, help=t("cli.help_from"))
    add("--to", dest="last", metavar="DATE", type=day, help=t("cli.help_to"))
    add("--as-of", metavar="DATE", type=day, help=t("cli.help_as_of"))
    add(
        "--where", metavar="DIMENSION=VALUE", action="append", type=member, help=t("cli.help_where")
    )
    add("--format", choices=("table", "csv", "json"), default="table", help=t("cli.help_format"))


def _sample(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "sample")
    command.set_defaults(run=sampling.run)
    add = command.add_argument
    add("directory", metavar="DIR", type=Path, help=t("cli.help_directory"))
    add("--seed", type=int, default=7, help=t("cli.help_seed"))
    add("--reps", type=count, default=60, help=t("cli.help_reps"))
    add("--rows", type=count, help=t("cli.help_rows"))
    add("--today", metavar="DATE", type=day, help=t("cli.help_today"))


def _check(commands: "Commands[argparse.ArgumentParser]") -> None:
    _command(commands, "check").set_defaults(run=keeping.check)


def _backup(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "backup")
    command.set_defaults(run=keeping.backup)
    command.add_argument("file", metavar="FILE", type=Path, help=t("cli.help_backup_file"))


def _restore(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "restore")
    command.set_defaults(run=keeping.restore)
    command.add_argument("file", metavar="FILE", type=Path, help=t("cli.help_restore_file"))
    command.add_argument("--force", action="store_true", help=t("cli.help_force"))
