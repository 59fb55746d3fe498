"""Becoming a member, and being found."""

from django.db import transaction
from django.db.models import QuerySet

from draht import outbox
from draht.accounts.models import User
from draht.actors.actions import create_actor
from draht.actors.models import Kind
from draht.members.events import MemberJoined
from draht.members.models import Audience, Member, NameWord, Profile, Section, Station
from draht.members.rules import audience_of
from draht.members.words import findable, findable_employer
from draht.richtext import clean_person_name


@transaction.atomic
def join(*, user: User, first_name: str, last_name: str) -> Member:
    """Make this account a member under a real name. Raises Refused for what cannot be a name."""
    first, last = clean_person_name(first_name), clean_person_name(last_name)
    actor = create_actor(kind=Kind.MEMBER, name=clean_person_name(f"{first} {last}"))
    member = Member.objects.create(actor=actor, user=user, first_name=first, last_name=last)
    Profile.objects.create(member=member)
    NameWord.objects.bulk_create(NameWord(member=member, word=word) for word in findable(actor.name))
    outbox.record(MemberJoined(member=actor.id))
    return member


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
