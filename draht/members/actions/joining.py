"""Becoming a member, being called otherwise, and being found."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from draht import outbox
from draht.accounts.models import User
from draht.actors.actions import create_actor, rename
from draht.actors.models import Kind
from draht.common import clock
from draht.common.refusal import Refused
from draht.members.events import MemberJoined, MemberRenamed
from draht.members.models import Audience, Member, NameWord, Profile, Section, Station
from draht.members.rules import audience_of, may_change_name
from draht.members.words import findable, findable_employer
from draht.richtext import clean_person_name


def _real_name(first_name: str, last_name: str) -> tuple[str, str]:
    """Both parts clean, and read together, so that one cannot be written in letters that look like the other's."""
    names = []
    for field, typed in (("first_name", first_name), ("last_name", last_name)):
        try:
            names.append(clean_person_name(typed))
            clean_person_name(" ".join(names))
        except Refused as refused:
            raise Refused(refused.message, field=field) from refused
    return names[0], names[1]


@transaction.atomic
def join(*, user: User, first_name: str, last_name: str) -> Member:
    """Make this account a member under a real name. Raises Refused for what cannot be a name."""
    first, last = _real_name(first_name, last_name)
    actor = create_actor(kind=Kind.MEMBER, name=f"{first} {last}")
    member = Member.objects.create(actor=actor, user=user, first_name=first, last_name=last)
    Profile.objects.create(member=member)
    NameWord.objects.bulk_create(NameWord(member=member, word=word) for word in findable(actor.name))
    outbox.record(MemberJoined(member=actor.id))
    return member


@transaction.atomic
def change_name(*, member: int, first_name: str, last_name: str) -> None:
    """Call a member by another real name: after a wedding, or for a slip of the pen. The handle stays.

    The earlier name is kept nowhere. Raises Refused for what cannot be a name, and soon after the last change: a name
    that changes all the time is nobody's.
    """
    first, last = _real_name(first_name, last_name)
    person = Member.objects.select_for_update(no_key=True).get(actor=member)
    if (first, last) == (person.first_name, person.last_name):
        return
    if not may_change_name(person):
        raise Refused(_("You changed your name a short while ago. For a further change, please write to the host."))
    Member.objects.filter(actor=member).update(first_name=first, last_name=last, renamed=clock.now())
    rename(actor=member, name=f"{first} {last}")
    refresh_words(member=member)
    outbox.record(MemberRenamed(member=member))


def _employers(member: int) -> QuerySet[Station, str]:
    return Station.objects.filter(member=member, to_year=None).values_list("employer", flat=True)


def refresh_words(*, member: int) -> None:
    """Let the directory find a member by name, and by the current employers unless only contacts may see these."""
    person = Member.objects.select_related("actor").get(actor=member)
    shown = audience_of(member, Section.STATIONS) != Audience.CONTACTS
    wanted = findable(person.actor.name).union(*(map(findable_employer, _employers(member)) if shown else ()))
    known = set(NameWord.objects.filter(member=member).values_list("word", flat=True))
    NameWord.objects.filter(member=member, word__in=known - wanted).delete()
    NameWord.objects.bulk_create(NameWord(member_id=member, word=word) for word in wanted - known)
