"""A killed process leaves each batch wholly there or wholly absent."""

import multiprocessing
import os
import random
import time
from contextlib import closing

import pytest

from salesplan.store import Store
from tests.store.killed import ROWS, load_until_killed

KILLS = int(os.environ.get("SALESPLAN_KILLS", "50"))


def kill_one(path, done, turn, after):
    """Start a child, kill it after a while of loading, and give what it said was done."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.killed"])
    child = context.Process(target=load_until_killed, args=(path, done, turn))
    child.start()
    while not done.exists() or "ready" not in done.read_text():
        time.sleep(0.002)
    time.sleep(after)
    child.kill()
    child.join()
    said = [line.split() for line in done.read_text().splitlines() if line.count(" ") == 2]
    done.unlink()
    return {int(batch): status for _, status, batch in said}


@pytest.mark.slow
def test_a_batch_is_wholly_there_or_wholly_absent_after_a_kill(tmp_path):
    path, done = tmp_path / "plan.duckdb", tmp_path / "done"
    Store.open(path).close()
    chance = random.Random(11)  # noqa: S311 - the same luck every time
    known, seen = {}, 0
    for turn in range(KILLS):
        known |= kill_one(path, done, turn, chance.uniform(0.0, 0.7))
        with closing(Store.open(path)) as store:
            statuses = {batch.id: batch.status for batch in store.batches()}

            # What was said to be done is done; the last one may be done without its word.
            assert {batch: statuses[batch] for batch in list(known)[:-1]} == dict(
                list(known.items())[:-1]
            )
            assert store.check() == []
            assert store.rows("select distinct batch_id from derived.resolved_sale") == live(store)
            assert store.rows("select coalesce(sum(lines), 0) % $n from derived.day", n=ROWS) == [
                (0,)
            ]
            seen = len(statuses)
    assert seen > KILLS / 2


def live(store):
    """The one batch that is live: the last that is loaded."""
    loaded = [(batch.id,) for batch in store.batches() if batch.status == "loaded"]
    return loaded[:1]
