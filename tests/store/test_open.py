"""Opening: new, old, newer, damaged and busy databases; and what an open one may not do."""

import os
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from salesplan.errors import (
    AskedTooMuch,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseUnreachable,
)
from salesplan.store import Store, migrate
from salesplan.text import LANGUAGES, say, speaking
from tests.store.parcels import everything, sales

DENIED = [
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from read_blob('/etc/passwd')",
    "select * from glob('/etc/*')",
    "copy (select 1) to '/tmp/salesplan-probe.csv'",
    "export database '/tmp/salesplan-probe'",
    "attach '/tmp/salesplan-probe.duckdb'",
    "attach '{backups}/../salesplan-probe.duckdb'",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set memory_limit = '100GB'",
    "pragma enable_profiling",
    "select * from secret_of_the_program",
]


def started(code, *arguments):
    """Run Python in another process and give what it says."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def path(tmp_path):
    """Where a database with one batch lies, closed."""
    with closing(Store.open(tmp_path / "plan.duckdb")) as store:
        store.load(sales("Ann 2026-07-03 90"))
    return tmp_path / "plan.duckdb"


def test_a_new_database_is_for_its_owner_only(path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_missing_is_made(tmp_path):
    Store.open(tmp_path / "data" / "plan.duckdb").close()

    assert (tmp_path / "data" / "plan.duckdb").exists()


def test_what_was_loaded_is_there_again(path):
    with closing(Store.open(path)) as store:
        assert store.rows("select sum(amount) from derived.month") == [(90,)]


def test_opening_again_changes_nothing(path):
    with closing(Store.open(path)) as store:
        before = everything(store)
    with closing(Store.open(path)) as store:
        assert everything(store) == before


@pytest.mark.parametrize("attack", DENIED)
def test_an_open_database_reaches_nothing_else(path, attack):
    secret_of_the_program = [1]  # noqa: F841 - the last attack asks for it
    with closing(Store.open(path)) as store, pytest.raises(duckdb.Error):
        store.rows(attack.replace("{backups}", str(path.parent / "backups")))


def test_a_process_that_has_it_open_is_named(path):
    with closing(Store.open(path)):
        code = "import sys; from salesplan.store import Store; Store.open(sys.argv[1])"
        said = started(code, path).stderr

    assert "DatabaseBusy" in said
    assert f"process='{os.getpid()}'" in said


def test_a_linked_path_is_the_same_database(path, tmp_path):
    (tmp_path / "link.duckdb").symlink_to(path)
    with closing(Store.open(path)) as store, closing(Store.open(tmp_path / "link.duckdb")) as other:
        other.load(sales("Ann 2026-08-03 10", file="b"))

        assert len(store.batches()) == 2


def leave_a_log(path: Path) -> Path:
    """Load in a process that dies, so that the log stays; give the log."""
    code = (
        "import os, sys; from salesplan.store import Store; from tests.store.parcels import sales;"
        "store = Store.open(sys.argv[1]);"
        "store.load(sales('Ann 2026-08-03 10', file='b')); os._exit(0)"
    )
    assert started(code, path).returncode == 0
    return path.with_name("plan.duckdb.wal")


def test_a_log_that_was_left_is_taken_in(path):
    leave_a_log(path)

    with closing(Store.open(path)) as store:
        assert store.rows("select sum(amount) from derived.month") == [(100,)]


def test_a_log_with_a_flipped_bit_is_one_clear_sentence(path):
    log = leave_a_log(path)
    spoilt = bytearray(log.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    log.write_bytes(spoilt)

    with pytest.raises(DatabaseDamaged) as caught:
        Store.open(path)
    for language in LANGUAGES:
        with speaking(language):
            assert "restore" in say(caught.value)
            assert str(path.parent / "backups") in say(caught.value)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.35, 0.6, 0.85, 1.0])
def test_a_log_that_is_cut_off_gives_whole_batches(path, share):
    log = leave_a_log(path)
    whole = log.read_bytes()
    log.write_bytes(whole[: int(len(whole) * share)])

    with closing(Store.open(path)) as store:
        assert store.rows("select sum(amount) from derived.month") in ([(90,)], [(100,)])
        assert store.check() == []


@pytest.mark.parametrize("spoil", [b"hello" * 100, b""], ids=["text", "nothing"])
def test_a_file_that_is_no_database_is_said_to_be_damaged(path, spoil):
    path.write_bytes(spoil)

    with pytest.raises(DatabaseDamaged):
        Store.open(path)


def test_a_cut_off_database_is_said_to_be_damaged(path):
    path.write_bytes(path.read_bytes()[:20_000])

    with pytest.raises(DatabaseDamaged):
        Store.open(path)


def test_a_folder_cannot_be_opened(tmp_path):
    with pytest.raises(DatabaseUnreachable):
        Store.open(tmp_path)


def test_a_place_where_nothing_can_be_made_is_said_to_be_out_of_reach(tmp_path):
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(DatabaseUnreachable):
        Store.open(tmp_path / "file" / "plan.duckdb")


def test_a_question_without_end_is_stopped(store, monkeypatch):
    monkeypatch.setattr("salesplan.store.connection._CONFIG", {"max_execution_time": 2_000})
    endless = (
        "select count(*) from range(1000000) a, range(1000000) b where a.range % 7 = b.range % 5"
    )
    with closing(Store.open()) as hasty, pytest.raises(AskedTooMuch):
        hasty.rows(endless)
    assert store.rows("select 1") == [(1,)]


@pytest.fixture
def later_version(tmp_path, monkeypatch):
    """A later version of the program, with one migration more."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder)
    (folder / "9000_more.sql").write_text("create table entered.more (n integer);")
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    return folder


def test_an_old_database_opens_in_a_newer_version_with_nothing_lost(path, later_version):
    assert later_version
    with closing(Store.open(path)) as store:
        assert store.rows("select max(version) from schema_version") == [(9000,)]
        assert store.rows("select count(*) from entered.more") == [(0,)]
        assert store.rows("select sum(amount) from derived.month") == [(90,)]
        assert store.check() == []


def test_it_is_backed_up_before_it_is_changed(path, later_version):
    Store.open(path).close()
    (backup,) = (path.parent / "backups").glob("plan-before-migration-from-*.duckdb")
    (later_version / "9000_more.sql").unlink()
    with closing(Store.open(backup)) as store:
        assert store.rows("select sum(amount) from derived.month") == [(90,)]


def test_a_migration_that_fails_leaves_the_old_database(path, later_version):
    (later_version / "9000_more.sql").write_text(
        "create table entered.more (n integer); insert into entered.more values ('x');"
    )
    with pytest.raises(duckdb.Error):
        Store.open(path)
    (later_version / "9000_more.sql").unlink()
    with closing(Store.open(path)) as store:
        assert store.rows("select count(*) from duckdb_tables() where table_name = 'more'") == [
            (0,)
        ]
        assert store.check() == []


def test_a_database_of_a_newer_version_is_left_alone(path, later_version):
    Store.open(path).close()
    before = path.read_bytes()
    (later_version / "9000_more.sql").unlink()

    with pytest.raises(DatabaseNewer):
        Store.open(path)
    assert path.read_bytes() == before


def test_changed_views_are_made_anew(path, monkeypatch):
    monkeypatch.setattr(migrate, "_DEFINITIONS", ("prelude.sql", "views.sql", "prelude.sql"))
    with closing(Store.open(path)) as store:
        assert store.rows("select ratio(1, 2)") == [(0.5,)]
        assert store.check() == []
