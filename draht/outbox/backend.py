"""Django's task API over our own table. Why our own: docs/decisions/0003-jobs.md."""

from typing import Any, ParamSpec, TypeVar

from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.utils import normalize_json

from draht.outbox.rules import tries_of

P = ParamSpec("P")
T = TypeVar("T")


class DatabaseBackend(BaseTaskBackend):
    """Enqueues a task as a row of `Job`, in the transaction that causes it. The worker is `draht work`."""

    supports_defer = True
    supports_priority = True

    def enqueue(self, task: Task[P, T], args: Any, kwargs: Any) -> TaskResult[T]:
        """Write down the call of a task. Its arguments must be what JSON can hold."""
        from draht.outbox.actions import enqueue_job  # the backend is made before models can be imported

        self.validate_task(task)
        job = enqueue_job(
            task=task.module_path,
            arguments=normalize_json({"args": list(args), "kwargs": kwargs}),
            priority=task.priority,
            run_after=task.run_after,
            max_attempts=tries_of(task.func),
        )
        return TaskResult(
            task=task,
            id=str(job.id),
            status=TaskResultStatus.READY,
            enqueued_at=job.created,
            started_at=None,
            finished_at=None,
            last_attempted_at=None,
            args=list(args),
            kwargs=dict(kwargs),
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
