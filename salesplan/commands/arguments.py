"""What single arguments look like, and what is said where one cannot be read."""

import argparse
from datetime import date

from salesplan.errors import BadPeriod
from salesplan.periods import Period, parse_period
from salesplan.scope import DIMENSIONS
from salesplan.text import say, t


def day(text: str) -> date:
    """Read a day."""
    try:
        return parse_period(f"{text}..{text}").start
    except BadPeriod as error:
        raise argparse.ArgumentTypeError(t("cli.bad_day", found=text)) from error


def one_period(text: str) -> Period:
    """Read a period of the calendar."""
    try:
        return parse_period(text)
    except BadPeriod as error:
        raise argparse.ArgumentTypeError(say(error)) from error


def count(text: str) -> int:
    """Read a whole number above zero."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(t("cli.bad_count", found=text))
    return int(text)


def mapping(text: str) -> tuple[str, str]:
    """Read HEADER=FIELD; the header may hold equals signs, and no field leaves it out."""
    header, equals, field = text.rpartition("=")
    if not equals:
        raise argparse.ArgumentTypeError(t("cli.bad_map", found=text))
    return header, field


def member(text: str) -> tuple[str, str]:
    """Read DIMENSION=VALUE."""
    dimension, _, value = text.partition("=")
    if dimension not in DIMENSIONS or not value:
        known = ", ".join(DIMENSIONS)
        raise argparse.ArgumentTypeError(t("cli.bad_where", found=text, dimensions=known))
    return dimension, value
