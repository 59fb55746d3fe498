"""When a job is tried again, and for how long a worker may hold it."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from django.conf import settings

F = TypeVar("F", bound=Callable[..., Any])

# Soon at first, because most faults pass quickly; then long enough for somebody to mend a mail server over a night.
PAUSES = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=3),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
)
ATTEMPTS = len(PAUSES) + 1
_JITTER = 0.2
# The task that calls a listener; named, not imported, because it stands above the rules.
TELL = "draht.outbox.tasks.tell"
_TRIES = "outbox_tries"

# A job that has not ended after this time hangs: its worker stops renewing the lease, so that another takes it.
LONGEST_JOB = timedelta(minutes=15)


def tries(attempts: int) -> Callable[[F], F]:
    """Say how often a task may be tried: `@task` above `@tries(3)`. Without it a task is tried seven times."""
    if attempts < 1:
        raise ValueError("A task must be tried at least once.")

    def mark(function: F) -> F:
        setattr(function, _TRIES, attempts)
        return function

    return mark


def tries_of(function: Callable[..., Any]) -> int:
    """How often this task may be tried."""
    attempts: int = getattr(function, _TRIES, ATTEMPTS)
    return attempts


def pause_after(attempt: int) -> timedelta:
    """How long a job waits after its `attempt`th failure (from 1), up to a fifth longer so that jobs that failed
    together do not come back together."""
    pause = PAUSES[min(attempt, len(PAUSES)) - 1]
    return pause * (1 + _JITTER * random.random())


def lease() -> timedelta:
    """How long a worker may hold a job without renewing: as long as a killed worker delays its jobs."""
    return timedelta(seconds=settings.DRAHT_JOB_LEASE)
