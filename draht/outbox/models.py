"""Facts: what happened, what is to be done, who does it, what the clock did last."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils import timezone

from draht.common.ids import new_id, time_of


class RecordedEvent(models.Model):
    """Something that happened. Its id tells when."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=100)
    facts = models.JSONField()

    objects: ClassVar[models.Manager["RecordedEvent"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.name} {self.facts}"

    @property
    def created(self) -> datetime:
        """When it happened (UTC)."""
        return time_of(self.id)


class State(models.TextChoices):
    """Where a job stands. A job that is done is deleted: what it did is the record."""

    READY = "ready"
    RUNNING = "running"
    FAILED = "failed"


class Job(models.Model):
    """A call of a task that is still to be made, or that failed for good.

    `attempts` counts starts. `worker` and `lease_until` say who holds a running job and until when; past that time
    anybody may take it.
    """

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    task = models.CharField(max_length=200)
    arguments = models.JSONField()
    state = models.CharField(max_length=7, choices=State.choices, default=State.READY)
    priority = models.SmallIntegerField(default=0)
    run_after = models.DateTimeField(default=timezone.now)
    attempts = models.SmallIntegerField(default=0)
    max_attempts = models.SmallIntegerField()
    worker = models.CharField(max_length=80, blank=True, default="")
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True, default="")
    created = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Job"]] = models.Manager()

    class Meta:
        indexes = [models.Index(models.F("state"), models.F("priority").desc(), "run_after", name="outbox_job_next")]

    def __str__(self) -> str:
        return f"{self.task} ({self.state})"


class Once(models.Model):
    """An effect that has happened and must not happen again."""

    key = models.CharField(primary_key=True, max_length=200)
    created = models.DateTimeField(default=timezone.now, db_index=True)

    objects: ClassVar[models.Manager["Once"]] = models.Manager()

    def __str__(self) -> str:
        return self.key


class Worker(models.Model):
    """A worker process, as long as it shows itself."""

    id = models.CharField(primary_key=True, max_length=80)
    started = models.DateTimeField(default=timezone.now)
    seen = models.DateTimeField(default=timezone.now)
    version = models.CharField(max_length=40)

    objects: ClassVar[models.Manager["Worker"]] = models.Manager()

    def __str__(self) -> str:
        return self.id


class TickRun(models.Model):
    """When an entry of the clock page ran last and when it is due next."""

    name = models.CharField(primary_key=True, max_length=80)
    last_run = models.DateTimeField(null=True, blank=True)
    next_run = models.DateTimeField()

    objects: ClassVar[models.Manager["TickRun"]] = models.Manager()

    def __str__(self) -> str:
        return self.name
