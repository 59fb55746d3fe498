"""The member: account, profile, business card."""

from draht.members.models import (
    CardField,
    Education,
    Interest,
    Language,
    Link,
    Member,
    Skill,
    Station,
)
from draht.members.rules import audiences
from draht.portability.export.values import Values, address, moment
from draht.ui.nav import actor_href


def member(id: int) -> Values:
    """member.json"""
    row = Member.objects.select_related("actor", "user", "profile").get(actor=id)
    profile = row.profile
    return {
        "first_name": row.first_name,
        "last_name": row.last_name,
        "handle": row.actor.handle,
        "address": address(actor_href(row.actor)),
        "joined": moment(row.actor.created),
        "account": {"email": row.user.email, "language": row.user.language, "created": moment(row.user.created)},
        "profile": {
            "headline": row.actor.headline,
            "portrait": profile.portrait,
            "place": profile.place,
            "about": profile.about,
            "looking_for": profile.looking_for,
            "offering": profile.offering,
            "stations": _rows(Station, id, "employer title from_year from_month to_year to_month text", "from_year"),
            "education": _rows(Education, id, "school degree field from_year to_year", "to_year"),
            "skills": _names(Skill, id),
            "languages": _rows(Language, id, "code level", "id"),
            "interests": _names(Interest, id),
            "links": _rows(Link, id, "label url", "position"),
            "shown_to": {section.value: audience.value for section, audience in audiences(id).items()},
        },
        "card": card(id),
    }


def card(id: int) -> list[Values]:
    """The fields of the business card with their ids, which contacts.json refers to."""
    rows = _rows(CardField, id, "id group kind label value parts", "position")
    return [{**row, "id": str(row["id"])} for row in rows]


_Row = Station | Education | Skill | Language | Interest | Link | CardField


def _rows(model: type[_Row], id: int, fields: str, order: str) -> list[Values]:
    return list(model.objects.filter(member=id).order_by(order, "id").values(*fields.split()))


def _names(model: type[Skill] | type[Interest], id: int) -> list[str]:
    return list(model.objects.filter(member=id).order_by("position", "id").values_list("name", flat=True))
