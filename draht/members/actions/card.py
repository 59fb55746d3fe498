"""Writing one's business card. Which contact gets which field is decided in `contacts`."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from draht import outbox
from draht.common.prepared import Prepared
from draht.common.refusal import Refused
from draht.members.actions.limits import CARD_LABEL
from draht.members.actions.rows import line
from draht.members.card_values import Parts, normal
from draht.members.events import CardFieldAdded, CardFieldChanged, CardFieldRemoved
from draht.members.models import CardField, CardGroup, CardKind

MOST_FIELDS = 40


@transaction.atomic
def add_card_field(
    *,
    member: int,
    group: CardGroup,
    kind: CardKind,
    value: str = "",
    label: str = "",
    parts: Parts | None = None,
) -> CardField:
    """Put a field on the business card, last in its group. Nobody sees it until it is released.

    `value` may be typed in any usual way. An address has only `parts` (street, postcode, city, region, country), a
    messenger has `service` in them. Raises Refused, with the field of the form, for what is no such value, and
    for a second birthday.
    """
    found = normal(kind, value, parts or {})
    name = line(label, CARD_LABEL, field="label")
    fields = _fields(member)
    if kind == CardKind.BIRTHDAY and any(known == kind for known, _group in fields):
        raise Refused(_("Your birthday is on the card already. Change it there."))
    if len(fields) >= MOST_FIELDS:
        raise Refused(_("A card with more than %(number)d fields is no card.") % {"number": MOST_FIELDS})
    place = sum(known == group for _kind, known in fields)
    field = CardField.objects.create(
        member_id=member, group=group, kind=kind, label=name, value=found.value, parts=found.parts, position=place
    )
    outbox.record(CardFieldAdded(member=member, field=field.id))
    return field


@Prepared
def _fields(member: int) -> QuerySet[Any, Any]:
    return CardField.objects.filter(member=member).values_list("kind", "group")


@transaction.atomic
def change_card_field(
    *,
    member: int,
    entry: int,
    group: CardGroup,
    value: str = "",
    label: str = "",
    parts: Parts | None = None,
) -> None:
    """Change a field of the business card. Whoever it is released to gets the new value."""
    field = CardField.objects.select_for_update().get(member=member, id=entry)
    found = normal(CardKind(field.kind), value, parts or {})
    is_news = found.value != field.value
    field.label = line(label, CARD_LABEL, field="label")
    if field.group != group:
        field.position = CardField.objects.filter(member=member, group=group).count()
    field.group, field.value, field.parts = group, found.value, found.parts
    field.save()
    if is_news:
        outbox.record(CardFieldChanged(member=member, field=field.id))


@transaction.atomic
def remove_card_field(*, member: int, entry: int) -> None:
    """Take a field off the business card, and with it out of the hands of everybody who had it."""
    if CardField.objects.filter(member=member, id=entry).delete()[0]:
        outbox.record(CardFieldRemoved(member=member, field=entry))


@transaction.atomic
def move_card_field(*, member: int, entry: int, up: bool) -> None:
    """Let a field change places with the one above or below it in its group."""
    field = CardField.objects.get(member=member, id=entry)
    fields = list(CardField.objects.filter(member=member, group=field.group).order_by("position", "id"))
    place = fields.index(field)
    other = place - 1 if up else place + 1
    if 0 <= other < len(fields):
        fields[place], fields[other] = fields[other], fields[place]
    for position, row in enumerate(fields):
        row.position = position
    CardField.objects.bulk_update(fields, ["position"])
