"""Writes: record, enqueue, claim, end, retry, drop, prune."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Min, QuerySet
from django.db.transaction import TransactionManagementError
from django.utils import timezone
from django.utils.translation import gettext as _

from draht.common.ids import first_id_at
from draht.common.inserting import insert
from draht.common.prepared import Prepared, PreparedDelete, PreparedUpdate
from draht.common.refusal import Refused
from draht.outbox.events import Event, facts_of, name_of
from draht.outbox.listeners import who_hears
from draht.outbox.models import Job, Once, RecordedEvent, State, TickRun, Worker
from draht.outbox.rules import ATTEMPTS, TELL, lease, pause_after
from draht.outbox.ticks import Tick, clock_page

_ERROR_LENGTH = 4000
_KEEP_ONCE = timedelta(days=180)
_DEAD_WORKER = "The worker that ran this job was killed or hung; its lease ran out."


class LeaseLostError(Exception):
    """The job was taken from this worker while it ran: what it did in the job's transaction must not count."""


def _need_transaction(what: str) -> None:
    if not connection.in_atomic_block:
        raise TransactionManagementError(f"{what} belongs into the transaction of the facts: use transaction.atomic().")


# --- events -----------------------------------------------------------------------------------------------------------


def record_event(event: Event) -> int:
    """See `draht.outbox.record`."""
    _need_transaction("Recording an event")
    kind = type(event)
    name, facts = name_of(kind), facts_of(event)
    row = RecordedEvent(name=name, facts=facts)
    insert(row)
    jobs = (
        Job(task=TELL, arguments={"args": [path, name, facts], "kwargs": {}}, max_attempts=ATTEMPTS)
        for path in who_hears(kind)
    )
    insert(*jobs)
    return row.id


def claim_once(key: str) -> bool:
    """See `draht.outbox.once`."""
    _need_transaction("once()")
    return Once.objects.get_or_create(key=key)[1]


# --- jobs -------------------------------------------------------------------------------------------------------------


def enqueue_job(
    *, task: str, arguments: dict[str, Any], priority: int, run_after: datetime | None, max_attempts: int
) -> Job:
    """Write down a job: one INSERT, in the caller's transaction if there is one."""
    return Job.objects.create(
        task=task,
        arguments=arguments,
        priority=priority,
        run_after=run_after or timezone.now(),
        max_attempts=max_attempts,
    )


def _due(now: datetime) -> QuerySet[Job]:
    ready = Job.objects.filter(state=State.READY, run_after__lte=now)
    return ready.order_by(F("priority").desc(), "run_after")


@Prepared
def _some_due(now: datetime) -> QuerySet[Job, Any]:
    return _due(now).values_list("id")[:1]


def claim_jobs(*, worker: str, limit: int) -> list[Job]:
    """Take up to `limit` due jobs for `worker`: the most urgent first, then the longest waiting.

    Two workers never get the same job: PostgreSQL skips rows that another is taking; on SQLite the transaction is the
    only writer.
    """
    now = timezone.now()
    if not _some_due(now):  # an idle worker must not queue for SQLite's write lock
        return []
    with transaction.atomic():
        jobs = list(_due(now).select_for_update(skip_locked=True)[:limit])
        Job.objects.filter(id__in=[job.id for job in jobs]).update(
            state=State.RUNNING, worker=worker, lease_until=now + lease()
        )
    return jobs


def _held(job: int, worker: str) -> QuerySet[Job]:
    return Job.objects.filter(id=job, state=State.RUNNING, worker=worker)


def start_job(job: Job, *, worker: str) -> bool:
    """Count one more start of a claimed job. False if it is no longer this worker's: then it must not run."""
    begun = _begin(job.id, worker, timezone.now())
    job.attempts += begun
    return bool(begun)


@PreparedUpdate
def _begin(job: int, worker: str, now: datetime) -> tuple[QuerySet[Job], dict[str, Any]]:
    return _held(job, worker).filter(lease_until__gt=now), {"started": now, "attempts": F("attempts") + 1}


def end_job(job: Job, *, worker: str) -> None:
    """Delete a job that is done. Raises LeaseLostError if another worker has taken it meanwhile."""
    if not _delete(job.id, worker):
        raise LeaseLostError(f"{job.task} {job.id}")


@PreparedDelete
def _delete(job: int, worker: str) -> QuerySet[Job]:
    return _held(job, worker)


def fail_job(job: Job, *, worker: str, error: str) -> bool:
    """Let a job that raised come again after a pause, or rest as failed after its last try. True if it rests."""
    rests = job.attempts >= job.max_attempts
    now = timezone.now()
    _held(job.id, worker).update(
        state=State.FAILED if rests else State.READY,
        run_after=now if rests else now + pause_after(job.attempts),
        finished=now if rests else None,
        worker="",
        lease_until=None,
        error=error.replace("\0", "")[-_ERROR_LENGTH:],  # PostgreSQL refuses NUL
    )
    return rests


