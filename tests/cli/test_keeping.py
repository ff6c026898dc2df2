"""check, backup and restore."""

import pytest

from salesplan.store import Store
from tests.store.parcels import sales


@pytest.fixture
def march(salesplan):
    """A database with one sale in March."""
    store = Store.open(salesplan.db)
    store.load(sales("Ann 2026-03-02 120.5", file="march"))
    store.close()
    return salesplan


def actual(salesplan):
    return [row["actual"] for row in salesplan("measure", "attainment", "--json").json["rows"]]


def test_a_sound_database_is_called_so(march):
    answer = march("check", "--json")

    assert (answer.code, answer.json) == (0, {"ok": True, "problems": []})
    assert march("check").out == "The database is sound.\n"


def test_what_is_wrong_is_said_in_sentences(march):
    march.db.write_bytes(march.db.read_bytes()[:9000])

    answer = march("check", "--json")

    assert (answer.code, answer.json["ok"]) == (1, False)
    assert "damaged" in answer.json["problems"][0]


def test_a_database_that_is_not_there_cannot_be_checked_or_backed_up(salesplan, tmp_path):
    for command in (["check"], ["backup", tmp_path / "copy.duckdb"]):
        answer = salesplan(*command)

        assert answer.code == 2
        assert answer.err.startswith("There is no database at ")
    assert not salesplan.db.exists()


def test_a_backup_can_be_restored(march, tmp_path, program):
    copy, other = tmp_path / "copy.duckdb", program(tmp_path / "other.duckdb")

    saved = march("backup", copy, "--json")
    restored = other("restore", copy, "--json")

    assert saved.json == {"file": str(copy), "bytes": copy.stat().st_size}
    assert restored.json == {"file": str(copy), "database": str(other.db)}
    assert actual(other) == ["120.50"]


def test_restore_does_not_overwrite_without_force(march, tmp_path):
    copy = tmp_path / "copy.duckdb"
    march("backup", copy)
    march("undo", 1)

    refused = march("restore", copy)
    before = actual(march)
    forced = march("restore", copy, "--force")

    assert (refused.code, before, forced.code) == (2, [], 0)
    assert "--force" in refused.err
    assert actual(march) == ["120.50"]


def test_a_backup_that_is_none_is_refused(march, tmp_path):
    (tmp_path / "copy.duckdb").write_text("nothing of the kind")

    answer = march("restore", tmp_path / "copy.duckdb", "--force")

    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert actual(march) == ["120.50"]


def test_a_backup_says_which_program_has_the_database(march, tmp_path):
    store = Store.open(march.db)
    answer = march("backup", tmp_path / "copy.duckdb")
    store.close()

    assert answer.code == 2
    assert "open in another program" in answer.err


def test_a_place_that_cannot_be_written_is_named(march, tmp_path):
    (tmp_path / "file").write_text("")

    answer = march("backup", tmp_path / "file" / "copy.duckdb")

    assert answer.code == 2
    assert answer.err.startswith("Nothing can be written to ")
