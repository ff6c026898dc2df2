"""batches and undo."""

from salesplan.store import Store
from tests.store.parcels import sales


def loaded(salesplan):
    store = Store.open(salesplan.db)
    store.load(sales("Ann 2026-03-02 120.5", file="march"))
    store.close()


def test_batches_are_listed(salesplan):
    loaded(salesplan)

    (batch,) = salesplan("batches", "--json").json["batches"]

    assert batch["batch"] == 1
    assert (batch["file"], batch["sheet"], batch["kind"]) == ("march.xlsx", "Sheet1", "sales")
    assert (batch["status"], batch["rows"]) == ("loaded", 1)
    assert batch["period"] == ["2026-03-02", "2026-03-02"]
    assert batch["loaded_at"].endswith("Z")


def test_batches_are_shown_as_a_table(salesplan):
    loaded(salesplan)

    lines = salesplan("batches").out.splitlines()

    assert lines[0].split()[:3] == ["Batch", "Status", "Kind"]
    assert lines[1].split()[:3] == ["1", "loaded", "sales"]


def test_nothing_loaded_is_an_empty_list(salesplan):
    assert salesplan("batches", "--json").json == {"batches": []}
    assert salesplan("batches").out == "Nothing is loaded.\n"


def test_undo_takes_a_batch_back(salesplan):
    loaded(salesplan)

    answer = salesplan("undo", 1, "--json")

    assert (answer.code, answer.json) == (0, {"batch": 1, "status": "undone"})
    assert salesplan("batches", "--json").json["batches"][0]["status"] == "undone"


def test_undo_of_a_batch_that_there_is_not_says_so(salesplan):
    loaded(salesplan)

    answer = salesplan("undo", 99, "--json")

    assert answer.code == 2
    assert answer.json == {"error": answer.err.strip()}
    assert "99" in answer.err
    assert "Traceback" not in answer.err


def test_another_program_that_has_the_database_is_named(salesplan):
    store = Store.open(salesplan.db)
    answer = salesplan("batches")
    store.close()

    assert answer.code == 2
    assert "open in another program" in answer.err


def test_the_database_may_be_named_before_or_after_the_command(salesplan, tmp_path):
    other = tmp_path / "other.duckdb"
    loaded(type(salesplan)(other))

    before = salesplan("--db", other, "batches", "--json").json
    after = salesplan("batches", "--json", "--db", other).json

    assert before == after
    assert len(after["batches"]) == 1
