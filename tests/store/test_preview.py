"""A preview says what a load would come to, and stores nothing."""

from dataclasses import replace

from tests.store.parcels import sales


def test_it_stores_nothing(store):
    receipt = store.preview(sales("Ann 2026-07-01 10"))

    assert receipt.status == "loaded"
    assert receipt.batch is None
    assert store.batches() == []


def test_it_knows_what_is_loaded_already(store):
    batch = store.load(sales("Ann 2026-07-01 10")).batch

    receipt = store.preview(sales("Ann 2026-07-01 10"))

    assert (receipt.status, receipt.batch) == ("already_loaded", batch)


def test_it_asks_about_days_that_another_file_brought(store):
    store.load(sales("Ann 2026-07-01 10", file="a"))

    asked = store.preview(sales("Ann 2026-07-01 12", file="b"))
    answered = store.preview(replace(sales("Ann 2026-07-01 12", file="b"), on_overlap="replace"))

    assert [overlap.file_name for overlap in asked.overlap] == ["a.xlsx"]
    assert (asked.status, answered.status) == ("needs_answer", "loaded")
