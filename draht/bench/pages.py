"""Pages as a share of what the same server does with an empty page."""

import sys
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from draht.bench.load import Load, measure
from draht.bench.people import best_connected, everyday, session_of
from draht.bench.processes import cpu_seconds, free_port, running, wait_for_port
from draht.bench.report import Figure

GOAL = 0.30
ROUNDS = 3
VIEWERS = 200


class Server:
    """A granian of one process and one thread that serves one application, and what it cost."""

    def __init__(self, pid: int, port: int) -> None:
        """Watch the server with this process id."""
        self.pid, self.port = pid, port
        self.loads: list[Load] = []
        self.cpu = 0.0

    def load(self, path: str, cookies: list[str], seconds: float) -> None:
        """One round."""
        before = cpu_seconds(self.pid)
        self.loads.append(measure(self.port, path, cookies=cookies, seconds=seconds))
        self.cpu += cpu_seconds(self.pid) - before

    @property
    def per_second(self) -> float:
        """Requests per second over all rounds."""
        return sum(load.requests for load in self.loads) / sum(load.seconds for load in self.loads)

    @property
    def cpu_milliseconds(self) -> float:
        """CPU per request over all rounds."""
        return self.cpu * 1000 / sum(load.requests for load in self.loads)


def granian(application: str, port: int) -> list[str]:
    """The command that serves an application the way `draht serve` does, on one core."""
    program = str(Path(sys.executable).with_name("granian"))
    options = ["--interface", "wsgi", "--no-ws", "--http", "1", "--workers", "1", "--blocking-threads", "1"]
    return [program, *options, "--log-level", "warning", "--port", str(port), application]


def queries_of(path: str, session: str) -> int:
    """How many statements a page asks of the database."""
    client = Client(HTTP_HOST="localhost")
    client.cookies["draht"] = session
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    if answer.status_code != 200:
        raise LookupError(f"{path} answered {answer.status_code}")
    return len(captured)


def home(*, seconds: float) -> list[Figure]:
    """The home page, signed in, against the empty page, in turns so that a busy machine troubles both alike."""
    crowds = {"everyday members": everyday(limit=VIEWERS), "the best connected": best_connected(limit=20)}
    empty_port, home_port = free_port(), free_port()
    figures = []
    with (
        running(granian("draht.bench.empty:application", empty_port)) as empty_process,
        running(granian("draht.config.wsgi:application", home_port)) as home_process,
    ):
        wait_for_port(empty_port)
        wait_for_port(home_port)
        for name, members in crowds.items():
            sessions = [session_of(member) for member in members]
            empty, page = Server(empty_process.pid, empty_port), Server(home_process.pid, home_port)
            # Everybody's page twice at least, so that what is measured is not how pages are made for the first time.
            until = 2 * len(sessions)
            while until > 0:
                until -= measure(home_port, "/", cookies=sessions, seconds=2).requests
            measure(empty_port, "/", seconds=1)
            for _ in range(ROUNDS):
                empty.load("/", [""], seconds / ROUNDS)
                page.load("/", sessions, seconds / ROUNDS)
            share = page.per_second / empty.per_second
            slowest = max(load.percentile(0.99) for load in page.loads)
            beside = f"empty: {empty.per_second:,.0f}/s"
            figures += [
                Figure(f"home page, {name}", share * 100, "% of empty", f"≥ {GOAL:.0%}", share >= GOAL),
                Figure(f"home page, {name}", page.per_second, "pages/s", beside),
                Figure(f"home page, {name}, p99", slowest, "ms", ""),
                Figure(
                    f"home page, {name}, CPU", page.cpu_milliseconds, "ms/page", f"empty: {empty.cpu_milliseconds:.2f}"
                ),
                Figure(f"home page, {name}, statements", queries_of("/", sessions[0]), "statements", ""),
            ]
    return figures
