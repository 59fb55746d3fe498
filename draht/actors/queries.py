"""Reads about actors."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, QuerySet

from draht.actors.models import Actor, Kind
from draht.actors.rules import voices
from draht.common import clock
from draht.common.prepared import Prepared


class ActorLine(NamedTuple):
    """What a page shows of an actor wherever one is named."""

    id: int
    kind: str
    name: str
    handle: str
    headline: str
    avatar: str
    hue: int


LINE = ("id", "kind", "name", "handle", "headline", "avatar", "hue")


def lines(ids: Iterable[int]) -> dict[int, ActorLine]:
    """The lines of these actors by id, in one query. Unknown ids are left out."""
    return {row[0]: ActorLine(*row) for row in _line_rows(list(set(ids)))}


@Prepared
def _line_rows(ids: list[int]) -> QuerySet[Any, Any]:
    return Actor.objects.filter(id__in=ids).values_list(*LINE)


def by_handle(kind: Kind, handle: str) -> ActorLine | None:
    """The actor of this kind with this handle, or None."""
    row = Actor.objects.filter(kind=kind, handle=handle.lower()).values_list(*LINE).first()
    return ActorLine(*row) if row else None


def nameable(handles: Iterable[str]) -> dict[str, ActorLine]:
    """Whom these handles mention, by handle, in one query. Where a member and a company share one, it is the member."""
    wanted = {handle.lower() for handle in handles}
    found = Actor.objects.filter(kind__in=(Kind.MEMBER, Kind.COMPANY), handle__in=wanted, may_be_named=True)
    # In the order of the alphabet: members come later and stand in the end.
    return {row[3]: ActorLine(*row) for row in found.order_by("kind").values_list(*LINE)} if wanted else {}


def kind_and_voice(actor: int) -> tuple[str, bool]:
    """What an actor is, and whether they may speak for anybody besides themselves."""
    ((kind, has_voice),) = _kind_and_voice(actor, clock.now())
    return kind, has_voice


@Prepared
def _kind_and_voice(actor: int, now: datetime) -> QuerySet[Any, Any]:
    has_voice = Exists(voices(actor, now))
    return Actor.objects.filter(id=actor).annotate(has_voice=has_voice).values_list("kind", "has_voice")


class VoiceLine(NamedTuple):
    """For whom somebody may speak, and under whose mandate (None: as one of the actor's own people)."""

    actor: ActorLine
    agency: ActorLine | None
    may_publish: bool


def voices_of(speaker: int) -> list[VoiceLine]:
    """For whom `speaker` may speak besides themselves, by name."""
    rows = list(voices(speaker).order_by("actor__name").values_list("actor_id", "agency_id", "may_publish"))
    known = lines(id for row in rows for id in row[:2] if id)
    return [VoiceLine(known[actor], known.get(agency), may_publish) for actor, agency, may_publish in rows]
