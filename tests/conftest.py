"""What tests of several rooms share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says nothing on a busy machine.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def real_files() -> Path:
    """The folder of real spreadsheets, which are not ours to copy."""
    told = os.environ.get("SALESPLAN_REAL_FILES")
    folder = Path(told) if told else ROOT / ".." / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(
            "the real spreadsheets are elsewhere: name their folder in SALESPLAN_REAL_FILES"
        )
    return folder
