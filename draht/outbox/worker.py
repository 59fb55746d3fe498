"""The loop that does the jobs: `draht work`.

One process does one job at a time; start several for more. A second thread shows that the process lives and renews
the leases of what it holds.
"""

import logging
import os
import secrets
import signal
import socket
import threading
import time
import traceback
from contextlib import nullcontext
from types import FrameType

from django.db import DatabaseError, close_old_connections, connection, transaction
from django.utils.module_loading import import_string
from django_tasks.base import Task

import draht
from draht.outbox import actions
from draht.outbox.models import Job
from draht.outbox.rules import LONGEST_JOB, TELL, lease

logger = logging.getLogger(__name__)

BATCH = 20
SHORTEST_SLEEP = 0.02
LONGEST_SLEEP = 0.5
_TRACEBACK_CALLS = 8


def new_name() -> str:
    """A name for a worker: host, process, and a word of chance because process numbers come again."""
    return f"{socket.gethostname()[:50]}:{os.getpid()}:{secrets.token_hex(4)}"


def run_job(job: Job, *, worker: str, reraise: bool = False) -> None:
    """Run one claimed job and write down how it went. A listener runs in the transaction that also ends its job."""
    if not actions.start_job(job, worker=worker):
        return
    try:
        task = import_string(job.task)
        if not isinstance(task, Task):
            raise TypeError(f"{job.task} is not a task.")
        with transaction.atomic() if job.task == TELL else nullcontext():
            task.call(*job.arguments["args"], **job.arguments["kwargs"])
            actions.end_job(job, worker=worker)
    except actions.LeaseLostError:
        logger.warning("Job %s took so long that another worker has it: %s", job.id, job.task)
    except Exception as error:
        rests = actions.fail_job(job, worker=worker, error=traceback.format_exc(limit=-_TRACEBACK_CALLS))
        if reraise:
            raise
        level = logging.ERROR if rests else logging.WARNING
        logger.log(level, "Job %s (%s) failed, try %s: %r", job.id, job.task, job.attempts, error)


def run_until_idle() -> int:
    """Do every job that is due, and those that they enqueue, here and now. Returns how many. Raises what a job raises.

    For tests, the demo trade and imports; `draht work` does the same for ever.
    """
    name, done = new_name(), 0
    while jobs := actions.claim_jobs(worker=name, limit=BATCH):
        try:
            for job in jobs:
                run_job(job, worker=name, reraise=True)
                done += 1
        finally:
            actions.release_jobs(worker=name)
    return done


class _Pulse(threading.Thread):
    """Shows that the worker lives and renews its leases, unless its job hangs."""

    def __init__(self, name: str) -> None:
        super().__init__(name="pulse", daemon=True)
        self.worker = name
        self.job_began: float | None = None
        self._stopped = threading.Event()

    def run(self) -> None:
        pause = min(lease().total_seconds() / 4, 10)
        while not self._stopped.wait(pause):
            try:
                self.beat()
            except DatabaseError as error:
                logger.warning("The worker could not show that it lives: %s", error)
            finally:
                close_old_connections()
        connection.close()

    def beat(self) -> None:
        """Say that the worker lives; hold on to its jobs."""
        actions.show_worker(worker=self.worker, version=draht.__version__)
        began = self.job_began
        if began is None or time.monotonic() - began < LONGEST_JOB.total_seconds():
            actions.renew_leases(worker=self.worker)

    def stop(self) -> None:
        self._stopped.set()
        self.join()


class WorkerLoop:
    """Takes jobs and does them until it is told to stop."""

    def __init__(self) -> None:
        self.name = new_name()
        self._stopping = threading.Event()
        self._pulse = _Pulse(self.name)
        self._next_look = 0.0
        self._interrupted = False

    def stop(self, signum: int = 0, _frame: FrameType | None = None) -> None:
        """Stop after the current job. A second signal stops at once."""
        self._stopping.set()
        if signum:
            signal.signal(signum, signal.SIG_DFL)

    def run(self) -> None:
        """Work until `stop`. A database that is away is waited for."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        self._show_up()
        self._pulse.start()
        try:
            self._work()
        finally:
            self._pulse.stop()
            self._leave()
            connection.close()
            logger.info("Worker %s has stopped.", self.name)

    def _show_up(self) -> None:
        while not self._stopping.is_set():
            try:
                actions.set_clock()
                self._pulse.beat()
            except DatabaseError as error:
                logger.warning("The worker waits for the database: %s", error)
                connection.close()
                self._stopping.wait(LONGEST_SLEEP)
            else:
                logger.info("Worker %s is ready.", self.name)
                return

    def _leave(self) -> None:
        """Give back what is claimed; while the database is away, the leases run out by themselves."""
        try:
            actions.release_jobs(worker=self.name)
            actions.remove_worker(worker=self.name)
        except DatabaseError as error:
            logger.warning("The worker could not give back its jobs: %s", error)

    def _work(self) -> None:
        sleep = SHORTEST_SLEEP
        while not self._stopping.is_set():
            close_old_connections()
            try:
                self._let_go()
                self._look_around()
                busy = self._do_batch()
            except DatabaseError as error:
                logger.warning("The worker waits for the database: %s", error)
                connection.close()
                self._interrupted, busy, sleep = True, False, LONGEST_SLEEP
            sleep = SHORTEST_SLEEP if busy else min(sleep * 2, LONGEST_SLEEP)
            if not busy:
                self._stopping.wait(sleep)

    def _let_go(self) -> None:
        """After a fault of the database: give back the rest of the batch, which the pulse would hold for ever."""
        if self._interrupted:
            actions.release_jobs(worker=self.name)
            self._interrupted = False

    def _look_around(self) -> None:
        """Once in a while: what the clock says, and jobs of workers that were killed."""
        if time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + min(1.0, lease().total_seconds() / 2)
        actions.enqueue_due_ticks()
        if lost := actions.take_back_jobs():
            logger.warning("%s jobs of a worker that was killed run again.", lost)

    def _do_batch(self) -> bool:
        jobs = actions.claim_jobs(worker=self.name, limit=BATCH)
        for job in jobs:
            self._pulse.job_began = time.monotonic()
            run_job(job, worker=self.name)
            self._pulse.job_began = None
            if self._stopping.is_set():
                break
        return bool(jobs)
