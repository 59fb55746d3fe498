"""Facts about ties."""

from typing import ClassVar

from django.db import models

from draht.actors.models import Actor
from draht.common import clock


class TieKind(models.IntegerChoices):
    """What holds from the source to the target."""

    FOLLOW = 1
    CONTACT = 2
    MEMBERSHIP = 3
    MUTE = 7
    BLOCK = 8
    BLOCKED_BY = 9


# A block is two rows as well, so that whom an actor must not see is found under its own id.
HIDING = (TieKind.BLOCK, TieKind.BLOCKED_BY)
# Ties that bring the target's acts into the source's feed.
FEEDING = (TieKind.FOLLOW, TieKind.CONTACT, TieKind.MEMBERSHIP)


class Tie(models.Model):
    """One tie from one actor to another."""

    pk = models.CompositePrimaryKey("source_id", "kind", "target_id")
    source = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.SmallIntegerField(choices=TieKind.choices)
    target = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    since = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Tie"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["target", "kind", "source"], name="ties_tie_target")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="ties_tie_not_to_oneself")
        ]
