"""Facts about actors."""

from typing import ClassVar

from django.db import models

from draht.common import clock
from draht.common.ids import new_id

# Two actors stand for audiences. They are rows, so that a post's audience is always an actor.
EVERYBODY = 1
MEMBERS = 2


class Kind(models.TextChoices):
    """What an actor is."""

    MEMBER = "member"
    COMPANY = "company"
    GROUP = "group"
    HASHTAG = "hashtag"
    AUDIENCE = "audience"


class Actor(models.Model):
    """Whoever can speak, be followed or be addressed."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=120)
    handle = models.CharField(max_length=60)
    headline = models.CharField(max_length=160, blank=True, default="")
    avatar = models.CharField(max_length=32, blank=True, default="")
    hue = models.SmallIntegerField(default=42)
    # Whether others can mention it by its handle: not while its page is for its own people alone.
    may_be_named = models.BooleanField(default=True, db_default=True)
    created = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Actor"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "handle"], name="actors_handle"),
            models.CheckConstraint(condition=models.Q(hue__gte=0, hue__lt=360), name="actors_hue"),
        ]

    def __str__(self) -> str:
        return self.name


class Voice(models.Model):
    """The right of one actor to speak for another: a member for their company, or under a mandate that it gave.

    Granted and withdrawn by the room that knows why. What was said by this right keeps saying so when the right ends.
    """

    pk = models.CompositePrimaryKey("speaker_id", "actor_id")
    speaker = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    # The agency under whose mandate the speaker speaks; None for the actor's own people.
    agency = models.ForeignKey(Actor, on_delete=models.CASCADE, null=True, related_name="+")
    # Without it, what the speaker writes waits until the actor's own people release it.
    may_publish = models.BooleanField(default=True)
    until = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Voice"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(speaker=models.F("actor")), name="actors_voice_not_of_oneself")
        ]


class Verb(models.IntegerChoices):
    """What an actor did with a post. The smaller, the stronger as a cause in a feed."""

    PUBLISHED = 1
    RECOMMENDED = 2
    LIKED = 3


class Activity(models.Model):
    """One act, written once, however many follow its actor. Feeds are read from here.

    A hashtag is the actor of the posts that carry it.
    """

    pk = models.CompositePrimaryKey("actor_id", "id")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    id = models.BigIntegerField(default=new_id)
    verb = models.SmallIntegerField(choices=Verb.choices)
    object_id = models.BigIntegerField()

    objects: ClassVar[models.Manager["Activity"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["object_id", "verb", "actor"], name="actors_activity_object"),
            # All that a feed needs of an act, so that the table itself is not touched.
            models.Index(fields=["actor", "id", "verb", "object_id"], name="actors_activity_feed"),
        ]
