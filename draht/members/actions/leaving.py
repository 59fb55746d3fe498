"""Leaving: the profile goes at once, the actor with all that is still tied to it an hour later."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from draht import outbox
from draht.actors.actions import describe as describe_actor
from draht.actors.actions import picture as show_picture
from draht.actors.actions import rename
from draht.actors.models import Actor
from draht.media.actions import remove_all_of
from draht.members.events import MemberLeft
from draht.members.models import (
    CardField,
    Education,
    Interest,
    Language,
    Link,
    Member,
    NameWord,
    Profile,
    SectionAudience,
    Skill,
    Station,
)

_ROWS = (CardField, Education, Interest, Language, Link, NameWord, SectionAudience, Skill, Station, Profile)


@transaction.atomic
def leave(*, user: int) -> int | None:
    """Delete what the member behind this account said about themselves, and tell the other rooms to do the same.

    Returns the id of the actor, which is nameless from now on, or None if there is no such member.
    """
    actor = Member.objects.filter(user=user).values_list("actor_id", flat=True).first()
    if actor is None:
        return None
    for rows in _ROWS:
        rows.objects.filter(member=actor).delete()
    with override(settings.LANGUAGE_CODE):
        rename(actor=actor, name=_("Former member"))
    describe_actor(actor=actor, headline="")
    show_picture(actor=actor, key="")
    outbox.record(MemberLeft(member=actor))
    return actor


@transaction.atomic
def forget(*, actor: int) -> None:
    """Delete the actor of somebody who left, with every picture and whatever still hangs on them."""
    remove_all_of(owner=actor)
    Actor.objects.filter(id=actor).delete()
