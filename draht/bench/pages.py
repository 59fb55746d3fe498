"""Pages as a share of what the same server does with an empty page."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

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


class Page(NamedTuple):
    """A page to measure, and by whom it is asked for. `goal`: the share of the empty page that it should reach."""

    name: str
    path: str
    sessions: list[str]
    goal: float | None = None


def against_empty(pages: Iterable[Page], *, seconds: float) -> list[Figure]:
    """Pages against the empty page, in turns so that a busy machine troubles both alike."""
    empty_port, page_port = free_port(), free_port()
    figures = []
    with (
        running(granian("draht.bench.empty:application", empty_port)) as empty_process,
        running(granian("draht.config.wsgi:application", page_port)) as page_process,
    ):
        wait_for_port(empty_port)
        wait_for_port(page_port)
        for page in pages:
            empty, measured = Server(empty_process.pid, empty_port), Server(page_process.pid, page_port)
            # Each twice at least, so that what is measured is not how pages are made for the first time.
            until = 2 * len(page.sessions)
            while until > 0:
                until -= measure(page_port, page.path, cookies=page.sessions, seconds=2).requests
            measure(empty_port, "/", seconds=1)
            for _ in range(ROUNDS):
                empty.load("/", [""], seconds / ROUNDS)
                measured.load(page.path, page.sessions, seconds / ROUNDS)
            figures += _figures(page, empty, measured)
    return figures


def _figures(page: Page, empty: Server, measured: Server) -> list[Figure]:
    share = measured.per_second / empty.per_second
    slowest = max(load.percentile(0.99) for load in measured.loads)
    goal = f"≥ {page.goal:.0%}" if page.goal else ""
    cpu = f"empty: {empty.cpu_milliseconds:.2f}"
    return [
        Figure(page.name, share * 100, "% of empty", goal, share >= page.goal if page.goal else None),
        Figure(page.name, measured.per_second, "pages/s", f"empty: {empty.per_second:,.0f}/s"),
        Figure(f"{page.name}, p99", slowest, "ms", ""),
        Figure(f"{page.name}, CPU", measured.cpu_milliseconds, "ms/page", cpu),
        Figure(f"{page.name}, statements", queries_of(page.path, page.sessions[0]), "statements", ""),
    ]


def home(*, seconds: float) -> list[Figure]:
    """The home page, signed in, full."""
    crowds = {"everyday members": everyday(limit=VIEWERS), "the best connected": best_connected(limit=20)}
    pages = [
        Page(f"home page, {name}", "/", [session_of(member) for member in members], GOAL)
        for name, members in crowds.items()
    ]
    return against_empty(pages, seconds=seconds)