def release_jobs(*, worker: str) -> int:
    """Give back what a worker that stops has claimed and not ended. Returns how many."""
    return Job.objects.filter(state=State.RUNNING, worker=worker).update(state=State.READY, worker="", lease_until=None)


def renew_leases(*, worker: str) -> None:
    """Go on holding what this worker has claimed and not ended."""
    Job.objects.filter(state=State.RUNNING, worker=worker).update(lease_until=timezone.now() + lease())


def take_back_jobs() -> int:
    """Let jobs whose lease ran out run again: their worker was killed. Returns how many.

    A job that was started as often as it may rests as failed: perhaps it is what kills the workers.
    """
    now = timezone.now()
    lost = Job.objects.filter(state=State.RUNNING, lease_until__lt=now)
    if not lost.exists():
        return 0
    rest = lost.filter(attempts__gte=F("max_attempts")).update(
        state=State.FAILED, worker="", lease_until=None, finished=now, error=_DEAD_WORKER
    )
    return rest + lost.update(state=State.READY, worker="", lease_until=None, error=_DEAD_WORKER)


def retry_job(*, job_id: int) -> None:
    """Let a failed or waiting job run now, with all its tries again. Raises Refused if it is running or gone."""
    rows = Job.objects.filter(id=job_id).exclude(state=State.RUNNING)
    if not rows.update(state=State.READY, run_after=timezone.now(), attempts=0, finished=None):
        raise Refused(_("This job is running or done."))


def retry_failed_jobs() -> int:
    """Let every failed job run now, with all its tries again. Returns how many."""
    failed = Job.objects.filter(state=State.FAILED)
    return failed.update(state=State.READY, run_after=timezone.now(), attempts=0, finished=None)


def drop_job(*, job_id: int) -> None:
    """Delete a failed or waiting job without running it. Raises Refused if it is running or gone."""
    if not Job.objects.filter(id=job_id).exclude(state=State.RUNNING).delete()[0]:
        raise Refused(_("This job is running or done."))


# --- workers and the clock --------------------------------------------------------------------------------------------


def show_worker(*, worker: str, version: str) -> None:
    """Say that a worker is alive, and forget those that have not been for a day."""
    now = timezone.now()
    Worker.objects.update_or_create(id=worker, defaults={"seen": now}, create_defaults={"version": version})
    Worker.objects.filter(seen__lt=now - timedelta(days=1)).delete()


def remove_worker(*, worker: str) -> None:
    """Forget a worker that stops."""
    Worker.objects.filter(id=worker).delete()


def set_clock() -> None:
    """Bring the memory of the clock in line with its page: new entries, shorter pauses, entries that are gone."""
    now = timezone.now()
    with transaction.atomic():
        known = {run.name: run for run in TickRun.objects.all()}
        for tick in clock_page():
            due = tick.next_after(now)
            run = known.pop(tick.name, None)
            if run is None:
                TickRun.objects.get_or_create(name=tick.name, defaults={"next_run": due})
            elif run.next_run > due:
                TickRun.objects.filter(name=tick.name).update(next_run=due)
        TickRun.objects.filter(name__in=known).delete()


def _claim_tick(tick: Tick, run: TickRun, now: datetime) -> bool:
    """Take one due tick; False if another worker was faster."""
    due = TickRun.objects.filter(name=tick.name, next_run=run.next_run)
    return bool(due.update(last_run=now, next_run=tick.next_after(now)))


def enqueue_due_ticks() -> int:
    """Enqueue what is due by the clock, once, however many workers ask. Returns how many jobs that made."""
    now = timezone.now()
    ticks = {tick.name: tick for tick in clock_page()}
    made = 0
    for run in TickRun.objects.filter(next_run__lte=now, name__in=ticks):
        tick = ticks[run.name]
        with transaction.atomic():
            if _claim_tick(tick, run, now) and not _is_pending(tick):
                tick.task.enqueue()
                made += 1
    return made


def _is_pending(tick: Tick) -> bool:
    return Job.objects.filter(task=tick.task.module_path, state__in=(State.READY, State.RUNNING)).exists()


def prune() -> None:
    """Delete events and keys of `once` that are too old to matter. A key outlives every job that might ask for it."""
    now = timezone.now()
    events = first_id_at(now - timedelta(days=settings.DRAHT_KEEP_EVENTS))
    RecordedEvent.objects.filter(id__lt=events).delete()
    oldest_job = Job.objects.aggregate(oldest=Min("created"))["oldest"] or now
    Once.objects.filter(created__lt=min(now - _KEEP_ONCE, oldest_job)).delete()
