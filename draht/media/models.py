"""Facts about pictures. The files are told by key and size alone: see `files.py`."""

from typing import ClassVar

from django.db import models

from draht.common import clock
from draht.common.ids import new_id
from draht.media.keys import new_key

ALT_LENGTH = 1000


class Purpose(models.TextChoices):
    """What a picture is for; it decides on its shape and sizes."""

    PORTRAIT = "portrait"
    LOGO = "logo"
    POST = "post"


class State(models.TextChoices):
    """Whether the smaller sizes have been made. Until then the largest is served for all."""

    NEW = "new"
    READY = "ready"


class Picture(models.Model):
    """A picture as it is served. `width` and `height` are those of its largest size, `digest` is its SHA-256."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    owner = models.BigIntegerField(db_index=True)
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    alt = models.CharField(max_length=ALT_LENGTH, blank=True, default="")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=5, choices=State.choices, default=State.NEW)
    created = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Picture"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.purpose} {self.key}"
