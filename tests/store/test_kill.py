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
    """Let a child load for a while, kill it, and give what it said was done: status by batch."""
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


def live(store):
    """The one batch that may be live: the last that is loaded."""
    return [(batch.id,) for batch in store.batches() if batch.status == "loaded"][:1]


@pytest.mark.slow
def test_a_batch_is_wholly_there_or_wholly_absent_after_a_kill(tmp_path):
    path, done = tmp_path / "plan.duckdb", tmp_path / "done"
    Store.open(path).close()
    chance = random.Random(11)  # noqa: S311 - the same luck every time
    before = {}
    for turn in range(KILLS):
        said = kill_one(path, done, turn, chance.uniform(0.0, 0.5))
        with closing(Store.open(path)) as store:
            now = {batch.id: batch.status for batch in store.batches()}

            assert {batch: now[batch] for batch in before} == before
            # What was said to be done is done; the undo after it may be done without its word.
            assert all(now[batch] in {status, "undone"} for batch, status in said.items())
            assert store.check() == []
            assert store.rows("select distinct batch_id from derived.resolved_sale") == live(store)
            assert store.rows("select sum(lines) from derived.day") in ([(None,)], [(ROWS,)])
        before = now
    assert len(before) > KILLS / 2
