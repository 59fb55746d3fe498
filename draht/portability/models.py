"""Facts about what came in from elsewhere, and what is ready to be taken along."""

from typing import ClassVar

from django.db import models

from draht.common import clock
from draht.members.models import Member


class Imported(models.Model):
    """One thing of a foreign network and what it became here.

    Stays when the thing is deleted here, so that another run does not bring it back. Things without an id of their own,
    such as likes, are named by what they connect and have no `own_id`.
    """

    pk = models.CompositePrimaryKey("network", "kind", "foreign")
    network = models.CharField(max_length=60)
    kind = models.CharField(max_length=12)
    foreign = models.CharField(max_length=64)
    own_id = models.BigIntegerField(null=True, blank=True)
    # Of a comment: the post it belongs to, here.
    post_id = models.BigIntegerField(null=True, blank=True)

    objects: ClassVar[models.Manager["Imported"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.network} {self.kind} {self.foreign}"


class Takeaway(models.Model):
    """An archive of everything that a member wrote, which they asked for. Gone a day after it was ready."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True, related_name="+")
    # The name of the file; another one each time, so that an old job does not overwrite a new archive.
    key = models.CharField(max_length=32)
    asked = models.DateTimeField(default=clock.now)
    ready = models.DateTimeField(null=True, blank=True)
    size = models.PositiveBigIntegerField(default=0)

    objects: ClassVar[models.Manager["Takeaway"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.member_id}: {self.key}"
