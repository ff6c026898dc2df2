"""One small set of the sample in each language, written once."""

from datetime import date
from pathlib import Path

import pytest

from salesplan.sample import write
from salesplan.sample.company import Company, company

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def chinese(tmp_path_factory) -> list[Path]:
    return write(tmp_path_factory.mktemp("zh"), language="zh", reps=24, today=TODAY)


@pytest.fixture(scope="session")
def english(tmp_path_factory) -> list[Path]:
    return write(tmp_path_factory.mktemp("en"), language="en", reps=24, today=TODAY)


@pytest.fixture(scope="session")
def standard() -> Company:
    return company(language="zh", seed=7, reps=60, rows=None, today=TODAY)
