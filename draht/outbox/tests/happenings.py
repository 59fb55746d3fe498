"""Events, listeners and tasks for the tests, in a module of their own so that a worker process finds them."""

import time
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django_tasks import task

from draht import outbox
from draht.outbox.models import RecordedEvent

LIMIT = 20.0


@dataclass(frozen=True)
class WireDrawn(outbox.Event):
    """A wire was drawn."""

    wire: int
    grade: str = "C9D"
    tested: bool = False
    customer: int | None = None


@dataclass(frozen=True)
class WireRecoiled(outbox.Event):
    """What a listener leaves behind."""

    wire: int


@dataclass(frozen=True)
class WireCarried(outbox.Event):
    """An event that cannot be recorded."""

    wire: list[int]


heard: list[tuple[str, WireDrawn]] = []


def count_wire(event: WireDrawn) -> None:
    """A listener."""
    heard.append(("count", event))


def coil_wire(event: WireDrawn) -> None:
    """A listener that writes."""
    outbox.record(WireRecoiled(wire=event.wire))


def tear_wire(event: WireDrawn) -> None:
    """A listener that writes, and then fails."""
    outbox.record(WireRecoiled(wire=event.wire))
    raise RuntimeError("the wire tore")


def wait_for(path: Path) -> None:
    """Wait until somebody makes this file."""
    end = time.monotonic() + LIMIT
    while not path.exists():
        if time.monotonic() > end:
            raise TimeoutError(path)
        time.sleep(0.01)


@task
def measure(wire: int, *, unit: str = "mm") -> None:
    """A job that leaves a trace."""
    heard.append((unit, WireDrawn(wire=wire)))


@task
@outbox.tries(2)
def measure_twice() -> None:
    """A job that always fails."""
    raise RuntimeError("no gauge\0")


@task
def send_once(wire: int, folder: str) -> None:
    """A job with an effect that matters, and then a long wait in which the worker can be killed."""
    with transaction.atomic():
        if outbox.once(f"sent {wire}"):
            outbox.record(WireRecoiled(wire=wire))
    started = len(list(Path(folder).glob("started-*"))) + 1
    (Path(folder) / f"started-{started}").touch()
    wait_for(Path(folder) / "go")


def listen_slowly(event: WireDrawn) -> None:
    """A listener that writes and then waits, within its job's transaction."""
    row = RecordedEvent.objects.create(name="tests.slow", facts={"wire": event.wire})
    folder = Path(event.grade)
    (folder / f"listening-{row.id}").touch()
    wait_for(folder / "go")


@task
def tick() -> None:
    """What the clock calls."""


@task
def tock() -> None:
    """What the clock calls at another time."""
