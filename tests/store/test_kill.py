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


def start(path, done, turn):
    """Let a child load until it is killed, from when it is ready."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.killed"])
    child = context.Process(target=load_until_killed, args=(path, done, turn))
    child.start()
    wait_for("ready", done)
    return child


def wait_for(word, done):
    """Wait until the child has said a word."""
    while not done.exists() or word not in done.read_text():
        time.sleep(0.002)


def kill(child, done):
    """Kill a child, and give what it said was done: status by batch."""
    child.kill()
    child.join()
    said = [line.split() for line in done.read_text().splitlines() if line.count(" ") == 2]
    done.unlink()
    return {int(batch): status for _, status, batch in said}


def seconds_to_the_first_load(path, done):
    """How long a child loads here and now, so that kills fall into loads on any machine."""
    child, begin = start(path, done, KILLS), time.monotonic()
    wait_for(" loaded ", done)
    seconds = time.monotonic() - begin
    kill(child, done)
    return seconds


def live(store):
    """The one batch that may be live: the last that is loaded."""
    return [(batch.id,) for batch in store.batches() if batch.status == "loaded"][:1]


@pytest.mark.slow
def test_a_batch_is_wholly_there_or_wholly_absent_after_a_kill(tmp_path):
    path, done = tmp_path / "plan.duckdb", tmp_path / "done"
    Store.open(path).close()
    pace = seconds_to_the_first_load(path, done)
    chance = random.Random(11)  # noqa: S311 - the same luck every time
    before = {}
    for turn in range(KILLS):
        child = start(path, done, turn)
        time.sleep(chance.uniform(0.0, 3 * pace))
        said = kill(child, done)
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
