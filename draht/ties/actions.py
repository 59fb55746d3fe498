"""Writes about ties."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.models import Actor
from draht.common import clock
from draht.common.inserting import insert
from draht.common.prepared import Prepared
from draht.common.refusal import Refused
from draht.ties.events import ActorBlocked, ActorFollowed
from draht.ties.models import HIDING, Tie, TieKind
from draht.ties.queries import kinds_between
from draht.ties.rules import is_hidden


def _tie(source: int, kind: TieKind, target: int) -> bool:
    """Make a tie. False if it stood already."""
    if source == target:
        raise Refused(_("That is you yourself."))
    if kind in kinds_between(source, target):
        return False
    # Made meanwhile by somebody else, it stands: nothing is lost by making it twice.
    insert(Tie(source_id=source, kind=kind, target_id=target, since=clock.now()), unless_there=True)
    return True


def _lock(one: int, other: int) -> None:
    """Let no other tie come about between these two until the transaction ends: a block and a contact made in the same
    moment must not both stand. Locked in one order, so that no two wait for each other."""
    _held([one, other])


@Prepared
def _held(actors: list[int]) -> QuerySet[Any, Any]:
    return Actor.objects.select_for_update(no_key=True).filter(id__in=actors).order_by("id").values_list("id")


def _untie(source: int, kind: TieKind, target: int) -> None:
    Tie.objects.filter(source=source, kind=kind, target=target).delete()


@transaction.atomic
def follow(*, source: int, target: int) -> None:
    """Let what `target` publishes come into the feed of `source`."""
    _lock(source, target)
    if is_hidden(source, target):
        raise Refused(_("You cannot follow this page."))
    if _tie(source, TieKind.FOLLOW, target):
        outbox.record(ActorFollowed(source=source, target=target))


def unfollow(*, source: int, target: int) -> None:
    """End a follow."""
    _untie(source, TieKind.FOLLOW, target)


def mute(*, source: int, target: int) -> None:
    """Keep `target` out of the feed and the notices of `source`; `target` does not learn of it."""
    _tie(source, TieKind.MUTE, target)


def unmute(*, source: int, target: int) -> None:
    """End a mute."""
    _untie(source, TieKind.MUTE, target)


@transaction.atomic
def block(*, source: int, target: int) -> None:
    """Hide these two from each other everywhere and end every other tie between them."""
    _lock(source, target)
    Tie.objects.filter(Q(source=source, target=target) | Q(source=target, target=source)).exclude(
        kind__in=HIDING
    ).delete()
    if _tie(source, TieKind.BLOCK, target):
        _tie(target, TieKind.BLOCKED_BY, source)
        outbox.record(ActorBlocked(source=source, target=target))


@transaction.atomic
def unblock(*, source: int, target: int) -> None:
    """End a block that `source` made. What it ended stays ended."""
    _untie(source, TieKind.BLOCK, target)
    _untie(target, TieKind.BLOCKED_BY, source)


@transaction.atomic
def tie_contacts(*, one: int, other: int) -> None:
    """Make these two contacts. Raises Refused across a block."""
    _lock(one, other)
    if is_hidden(one, other):
        raise Refused(_("You cannot become contacts."))
    _tie(one, TieKind.CONTACT, other)
    _tie(other, TieKind.CONTACT, one)


@transaction.atomic
def untie_contacts(*, one: int, other: int) -> None:
    """End a contact."""
    _untie(one, TieKind.CONTACT, other)
    _untie(other, TieKind.CONTACT, one)
