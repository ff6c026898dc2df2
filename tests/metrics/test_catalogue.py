"""Which metrics there are, what they can be divided by, and how one asks."""

import pandas as pd
import pytest

from salesplan.errors import UnknownDimension, UnknownMetric
from salesplan.metrics import dimensions, measure, names
from salesplan.metrics.catalogue import EVERY_WAY, text


def test_every_metric_is_named():
    assert {"attainment", "csat", "growth", "growth_period", "progress", "rows"} <= set(names())
    assert not {"scope", "members"} & set(names())


def test_a_metric_says_what_it_can_be_divided_by():
    assert dimensions("attainment") == EVERY_WAY
    assert dimensions("progress") == ("company",)


@pytest.mark.parametrize("name", names())
def test_the_dimensions_that_a_metric_says_are_dimensions(name):
    assert set(dimensions(name)) <= set(EVERY_WAY)


@pytest.mark.parametrize("name", names())
def test_every_metric_answers_an_empty_store_in_every_way(plan, name):
    for by in dimensions(name):
        assert isinstance(measure(plan.store, name, plan.scope(), by), pd.DataFrame)


def test_a_metric_that_is_not_there_is_refused(plan):
    with pytest.raises(UnknownMetric):
        measure(plan.store, "happiness", plan.scope())


def test_the_scope_is_not_a_metric():
    with pytest.raises(UnknownMetric):
        text("scope")


def test_a_dimension_that_a_metric_cannot_be_divided_by_is_refused(plan):
    with pytest.raises(UnknownDimension):
        measure(plan.store, "progress", plan.scope(), by="rep")


def test_a_frame_keeps_money_exact_and_what_is_unknown_empty(plan):
    plan.sales("Ann 2026-07-03 0.1", "Ann 2026-07-03 0.2")
    frame = measure(plan.store, "attainment", plan.scope(), by="rep")

    assert str(frame["actual"][0]) == "0.3000"
    assert frame["target"][0] is pd.NA
