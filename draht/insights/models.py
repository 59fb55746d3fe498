"""Facts about trails, how a post went from friend to friend by recommendations, and about a company's months."""

from typing import ClassVar

from django.db import models

from draht.actors.models import Actor
from draht.common import clock
from draht.goals.models import Indicator
from draht.posts.models import Post


class Step(models.Model):
    """Somebody recommended a post, and from whom it had come to them. Its id is that of the recommendation.

    `parent` is the actor who recommended it before, None for whom it reached from its author. `hop` counts from the
    author: 1 for the first who passed it on.
    """

    pk = models.CompositePrimaryKey("post_id", "actor_id")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    id = models.BigIntegerField()
    parent = models.ForeignKey(Actor, on_delete=models.CASCADE, null=True, related_name="+")
    hop = models.PositiveSmallIntegerField()
    # In how many feeds this step put the post, and how many steps followed from it, near and far.
    feeds = models.PositiveIntegerField(default=0)
    below = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["Step"]] = models.Manager()

    class Meta:
        # The largest branches of a step are read first; the oldest of equals.
        indexes = [models.Index(fields=["post", "parent", "-below", "id"], name="insights_step_branches")]


class Hop(models.Model):
    """All steps of one distance, counted when they are made, so that no page has to."""

    pk = models.CompositePrimaryKey("post_id", "hop")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_index=False)
    hop = models.PositiveSmallIntegerField()
    steps = models.PositiveIntegerField(default=0)
    feeds = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["Hop"]] = models.Manager()


class MonthFigure(models.Model):
    """What an indicator showed of a company in a month, which is named by its first day. Counted by the clock."""

    pk = models.CompositePrimaryKey("company_id", "month", "indicator")
    company = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    month = models.DateField()
    indicator = models.CharField(max_length=9, choices=Indicator.choices)
    value = models.PositiveIntegerField()
    counted = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["MonthFigure"]] = models.Manager()
