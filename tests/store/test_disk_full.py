"""A full disk costs no row, and no restart."""

import json
import shutil
import subprocess
import sys
from collections import namedtuple
from contextlib import closing
from dataclasses import replace

import duckdb
import pytest

from salesplan.errors import DiskFull
from salesplan.store import Store
from tests.store.parcels import sales

pytest.importorskip("resource", reason="only POSIX limits the size of files")


@pytest.mark.parametrize("size", [6, 20_000_000], ids=["small files", "large files"])
@pytest.mark.parametrize("room", [100_000, 1_000_000, 3_000_000])
def test_a_full_disk_is_said_and_survived_without_a_restart(tmp_path, room, size):
    where = [str(tmp_path / "p.duckdb"), str(room), str(size)]
    command = [sys.executable, "-m", "tests.store.crowded", *where]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["out_of_service"] == (size > 6)
    assert found["during"] == [found["loaded"]]
    assert found["again"] == "loaded"
    assert found["batches"] == found["loaded"] + 1
    assert found["wrong"] == 0


def test_a_file_that_cannot_fit_is_refused_before_anything_is_done(tmp_path, monkeypatch):
    store = Store.open(tmp_path / "p.duckdb")
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil's
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 71, 29))

    with pytest.raises(DiskFull):
        store.load(replace(sales("Ann 2026-07-01 1"), content=b"0123456789"))
    assert store.batches() == []
    store.close()


def test_a_database_that_could_not_be_opened_again_is_opened_by_the_next_who_asks(tmp_path):
    with closing(Store.open(tmp_path / "p.duckdb")) as store:
        store.load(sales("Ann 2026-07-01 1"))
        store._database._connection.close()

        assert store.rows("select sum(amount) from derived.month") == [(1,)]


def test_a_store_that_was_closed_stays_closed(tmp_path):
    store = Store.open(tmp_path / "p.duckdb")
    store.close()
    store.close()

    with pytest.raises(duckdb.ConnectionException):
        store.batches()
