"""What a child process does whose files may not grow: the disk is full, then has room again."""

import json
import resource
import signal
import sys
from dataclasses import replace
from hashlib import sha256
from os import urandom
from pathlib import Path
from threading import Thread

from salesplan.errors import DiskFull
from salesplan.store import Store
from tests.store.parcels import sales


def main(path: Path, room: int, size: int) -> None:
    """Load until the disk is full, go on reading, free some space, and load what was refused.

    Small files fill the log first, large ones the database itself when the log is taken into it.
    """
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = Store.open(path)
    first = store._database._connection
    store.load(month(0, size))
    limit_files(path.stat().st_size + room)
    loaded, refused = 1, 0
    while not refused and loaded < 40:
        try:
            store.load(month(loaded, size // 6))
            loaded += 1
        except DiskFull:
            refused = loaded
    during = ask_from_many(store)
    limit_files(resource.RLIM_INFINITY)
    again = store.load(month(refused, 1)).status
    found = {
        "out_of_service": store._database._connection is not first,
        "loaded": loaded,
        "during": during,
        "again": again,
        "wrong": len(store.check()),
    }
    found["batches"] = len(store.batches())
    store.close()
    print(json.dumps(found))  # noqa: T201 - the parent reads it


def limit_files(size: int) -> None:
    """Let no file grow beyond a size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def ask_from_many(store: Store) -> list[int]:
    """Ask for the number of batches from many threads at once; give the different answers."""
    answers: list[int] = []
    threads = [Thread(target=lambda: answers.append(len(store.batches()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(set(answers))


def month(number: int, size: int):
    """One month of sales that takes some room, from a file of that size."""
    year, of_year = divmod(number, 12)
    lines = [
        f"Rep-{n * 7919 % 1000} {2020 + year}-{1 + of_year:02}-{1 + n % 28:02} {n} c{n * 31 % 997}"
        for n in range(3_000)
    ]
    content = f"{number} ".encode() + urandom(size)
    found = sales(*lines, file=f"m{number}")
    return replace(found, content=content, sha256=sha256(content).hexdigest())


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
