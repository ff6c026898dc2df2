"""The check at start: the options that keep data on this machine must be in force, or no start.

Environment variables and flags can bend .streamlit/config.toml, and a forgotten file falls back
to defaults that listen on every network and show tracebacks. So the effective values count.
"""

import ipaddress
import os
import sys

from streamlit import config

from salesplan.errors import OpenToOthers, SalesplanError, UnsafeOption
from salesplan.text import say, speak

REQUIRED: dict[str, object] = {
    "server.allowedHosts": ["localhost", "127.0.0.1"],
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.enableAgentApi": False,
    "server.maxUploadSize": 50,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "client.disableDataExport": True,
    "runner.magicEnabled": False,
}
_LOCAL = frozenset({"localhost"})


def check() -> None:
    """Refuse to start, in one sentence each, when an option is not what it must be."""
    found = {name: config.get_option(name) for name in REQUIRED}
    problems = [*differing(found), *exposed(config.get_option("server.address"))]
    if problems:
        speak("zh" if os.environ.get("LANG", "").startswith("zh") else "en")
        sys.exit("\n".join(map(say, problems)))


def differing(found: dict[str, object]) -> list[SalesplanError]:
    """List the options that differ from what is required."""
    return [
        UnsafeOption(name=name, found=found[name], needed=needed)
        for name, needed in REQUIRED.items()
        if str(found[name]).lower() != str(needed).lower()
    ]


def exposed(address: str | None) -> list[SalesplanError]:
    """Refuse an address that others can reach: they would see everything without signing in."""
    return [] if address and is_local(address) else [OpenToOthers(address=address or "*")]


def is_local(address: str) -> bool:
    """Tell whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address in _LOCAL
