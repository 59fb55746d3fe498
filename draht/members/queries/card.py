"""Business cards. Who may see a field is decided in `contacts`."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import get_language

from draht.members.card_values import KIND_ICONS, Parts, shown
from draht.members.models import CardField, CardGroup, CardKind


class CardLine(NamedTuple):
    """A field of a business card as it is shown. `href` is tel:, mailto:, https: or empty; `value` and `parts` are the
    normal form, for machines."""

    id: int
    group: str
    kind: str
    label: str
    shown: str
    href: str
    icon: str
    value: str
    parts: dict[str, str]


def card_fields(member_id: int) -> list[CardLine]:
    """The whole business card of a member, in its order: business first. Who may see a field is decided above."""
    rows = CardField.objects.filter(member=member_id).order_by("group", "position", "id")
    return [_card_line(row) for row in rows]


def card_lines(ids: Iterable[int]) -> dict[int, CardLine]:
    """These fields of business cards, by id, in one query. Unknown ids are left out."""
    wanted = set(ids)
    return {row.id: _card_line(row) for row in CardField.objects.filter(id__in=wanted)} if wanted else {}


def card_line(id: int, group: str, kind: CardKind, label: str, value: str, parts: Parts) -> CardLine:
    """How a field looks that holds this, in its normal form."""
    text, href = shown(kind, value, parts, get_language() or "en")
    return CardLine(id, group, kind, label or str(kind.label), text, href, KIND_ICONS[kind], value, parts)


def _card_line(row: CardField) -> CardLine:
    return card_line(row.id, row.group, CardKind(row.kind), row.label, row.value, row.parts)


def card_groups(fields: Iterable[CardLine]) -> list[tuple[str, str, list[CardLine]]]:
    """The fields by group, with the group's code and name; groups without fields are left out."""
    by_group: dict[str, list[CardLine]] = {}
    for field in fields:
        by_group.setdefault(field.group, []).append(field)
    return [(group.value, str(group.label), by_group[group]) for group in CardGroup if group in by_group]


def card_field_of(member: int, field: int) -> CardField | None:
    """One field of this member's card, or None if it has no such field."""
    return CardField.objects.filter(member=member, id=field).first()
