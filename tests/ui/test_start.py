"""The start: an unsafe one ends at once with a sentence, a safe one answers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("flags", "named"),
    [
        (["--server.address", "0.0.0.0"], "server.address"),  # noqa: S104 - must be refused
        (["--server.allowedHosts", "*"], "server.allowedHosts"),
        (["--browser.gatherUsageStats", "true"], "browser.gatherUsageStats"),
        (["--client.showErrorDetails", "full"], "client.showErrorDetails"),
    ],
)
def test_an_unsafe_start_ends_with_a_sentence(flags, named):
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0", *flags]
    ended = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode != 0
    assert "Salesplan does not start" in ended.stderr
    assert named in ended.stderr
    assert "Traceback" not in ended.stderr
