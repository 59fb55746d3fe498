"""Reads: what the host's desk and /health/ show."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, Min
from django.utils import timezone

from draht.common.paging import Page, page_of
from draht.outbox.models import Job, State, TickRun, Worker
from draht.outbox.rules import TELL, lease
from draht.outbox.ticks import clock_page

PAGE = 30
COUNT_LIMIT = 10_000
_SHOWN_ARGUMENTS = 160


def queue_age() -> float:
    """Seconds for which the longest waiting job that could run has been waiting; 0 if none is."""
    now = timezone.now()
    waiting = Job.objects.filter(state=State.READY, run_after__lte=now)
    oldest = waiting.aggregate(oldest=Min("run_after"))["oldest"]
    return (now - oldest).total_seconds() if oldest else 0.0


def workers_alive() -> int:
    """How many workers have shown themselves lately."""
    return Worker.objects.filter(seen__gt=timezone.now() - max(lease(), timedelta(seconds=30))).count()


def last_seen() -> datetime | None:
    """When any worker showed itself last."""
    seen: datetime | None = Worker.objects.aggregate(seen=Max("seen"))["seen"]
    return seen


def counts() -> dict[str, int]:
    """How many jobs are in each state; each number stops at `COUNT_LIMIT`."""
    return {
        state.value: Job.objects.filter(state=state).values("id")[:COUNT_LIMIT].count()
        for state in (State.READY, State.RUNNING, State.FAILED)
    }


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job as the host sees it. `task` is the function that does the work: of a told event, the listener."""

    id: int
    task: str
    about: str
    state: str
    attempts: int
    max_attempts: int
    run_after: datetime
    created: datetime
    error: str
    fault: str
    """The last line of the error."""


def _line(job: Job) -> JobLine:
    args, kwargs = job.arguments["args"], job.arguments["kwargs"]
    task = job.task
    if task == TELL:
        task, event, facts = args
        args, kwargs = [event], facts
    about = ", ".join([*(str(value) for value in args), *(f"{name}={value}" for name, value in kwargs.items())])
    return JobLine(
        id=job.id,
        task=task.removeprefix("draht."),
        about=about[:_SHOWN_ARGUMENTS],
        state=job.state,
        attempts=job.attempts,
        max_attempts=job.max_attempts,
        run_after=job.run_after,
        created=job.created,
        error=job.error,
        fault=job.error.strip().rpartition("\n")[2],
    )


def jobs_page(*, state: State, before: int) -> Page[JobLine]:
    """Jobs in this state, newest first."""
    rows = Job.objects.filter(state=state, id__lt=before).order_by("-id")[: PAGE + 1]
    return page_of([_line(row) for row in rows], size=PAGE, id_of=lambda line: line.id)


@dataclass(frozen=True, slots=True)
class TickLine:
    """An entry of the clock page with its last and next time; None before a worker has seen it, or it has run."""

    label: str
    task: str
    last_run: datetime | None
    next_run: datetime | None


def clock_lines() -> list[TickLine]:
    """The clock page."""
    runs = {run.name: run for run in TickRun.objects.all()}
    return [
        TickLine(
            label=str(tick.label or tick.name),
            task=tick.task.module_path.removeprefix("draht."),
            last_run=run.last_run if (run := runs.get(tick.name)) else None,
            next_run=run.next_run if run else None,
        )
        for tick in clock_page()
    ]
