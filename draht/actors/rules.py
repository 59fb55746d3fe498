"""Decisions about actors: who may speak for whom."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from draht.actors.models import Actor, Kind, Voice
from draht.common import clock
from draht.common.prepared import Prepared


def voices(speaker: int, now: datetime | None = None) -> QuerySet[Voice]:
    """The rights of `speaker` to speak for others that hold now."""
    return Voice.objects.filter(Q(until=None) | Q(until__gt=now or clock.now()), speaker=speaker)


def voice_as(speaker: int, actor: int) -> Voice | None:
    """The right by which `speaker` may say something for `actor` now; None if there is none."""
    return voices(speaker).filter(actor=actor, may_publish=True).first()


def released_voice(speaker: int, actor: int, *, by: int) -> Voice | None:
    """The right by which `speaker` says something for `actor` now that `by` releases it: another of the actor's own
    people, who may publish. None if the speaker has no right at all, or the other may not release it."""
    own = voices(by).filter(actor=actor, agency=None, may_publish=True)
    return voices(speaker).filter(actor=actor).first() if by != speaker and own.exists() else None


def may_speak_as(speaker: int | None, actor: int) -> bool:
    """Whether `speaker` may say something as `actor`: themselves, or for an actor that gave them a voice."""
    return speaker is not None and (speaker == actor or voice_as(speaker, actor) is not None)


def is_company(actor: int) -> bool:
    """Whether this actor is a company, for which others speak."""
    return Actor.objects.filter(id=actor, kind=Kind.COMPANY).exists()


def speaks_for(speaker: int | None) -> frozenset[int]:
    """The actors for whom `voice_as` finds a right, in one quick statement for pages that show many."""
    now = clock.now()
    rows = _voice_rows(speaker) if speaker is not None else ()
    return frozenset(actor for actor, until in rows if until is None or until > now)


@Prepared
def _voice_rows(speaker: int) -> QuerySet[Any, Any]:
    return Voice.objects.filter(speaker=speaker, may_publish=True).values_list("actor_id", "until")
