"""What each of two contacts releases to the other, and the end of it all."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.inserting import insert
from draht.common.prepared import Prepared, PreparedDelete
from draht.common.refusal import Refused
from draht.contacts import queries
from draht.contacts.events import ContactEnded, ReleasesChanged
from draht.contacts.models import ContactTag, Release, RememberedField
from draht.members.models import CardField
from draht.ties import actions as ties
from draht.ties.rules import is_contact


def own_fields(owner: int, fields: Collection[int]) -> set[int]:
    """Those of `fields` that are on the owner's own card: nobody releases what is not theirs."""
    return {field for field, _group in _own_rows(owner, list(fields))}


@Prepared
def _own_rows(owner: int, fields: list[int]) -> QuerySet[Any, Any]:
    return CardField.objects.filter(member=owner, id__in=fields).values_list("id", "group")


def put_releases(*, owner: int, contact: int, fields: Collection[int]) -> bool:
    """Release exactly these fields to a contact. Returns whether anything changed."""
    wanted = own_fields(owner, fields)
    known = {field for (field,) in _released_rows(owner, contact)}
    if known - wanted:
        Release.objects.filter(owner=owner, contact=contact, field__in=known - wanted).delete()
    now = clock.now()
    fresh = [Release(owner_id=owner, contact_id=contact, field_id=field, since=now) for field in wanted - known]
    insert(*fresh, unless_there=True)
    return wanted != known


@Prepared
def _released_rows(owner: int, contact: int) -> QuerySet[Any, Any]:
    return Release.objects.filter(owner=owner, contact=contact).values_list("field_id")


def remember(*, owner: int, fields: Collection[int]) -> None:
    """Let this choice be the starting point of the next one, each group of the card by itself."""
    chosen = dict(_own_rows(owner, list(fields)))
    groups = set(chosen.values())
    known = _remembered_rows(owner)
    if not chosen or {field for field, group in known if group in groups} == set(chosen):
        return
    _forget(owner, [field for field, group in known if group in groups])
    insert(*(RememberedField(owner_id=owner, field_id=field) for field in chosen), unless_there=True)


@Prepared
def _remembered_rows(owner: int) -> QuerySet[Any, Any]:
    return RememberedField.objects.filter(owner=owner).values_list("field_id", "field__group")


@PreparedDelete
def _forget(owner: int, fields: list[int]) -> QuerySet[RememberedField]:
    return RememberedField.objects.filter(owner=owner, field__in=fields)


@transaction.atomic
def set_releases(*, owner: int, contact: int, fields: Collection[int]) -> None:
    """Release exactly these fields of one's card to a contact; what is left out is revoked at once."""
    if not is_contact(owner, contact):
        raise Refused(_("You are not contacts."))
    remember(owner=owner, fields=fields)
    if put_releases(owner=owner, contact=contact, fields=fields):
        outbox.record(ReleasesChanged(owner=owner, contact=contact))


@transaction.atomic
def release_to_holders(*, owner: int, field: int) -> int:
    """Release a field to all contacts who have another field of its group. Returns to how many."""
    now = clock.now()
    contacts = queries.holders_without(owner, field)
    rows = [Release(owner_id=owner, contact_id=contact, field_id=field, since=now) for contact in contacts]
    Release.objects.bulk_create(rows, ignore_conflicts=True)
    for contact in contacts:
        outbox.record(ReleasesChanged(owner=owner, contact=contact))
    return len(contacts)


def _both_ways(one: int, other: int) -> Q:
    return Q(owner=one, contact=other) | Q(owner=other, contact=one)


def drop_all_between(one: int, other: int) -> None:
    """Delete all releases and tags between two."""
    Release.objects.filter(_both_ways(one, other)).delete()
    ContactTag.objects.filter(_both_ways(one, other)).delete()


@transaction.atomic
def end_contact(*, one: int, other: int) -> None:
    """`one` ends the contact: the tie and everything released from either side are gone together."""
    if not is_contact(one, other):
        raise Refused(_("You are not contacts."))
    drop_all_between(one, other)
    ties.untie_contacts(one=one, other=other)
    outbox.record(ContactEnded(one=one, other=other))
