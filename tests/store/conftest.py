"""A store in memory for each test."""

from collections.abc import Iterator

import pytest

from salesplan.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store."""
    opened = Store.open()
    yield opened
    opened.close()
