"""What is released to whom."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count

from draht.contacts.models import Release, RememberedField
from draht.contacts.rules import releases_to
from draht.members.models import CardField, CardGroup
from draht.members.queries import CardLine, card_fields
from draht.ties.queries import contact_ids


def released_fields(viewer: int, owner: int) -> list[CardLine]:
    """The lines of the owner's business card that are released to `viewer`: exactly these, while the tie stands."""
    ids = set(releases_to(viewer).filter(owner=owner).values_list("field_id", flat=True))
    return [line for line in card_fields(owner) if line.id in ids] if ids else []


CardGroups = list[tuple[str, list[tuple[str, str, str, str]]]]


def grouped(lines: Iterable[CardLine]) -> CardGroups:
    """Card lines as the component `business_card` takes them: groups with their names, each field as a row."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for line in lines:
        found.setdefault(line.group, []).append((line.label, line.shown, line.href, line.icon))
    return [(str(CardGroup(group).label), rows) for group, rows in found.items()]


def released_ids(owner: int, contact: int) -> set[int]:
    """The fields that `owner` releases to a contact."""
    return set(Release.objects.filter(owner=owner, contact=contact).values_list("field_id", flat=True))


def starting_point(owner: int, *, private: bool = False) -> set[int]:
    """The fields that are ticked when `owner` begins to choose: the business ones of last time; on demand also the
    private ones."""
    rows = RememberedField.objects.filter(owner=owner)
    rows = rows if private else rows.filter(field__group=CardGroup.BUSINESS)
    return set(rows.values_list("field_id", flat=True))


def holders_without(owner: int, field: int) -> list[int]:
    """The contacts who have another field of the same group of the owner's card, and not this one."""
    group = CardField.objects.filter(id=field, member=owner).values("group")
    others = Release.objects.filter(owner=owner, field__member=owner, field__group__in=group).exclude(field=field)
    has_it = Release.objects.filter(owner=owner, field=field).values("contact")
    rows = others.filter(contact__in=contact_ids(owner)).exclude(contact__in=has_it)
    return list(rows.values_list("contact_id", flat=True).distinct())


class FieldReach(NamedTuple):
    """A field of one's own card, how many contacts have it, and how many have others of its group but not this one."""

    line: CardLine
    holders: int
    without: int


def reach_of_card(owner: int) -> list[FieldReach]:
    """How far each field of one's own card is released."""
    rows = Release.objects.filter(owner=owner, contact__in=contact_ids(owner))
    holders = dict(rows.values_list("field_id").annotate(Count("contact")))
    groups = dict(rows.values_list("field__group").annotate(Count("contact", distinct=True)))
    found = []
    for line in card_fields(owner):
        here = holders.get(line.id, 0)
        # Everybody who has the field counts in its group: the rest has only others of it.
        found.append(FieldReach(line, here, groups.get(line.group, 0) - here))
    return found
