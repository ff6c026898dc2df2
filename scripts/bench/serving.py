"""A Streamlit server under measurement, and visitors that need no browser."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
from measuring import ROOT
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

APP = ROOT / "app.py"
PEERS = Path(__file__).resolve().parent / "peers"
PATIENCE = 120.0
MIB = 2**20


@dataclass(frozen=True)
class Server:
    """A running server: where it listens, its process, and how long it took to answer."""

    port: int
    process: psutil.Process
    wall_to_ready: float
    cpu_to_ready: float

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return f"http://localhost:{self.port}"

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        used = self.process.cpu_times()
        return used.user + used.system

    def memory(self) -> float:
        """MiB held now."""
        return self.process.memory_info().rss / MIB


@contextmanager
def serving(app: Path, database: Path | None = None) -> Iterator[Server]:
    """Start `streamlit run app`, wait until it answers, and stop it in the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    # Our settings lie in the project's folder; a peer runs elsewhere, with Streamlit's own.
    folder = ROOT if app == APP else app.parent
    environment = {**os.environ, "SALESPLAN_DB": str(database or ""), "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, *quiet],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        try:
            wait_for(port)
            wall, process = time.perf_counter() - start, psutil.Process(started.pid)
            used = process.cpu_times()
            yield Server(port, process, wall, used.user + used.system)
        finally:
            started.terminate()


def wait_for(port: int) -> None:
    """Wait until the server's own health page answers."""
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        try:
            urlopen(f"http://localhost:{port}/_stcore/health", timeout=1).close()
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.005)
        else:
            return
    raise SystemExit("the server did not start")


class Visitor:
    """One session: asks for a page with filters, and waits until its script has run."""

    def __init__(self, port: int) -> None:
        """Open the session."""
        address = f"ws://localhost:{port}/_stcore/stream"
        origin = f"http://localhost:{port}"
        self._line: ClientConnection = connect(
            address, origin=origin, subprotocols=["streamlit"], max_size=None
        )

    def ask(self, query: str = "", page: str = "attainment") -> int:
        """Run the page once; how many parts it sent."""
        question = BackMsg()
        question.rerun_script.query_string = query
        question.rerun_script.page_name = page
        self._line.send(question.SerializeToString())
        return sum(kind == "delta" for kind in self._answer())

    def _answer(self) -> Iterator[str]:
        """The kinds of the messages of one run."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._line.recv(timeout=PATIENCE))
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                return
            yield kind

    def leave(self) -> None:
        """Close the session."""
        self._line.close()
