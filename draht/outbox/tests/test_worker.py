"""What real worker processes promise, also when they are killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from draht import outbox
from draht.outbox import queries
from draht.outbox.models import Job, RecordedEvent, State, Worker
from draht.outbox.tests import happenings
from draht.outbox.tests.happenings import WireDrawn, measure, send_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PATIENCE = 30.0
Start = Callable[..., "subprocess.Popen[bytes]"]

# What `draht work` does, with the listeners of the test.
SCRIPT = """
import django
django.setup()
from draht import outbox
from draht.outbox.tests import happenings
outbox.listen(happenings.WireDrawn, happenings.listen_slowly)
from django.core.management import call_command
call_command("work")
"""


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[subprocess.Popen[bytes]] = []
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "draht.outbox.tests.worker_settings",
        "OUTBOX_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }

    def start_worker(stderr: int | None = None, **other: str) -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen([sys.executable, "-c", SCRIPT], env=environment | other, stderr=stderr))
        return started[-1]

    yield start_worker
    for process in started:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()


def until(what: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def events(name: str) -> int:
    return RecordedEvent.objects.filter(name=name).count()


def test_a_job_of_a_killed_worker_is_taken_up_and_its_effect_happens_once(start: Start, tmp_path: Path) -> None:
    send_once.enqueue(7, str(tmp_path))
    for wire in range(5):
        measure.enqueue(wire)
    first = start()
    until((tmp_path / "started-1").exists)
    assert events("outbox.WireRecoiled") == 1
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert Job.objects.filter(state=State.RUNNING).count() == 6

    start()
    until((tmp_path / "started-2").exists)
    (tmp_path / "go").touch()
    until(lambda: not Job.objects.exists())
    assert events("outbox.WireRecoiled") == 1


def test_a_listener_in_a_killed_worker_is_heard_again_and_wrote_once(start: Start, tmp_path: Path) -> None:
    outbox.listen(WireDrawn, happenings.listen_slowly)
    with transaction.atomic():
        outbox.record(WireDrawn(wire=7, grade=str(tmp_path)))
    first = start()
    until(lambda: list(tmp_path.glob("listening-*")))
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert events("tests.slow") == 0

    start()
    until(lambda: len(list(tmp_path.glob("listening-*"))) == 2)
    (tmp_path / "go").touch()
    until(lambda: not Job.objects.exists())
    assert events("tests.slow") == 1


def test_a_job_longer_than_its_lease_is_not_taken_away(start: Start, tmp_path: Path) -> None:
    send_once.enqueue(7, str(tmp_path))
    start()
    until((tmp_path / "started-1").exists)
    start()
    until(lambda: queries.workers_alive() == 2)
    time.sleep(2.5)
    (tmp_path / "go").touch()
    until(lambda: not Job.objects.exists())
    assert not (tmp_path / "started-2").exists()


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_told_to_stop_ends_its_job_and_gives_back_the_rest(
    start: Start, tmp_path: Path, signum: signal.Signals
) -> None:
    send_once.enqueue(7, str(tmp_path))
    for wire in range(5):
        measure.enqueue(wire)
    worker = start()
    until((tmp_path / "started-1").exists)
    worker.send_signal(signum)
    (tmp_path / "go").touch()
    assert worker.wait(PATIENCE) == 0
    assert Job.objects.filter(state=State.READY, attempts=0).count() == 5
    assert not Worker.objects.exists()


def test_a_worker_waits_for_a_database_that_is_away_and_leaves_without_a_fuss(start: Start) -> None:
    worker = start(stderr=subprocess.PIPE, OUTBOX_TEST_DATABASE="/nowhere/there")
    assert worker.stderr
    assert b"waits for the database" in worker.stderr.readline()
    worker.send_signal(signal.SIGTERM)
    rest = worker.stderr.read()
    assert worker.wait(PATIENCE) == 0
    assert b"Traceback" not in rest
