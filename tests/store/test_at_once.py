"""Threads and stores that load, undo and ask at the same time."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest

from salesplan.store import Store
from tests.store.parcels import content, sales


def together(*works):
    """Do works at the same moment, each in its thread; give their results."""
    gate = Barrier(len(works))

    def begin(work):
        gate.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(begin, works))


@pytest.fixture(params=["one store", "two stores"])
def pair(tmp_path, request):
    """Two hands on the same database: through one store, or through one each."""
    first = Store.open(tmp_path / "plan.duckdb")
    second = first if request.param == "one store" else Store.open(tmp_path / "plan.duckdb")
    yield first, second
    for store in {first, second}:
        store.close()


@pytest.mark.parametrize("turn", range(4))
def test_two_loads_of_one_empty_month_never_double_it(pair, turn):
    loads = [sales(f"Ann 2026-07-0{1 + turn} 90", file=name) for name in ("a", "b")]
    receipts = together(lambda: pair[0].load(loads[0]), lambda: pair[1].load(loads[1]))

    assert sorted(receipt.status for receipt in receipts) == ["loaded", "needs_answer"]
    assert pair[0].rows("select sum(amount) from derived.month") == [(90,)]


@pytest.mark.parametrize("turn", range(4))
def test_the_same_file_at_once_is_loaded_once(pair, turn):
    load = sales(f"Ann 2026-07-0{1 + turn} 90")
    receipts = together(*(lambda store=store: store.load(load) for store in pair * 2))

    assert sorted(receipt.status for receipt in receipts) == ["already_loaded"] * 3 + ["loaded"]
    assert {receipt.batch for receipt in receipts} == {1}
    assert pair[1].rows("select sum(amount) from derived.month") == [(90,)]


def test_two_replacements_at_once_leave_one_of_them(pair):
    pair[0].load(sales("Ann 2026-07-01 1", file="old"))
    loads = [sales("Ann 2026-07-01 90", file=name, on_overlap="replace") for name in ("a", "b")]
    together(lambda: pair[0].load(loads[0]), lambda: pair[1].load(loads[1]))

    assert pair[0].rows("select sum(amount), sum(lines) from derived.month") == [(90, 1)]


def test_eight_threads_at_random_leave_what_the_loads_that_are_left_give(pair):
    chance = random.Random(7)  # noqa: S311 - the same luck every time
    jobs = [(chance.randrange(3), chance.randrange(12), chance.random()) for _ in range(48)]

    def work(job):
        month, file, luck = job
        store = chance.choice(pair)
        if luck < 0.25 and (loaded := [b for b in store.batches() if b.status == "loaded"]):
            return store.undo(loaded[file % len(loaded)].id)
        if luck < 0.4:
            return store.query("select sum(amount) as sold from derived.month")
        lines = [f"R{n % 7} 2026-0{month + 1}-1{file % 9} {file + 1}" for n in range(40)]
        answer = "replace" if luck < 0.8 else "add"
        return store.load(sales(*lines, file=f"{month}-{file}", on_overlap=answer))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, jobs))

    assert pair[0].check() == []
    assert content(pair[0]) == reloaded(pair[0])


def reloaded(store):
    """What a fresh store has into which the loaded batches were loaded, in their order."""
    with closing(Store.open()) as fresh:
        for batch in reversed([b for b in store.batches() if b.status == "loaded"]):
            month, file = map(int, batch.file_name.removesuffix(".xlsx").split("-"))
            lines = [f"R{n % 7} 2026-0{month + 1}-1{file % 9} {file + 1}" for n in range(40)]
            fresh.load(sales(*lines, file=f"{month}-{file}", on_overlap=batch.on_overlap))
        return content(fresh)


def test_answers_never_mix_between_threads(pair):
    pair[0].load(sales(*(f"R{n} 2026-07-01 {n}" for n in range(50))))

    def ask(n):
        found = pair[n % 2].rows("select amount from derived.month where rep = $rep", rep=f"R{n}")
        return found == [(n,)]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, list(range(50)) * 8))
