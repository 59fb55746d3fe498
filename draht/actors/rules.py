"""Decisions about actors: who may speak for whom."""

from django.db.models import Q, QuerySet

from draht.actors.models import Voice
from draht.common import clock


def voices(speaker: int) -> QuerySet[Voice]:
    """The rights of `speaker` to speak for others that hold now."""
    return Voice.objects.filter(Q(until=None) | Q(until__gt=clock.now()), speaker=speaker)


def may_speak_as(speaker: int | None, actor: int) -> bool:
    """Whether `speaker` may say something as `actor`: themselves, or for an actor that gave them a voice."""
    return speaker is not None and (speaker == actor or voices(speaker).filter(actor=actor, may_publish=True).exists())
