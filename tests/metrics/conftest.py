"""The fixture of every metric's test."""

from collections.abc import Iterator

import pytest

from tests.metrics.plan import Plan


@pytest.fixture
def plan() -> Iterator[Plan]:
    plan = Plan()
    yield plan
    plan.store.close()
