"""Actors and acts that come in from elsewhere, many at a time."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from draht.actors.actions import hue_of, plain_handle
from draht.actors.models import Activity, Actor, Kind, Verb


class Handles:
    """Draws free handles for actors of one kind. Reads the taken ones once; nobody else may draw meanwhile."""

    def __init__(self, kind: Kind) -> None:
        self._taken = set(Actor.objects.filter(kind=kind).values_list("handle", flat=True))
        self._numbers: dict[str, int] = {}

    def draw(self, name: str) -> str:
        """The next free handle for this name: anna-berg, anna-berg-2, …"""
        wish = handle = plain_handle(name)
        number = self._numbers.get(wish, 1)
        while handle in self._taken:
            number += 1
            handle = f"{wish}-{number}"
        self._numbers[wish] = number
        self._taken.add(handle)
        return handle


class NewActor(NamedTuple):
    """An actor with an id that carries the time at which it began."""

    id: int
    kind: Kind
    name: str
    handle: str
    headline: str
    created: datetime


class NewAct(NamedTuple):
    """Somebody did something with a post. The id says when."""

    actor: int
    id: int
    verb: Verb
    post: int


def bring_in_actors(rows: Iterable[NewActor]) -> None:
    """Write down these actors; call it in the transaction that brings in what they are."""
    Actor.objects.bulk_create(
        Actor(
            id=row.id,
            kind=row.kind,
            name=row.name,
            handle=row.handle,
            headline=row.headline,
            hue=hue_of(row.handle),
            created=row.created,
        )
        for row in rows
    )


def bring_in_acts(rows: Iterable[NewAct]) -> None:
    """Write down what these actors did; call it in the transaction that brings in the facts."""
    Activity.objects.bulk_create(
        Activity(actor_id=row.actor, id=row.id, verb=row.verb, object_id=row.post) for row in rows
    )
