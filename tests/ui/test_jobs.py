"""Jobs: long work runs once per key, beside the page."""

import threading

from salesplan.errors import BadPeriod, Bug
from salesplan.ui.jobs import Step, Worker


def finished(job):
    assert job.over.wait(5)
    return job


def test_a_job_gives_its_steps_and_its_result():
    def work(tell):
        tell(Step("read"))
        tell(Step("load", 1, 2))
        return 42

    job = finished(Worker().submit("a", work))

    assert job.steps == [Step("read"), Step("load", 1, 2)]
    assert job.result == 42


def test_a_second_click_finds_the_job_of_the_first():
    worker, go, runs = Worker(), threading.Event(), []

    def work(_):
        go.wait(5)
        runs.append(1)

    first = worker.submit("a", work)
    second = worker.submit("a", work)
    go.set()
    finished(first)

    assert first is second
    assert len(runs) == 1


def test_jobs_run_one_after_the_other():
    worker, at_once, most = Worker(), [], []

    def work(_):
        at_once.append(1)
        most.append(len(at_once))
        at_once.pop()

    jobs = [worker.submit(number, work) for number in range(20)]
    for job in jobs:
        finished(job)

    assert max(most) == 1


def test_a_job_that_fails_keeps_its_sentence_and_the_worker_goes_on():
    worker = Worker()

    def fails(_):
        raise BadPeriod(found="x")

    failed = finished(worker.submit("a", fails))
    after = finished(worker.submit("b", lambda _: "well"))

    assert isinstance(failed.error, BadPeriod)
    assert after.result == "well"


def test_a_bug_becomes_a_number_that_the_log_has_too(caplog):
    def breaks(_):
        raise ZeroDivisionError

    job = finished(Worker().submit("a", breaks))

    assert isinstance(job.error, Bug)
    assert job.error.values["number"] in caplog.text


def test_a_job_that_is_over_holds_nothing_but_its_result():
    job = finished(Worker().submit("a", lambda _: None))

    assert job.work is None


def test_a_job_that_is_over_can_be_asked_for_again():
    worker = Worker()
    first = finished(worker.submit("a", lambda _: 1))
    second = finished(worker.submit("a", lambda _: 2))

    assert (first.result, second.result) == (1, 2)
