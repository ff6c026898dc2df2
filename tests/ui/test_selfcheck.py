"""The check at start: an option that would let data out keeps the server from starting."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

from salesplan.text import say
from salesplan.ui import selfcheck

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def test_our_own_configuration_passes():
    defaults = config.get_config_options()
    ours = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    found = {
        name: ours.get(table, {}).get(option, defaults[name].default_val)
        for name in selfcheck.REQUIRED
        for table, option in [name.split(".")]
    }

    assert selfcheck.differing(found) == []
    assert selfcheck.exposed(ours["server"]["address"]) == []


@pytest.mark.parametrize("name", selfcheck.REQUIRED)
def test_each_option_that_differs_is_named_in_a_sentence(name):
    (problem,) = selfcheck.differing({**selfcheck.REQUIRED, name: "other"})

    assert name in say(problem)


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5", "::", "example.org", "", None])  # noqa: S104 - must be refused
def test_an_address_that_others_can_reach_is_refused(address):
    assert selfcheck.exposed(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_this_machine_is_allowed(address):
    assert selfcheck.exposed(address) == []
