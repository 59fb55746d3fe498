"""Facts about keeping order."""

from typing import ClassVar

from django.db import models

from draht.actors.models import Actor
from draht.common import clock
from draht.common.ids import new_id
from draht.posts.models import HouseRule

LONGEST_WORDS = 1_000


class Appeal(models.Model):
    """Somebody whose comment a company hid asks the host to decide. One for each time that it was hidden."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    post_id = models.BigIntegerField()
    comment_id = models.BigIntegerField()
    author = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    company = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    # What the company said for it, kept for those who read the decision later.
    rule = models.CharField(max_length=10, choices=HouseRule.choices)
    because = models.CharField(max_length=500)
    # When the comment was hidden: hidden again, there is a new appeal.
    hidden = models.DateTimeField()
    words = models.TextField(max_length=LONGEST_WORDS)
    made = models.DateTimeField(default=clock.now)
    decided = models.DateTimeField(null=True)
    is_restored = models.BooleanField(null=True)
    reason = models.TextField(max_length=LONGEST_WORDS, blank=True, default="")
    # None once the host has left.
    host = models.ForeignKey(Actor, on_delete=models.SET_NULL, null=True, related_name="+")

    objects: ClassVar[models.Manager["Appeal"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment_id", "hidden"], name="moderation_one_appeal")]
        indexes = [models.Index(fields=["id"], condition=models.Q(decided=None), name="moderation_open_appeals")]
