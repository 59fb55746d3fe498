"""Every test keeps its pictures in a folder of its own, and runs its jobs itself."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend

Run = Callable[[], int]


@pytest.fixture(autouse=True)
def media_root(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    settings.DRAHT_PICTURE_MEGABYTES = 10
    return tmp_path


@pytest.fixture(autouse=True)
def run_jobs() -> Iterator[Run]:
    """Run what was enqueued since the last call; returns how many."""
    usual = task_backends["default"]
    queue = DummyBackend("default", {})
    task_backends["default"] = queue

    def run() -> int:
        jobs, queue.results = queue.results, []
        for job in jobs:
            job.task.call(*job.args, **job.kwargs)
        return len(jobs)

    yield run
    task_backends["default"] = usual
