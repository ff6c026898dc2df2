"""A backup that was made can be opened; a restore changes all or nothing."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from salesplan.errors import BackupDamaged, BackupDiffers, DatabaseBusy, NoSuchFile, WouldOverwrite
from salesplan.store import Store, backup
from tests.store.parcels import everything, sales, targets


@pytest.fixture
def path(tmp_path):
    """Where a database with two batches lies, closed."""
    with closing(Store.open(tmp_path / "plan.duckdb")) as store:
        store.load(sales("Ann 2026-07-03 90 c1"))
        store.load(targets("Ann 2026-Q3 300", file="t"))
    return tmp_path / "plan.duckdb"


def sold(path):
    """What a database says was sold."""
    with closing(Store.open(path)) as store:
        return store.rows("select sum(amount) from derived.month")[0][0]


@pytest.mark.parametrize("where", ["backups/b.duckdb", "elsewhere/b's.duckdb", "b"])
def test_a_backup_has_everything(path, tmp_path, where):
    with closing(Store.open(path)) as store:
        store.backup(tmp_path / where)
        before = everything(store)

    with closing(Store.open(tmp_path / where)) as copy:
        assert everything(copy) == before
        assert copy.check() == []
        assert copy.rows("select ratio(1, 2)") == [(0.5,)]
    assert not list((tmp_path / "backups").glob("*.draft"))


def test_a_database_in_memory_can_be_backed_up(store, tmp_path):
    store.load(sales("Ann 2026-07-03 90"))
    store.backup(tmp_path / "b.duckdb")

    assert sold(tmp_path / "b.duckdb") == 90
    assert not Path("backups").exists()


def test_a_backup_during_loads_is_one_moment(path, tmp_path):
    with closing(Store.open(path)) as store, ThreadPoolExecutor(2) as threads:
        loads = [sales(f"Ann 2025-{n:02}-03 1", file=f"n{n}") for n in range(1, 13)]
        work = threads.submit(lambda: [store.load(load) for load in loads])
        for turn in range(4):
            store.backup(tmp_path / f"b{turn}.duckdb")
        work.result()

    for turn in range(4):
        with closing(Store.open(tmp_path / f"b{turn}.duckdb")) as copy:
            assert copy.check() == []


def test_a_copy_with_other_rows_is_not_kept(path, tmp_path, monkeypatch):
    real = backup._copy
    monkeypatch.setattr(backup, "_copy", lambda *where: real(*where) | {"imported.sale": 2})
    (tmp_path / "b.duckdb").write_bytes(b"the backup of yesterday")

    with closing(Store.open(path)) as store, pytest.raises(BackupDiffers):
        store.backup(tmp_path / "b.duckdb")
    assert (tmp_path / "b.duckdb").read_bytes() == b"the backup of yesterday"
    assert not (tmp_path / "b.duckdb.part").exists()


@pytest.fixture
def saved(path, tmp_path):
    """A backup, and a database that has moved on since."""
    with closing(Store.open(path)) as store:
        store.backup(tmp_path / "saved.duckdb")
        store.load(sales("Ann 2026-08-03 10", file="b"))
    return tmp_path / "saved.duckdb"


def test_a_restore_brings_the_backup_and_keeps_the_old_database_aside(saved, path):
    Store.restore(saved, path, force=True)

    assert sold(path) == 90
    assert sold(path.with_name("plan.duckdb.before-restore")) == 100
    assert saved.exists()


def test_a_restore_where_nothing_is_needs_no_force(saved, path):
    path.unlink()
    Store.restore(saved, path)

    assert sold(path) == 90


def test_a_restore_does_not_overwrite_unless_told(saved, path):
    with pytest.raises(WouldOverwrite):
        Store.restore(saved, path)
    assert sold(path) == 100


def test_a_missing_backup_is_said_to_be_missing(path, tmp_path):
    with pytest.raises(NoSuchFile):
        Store.restore(tmp_path / "none.duckdb", path, force=True)


def test_an_open_database_is_not_replaced(saved, path):
    with closing(Store.open(path)) as store, pytest.raises(DatabaseBusy):
        Store.restore(saved, path, force=True)
    assert store
    assert sold(path) == 100


def spoil_facts(path):
    """Lose a row behind the batch's back."""
    with closing(Store.open(path)) as store:
        store._database.change(lambda cursor: cursor.execute("delete from imported.sale"))


@pytest.mark.parametrize("spoil", [lambda p: p.write_bytes(p.read_bytes()[:9000]), spoil_facts])
def test_a_backup_that_is_not_whole_is_refused(saved, path, spoil):
    spoil(saved)

    with pytest.raises(BackupDamaged):
        Store.restore(saved, path, force=True)
    assert sold(path) == 100
    assert sorted(file.name for file in path.parent.glob("plan*")) == ["plan.duckdb"]


def test_a_restore_that_fails_at_the_last_step_puts_the_old_database_back(saved, path, monkeypatch):
    calls = []

    def failing(where):
        calls.append(where)
        if len(calls) == 2:
            raise RuntimeError
        return []

    monkeypatch.setattr("salesplan.store.store._checked", failing)
    with pytest.raises(RuntimeError):
        Store.restore(saved, path, force=True)
    assert sold(path) == 100


def test_a_damaged_database_is_replaced(saved, path):
    path.write_bytes(b"damaged" * 1000)
    path.with_name("plan.duckdb.wal").write_bytes(b"and its log")
    Store.restore(saved, path, force=True)

    assert sold(path) == 90


def test_a_copied_file_with_its_log_is_a_backup_too(path, tmp_path):
    shutil.copy(path, tmp_path / "copy.duckdb")
    Store.restore(tmp_path / "copy.duckdb", tmp_path / "other.duckdb")

    assert sold(tmp_path / "other.duckdb") == 90
