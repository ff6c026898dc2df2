"""The tray: files wait in it for answers and for loading, and it lets go of their bytes."""

import asyncio
import time

import pytest

from salesplan.store import Store
from salesplan.ui import warmup
from salesplan.ui.importing import mapping, tray

SALES = b"Date,Rep,Amount,Note\n2026-07-01,Ann,1000,x\n2026-07-02,Bob,2500,y\n"


@pytest.fixture
def store():
    """An empty database in memory."""
    opened = Store.open()
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _empty():
    """Leave nothing in the tray."""
    yield
    for upload in tray.uploads():
        tray.drop(upload)


def settled(upload):
    """The upload, once nothing is under way."""
    for job in upload.jobs:
        assert job.over.wait(30)
    assert not [job.error for job in upload.jobs if job.error]
    return upload


def received(name="july.csv", data=SALES):
    """A file in the tray, read."""
    return settled(tray.receive(name, data))


def test_the_same_bytes_are_one_file():
    assert received("a.csv") is received("b.csv")
    assert len(tray.uploads()) == 1


def test_a_loaded_file_leaves_no_bytes_behind(store):
    upload = received()
    (place,) = upload.ready
    tray.load(upload, place, store)
    settled(upload)

    assert upload.done
    assert upload.data == b""
    assert upload.sheets[place].draft.parcel is None
    assert upload.sheets[place].rows == 2


def test_two_clicks_are_one_load(store):
    upload = received()
    (place,) = upload.ready
    tray.load(upload, place, store)
    tray.load(upload, place, store)
    settled(upload)

    assert len(store.batches()) == 1


def test_an_overlap_keeps_the_rows_until_it_is_answered(store):
    first, second = received(), received("corrected.csv", SALES.replace(b"1000", b"1200"))
    for upload in (first, second):
        tray.load(upload, upload.ready[0], store)
        settled(upload)
    place = next(iter(second.sheets))

    assert second.sheets[place].receipt.status == "needs_answer"
    assert not second.done
    tray.load(second, place, store, "replace")
    settled(second)
    assert second.done
    assert store.rows("select sum(amount) from derived.day")[0][0] == 3700


def test_a_corrected_column_reads_the_sheet_again():
    upload = received()
    (place,) = upload.sheets
    rounds = upload.rounds
    mapping._edited(upload, upload.sheets[place].draft, {3: {"field": "product"}})
    settled(upload)

    columns = {one.header: one.field for one in upload.sheets[place].draft.columns}
    assert columns["Note"] == "product"
    assert upload.rounds == rounds + 1


def test_a_column_can_be_left_out():
    upload = received()
    (place,) = upload.sheets
    mapping._edited(upload, upload.sheets[place].draft, {1: {"field": mapping.LEFT_OUT}})
    settled(upload)

    columns = {one.header: one.field for one in upload.sheets[place].draft.columns}
    assert columns["Rep"] is None
    assert upload.ready == [place]


def test_a_file_that_nobody_looks_at_for_an_hour_is_let_go(monkeypatch):
    received()
    later = time.monotonic() + 3601
    monkeypatch.setattr(time, "monotonic", lambda: later)

    assert tray.uploads() == []


def test_the_server_lets_go_of_it_without_a_visitor(monkeypatch):
    received().seen -= 3601
    monkeypatch.setattr(warmup, "_BETWEEN", 0.01)
    monkeypatch.setattr(warmup, "warm", lambda: None)

    async def serve():
        async with warmup.lifespan(None):
            await asyncio.sleep(0.1)

    asyncio.run(serve())

    assert tray._uploads == {}
