"""Names of countries and currencies, in the language of this thread."""

from functools import cache

from babel import Locale

from salesplan.text import language


def country_name(code: str) -> str:
    """Name a country by its ISO code, or give the code where it has no name."""
    return str(_locale(language()).territories.get(code, code))


def currency_name(code: str) -> str:
    """Name a currency by its ISO code, or give the code where it has no name."""
    return str(_locale(language()).currencies.get(code, code))


@cache
def _locale(spoken: str) -> Locale:
    return Locale(spoken)
