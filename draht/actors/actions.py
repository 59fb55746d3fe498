"""Writes about actors."""

import re
import zlib
from collections.abc import Iterable
from datetime import datetime
from textwrap import shorten
from typing import Any

from anyascii import anyascii
from django.db import transaction
from django.db.models import QuerySet

from draht.actors.models import Activity, Actor, Kind, Verb, Voice
from draht.common.ids import new_id
from draht.common.inserting import insert
from draht.common.prepared import Prepared

_SPELLED_OUT = str.maketrans(dict(zip("äöüÄÖÜ", ("ae", "oe", "ue", "Ae", "Oe", "Ue"), strict=True)))
_HANDLE_LENGTH = 50
_HEADLINE_LENGTH = 160


def plain_handle(name: str) -> str:
    """A handle out of a name: ASCII letters, digits and hyphens only, so that no two look alike. "Jörg Groß" is
    joerg-gross."""
    german = name.translate(_SPELLED_OUT)
    words = re.findall(r"[a-z0-9]+", anyascii(german).lower())
    return "-".join(words)[:_HANDLE_LENGTH].strip("-") or "actor"


def _free_handle(kind: Kind, name: str) -> str:
    wish = plain_handle(name)
    if not Actor.objects.filter(kind=kind, handle=wish).exists():
        return wish
    taken = set(Actor.objects.filter(kind=kind, handle__startswith=f"{wish}-").values_list("handle", flat=True))
    number = 2
    while f"{wish}-{number}" in taken:
        number += 1
    return f"{wish}-{number}"


def hue_of(handle: str) -> int:
    """The hue of an actor with this handle."""
    return zlib.crc32(handle.encode()) % 360


@transaction.atomic
def create_actor(*, kind: Kind, name: str, headline: str = "", may_be_named: bool = True) -> Actor:
    """A new actor with a free handle made from its name. Its hue is drawn from the handle and stays."""
    handle = _free_handle(kind, name)
    facts = {"name": name, "headline": headline, "hue": hue_of(handle), "may_be_named": may_be_named}
    return Actor.objects.create(kind=kind, handle=handle, **facts)


def rename(*, actor: int, name: str) -> None:
    """Give an actor another name. The handle stays: addresses of pages and mentions must not break."""
    Actor.objects.filter(id=actor).update(name=name)


def describe(*, actor: int, headline: str) -> None:
    """Say in one line who an actor is. Longer lines are cut at a word."""
    Actor.objects.filter(id=actor).update(headline=shorten(headline, _HEADLINE_LENGTH, placeholder="…"))


def picture(*, actor: int, key: str) -> None:
    """Show this uploaded picture beside the name, or the initials if `key` is empty."""
    Actor.objects.filter(id=actor).update(avatar=key)


def tint(*, actor: int, hue: int) -> None:
    """Let an actor have this hue, in degrees."""
    Actor.objects.filter(id=actor).update(hue=hue % 360)


def let_be_named(*, actor: int, may_be_named: bool) -> None:
    """Say whether others can mention an actor."""
    Actor.objects.filter(id=actor).update(may_be_named=may_be_named)


def grant_voice(
    *, speaker: int, actor: int, agency: int | None = None, may_publish: bool = True, until: datetime | None = None
) -> None:
    """Let `speaker` speak for `actor`, in place of what held before. `agency`: under whose mandate."""
    facts = {"agency_id": agency, "may_publish": may_publish, "until": until}
    Voice.objects.update_or_create(speaker_id=speaker, actor_id=actor, defaults=facts)


def let_own_voices_publish(*, actor: int, may_publish: bool) -> None:
    """Say whether an actor's own people may say something for it at all: not while its page is not published."""
    Voice.objects.filter(actor=actor, agency=None).update(may_publish=may_publish)


def withdraw_voice(*, speaker: int, actor: int) -> None:
    """End the right of `speaker` to speak for `actor`. What was said stays as it was said."""
    Voice.objects.filter(speaker=speaker, actor=actor).delete()


@transaction.atomic
def hashtags(tags: Iterable[str]) -> list[int]:
    """The actors of these hashtags (canonical spelling), made if nobody has used them before."""
    wanted = list(dict.fromkeys(tags))
    known = _hashtag_ids(wanted)
    fresh = [tag for tag in wanted if tag not in known]
    if fresh:
        Actor.objects.bulk_create(
            [Actor(kind=Kind.HASHTAG, name=f"#{tag}", handle=tag, hue=hue_of(tag)) for tag in fresh],
            ignore_conflicts=True,  # somebody else may use a new hashtag in the same moment
        )
        known = _hashtag_ids(wanted)
    return [known[tag] for tag in wanted]


def _hashtag_ids(tags: list[str]) -> dict[str, int]:
    return dict(Actor.objects.filter(kind=Kind.HASHTAG, handle__in=tags).values_list("handle", "id"))


def record_activity(*, actor: int, verb: Verb, post: int, id: int | None = None) -> int:
    """Write down that `actor` did this with `post`; call it inside the action's transaction. Returns the id.

    Doing it twice changes nothing: the first act stands.
    """
    for first, known in _acts_on(actor, post):
        if known == verb:
            return int(first)
    row = Activity(actor_id=actor, id=id or new_id(), verb=verb, object_id=post)
    insert(row)
    return row.id


@Prepared
def _acts_on(actor: int, post: int) -> QuerySet[Any, Any]:
    return Activity.objects.filter(object_id=post, actor=actor).values_list("id", "verb")


def withdraw_activity(*, actor: int, verb: Verb, post: int) -> None:
    """Take an act back."""
    Activity.objects.filter(object_id=post, verb=verb, actor=actor).delete()


def withdraw_all_activity(*, post: int) -> None:
    """Take back every act on a post that is deleted."""
    Activity.objects.filter(object_id=post).delete()
