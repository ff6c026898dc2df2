"""What every chart's test needs: settings, and a language."""

import pytest

from salesplan.settings import Settings
from salesplan.text import speaking


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


@pytest.fixture
def settings():
    return Settings()
