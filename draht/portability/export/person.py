"""The member: account, profile, business card."""

from draht.companies.models import PageClaim
from draht.companies.queries import own_companies
from draht.contacts.models import RememberedField
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
from draht.moderation.models import Appeal
from draht.notifications.queries import choices_of
from draht.portability.export import teams
from draht.portability.export.account import account
from draht.portability.export.values import Values, address, moment, moment_of, post_address
from draht.portability.export.work import acknowledged
from draht.ui.nav import actor_href

_STATION = "employer title from_year from_month to_year to_month text"


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
        "account": account(row.user),
        "profile": {
            "headline": row.actor.headline,
            "portrait": profile.portrait,
            "place": profile.place,
            "about": profile.about,
            "looking_for": profile.looking_for,
            "offering": profile.offering,
            "stations": _stations(id),
            "education": _rows(Education, id, "school degree field from_year to_year", "to_year"),
            "skills": _names(Skill, id),
            "languages": _rows(Language, id, "code level", "id"),
            "interests": _names(Interest, id),
            "links": _rows(Link, id, "label url", "position"),
            "shown_to": {section.value: audience.value for section, audience in audiences(id).items()},
        },
        "card": card(id),
        "companies": companies(id),
        "asked_into_teams": teams.asked_into_teams(id),
        "asked_others_into_teams": teams.asked_others(id),
        "deputy_of": teams.deputy_of(id),
        "page_claims": claims(id),
        "appeals": appeals(id),
        "house_rules_of_companies": acknowledged(id),
        "house_rules_written": teams.house_rules_written(id),
        "notices": notices(id),
    }


def _stations(id: int) -> list[Values]:
    """A career, and which companies have confirmed it."""
    rows = _rows(Station, id, f"{_STATION} employer_actor__name confirmed", "from_year")
    return [
        {name: row[name] for name in _STATION.split()}
        | {"company": row["employer_actor__name"], "confirmed": row["confirmed"] is not None}
        for row in rows
    ]


def companies(id: int) -> list[Values]:
    """The pages that the member works for, and as what."""
    return [
        {"name": line.who.name, "address": address(actor_href(line.who)), "roles": [role.value for role in line.roles]}
        for line in own_companies(id)
    ]


def claims(id: int) -> list[Values]:
    """What the member asked the host about pages of companies, oldest first."""
    rows = PageClaim.objects.filter(member=id).select_related("company__actor").order_by("id")
    return [
        {
            "company": row.company.actor.name,
            "asked": moment_of(row.id),
            "kind": row.kind,
            "words": row.words,
            "state": row.state,
            "answer": row.answer,
        }
        for row in rows
    ]


def appeals(id: int) -> list[Values]:
    """What the member asked the host to decide about comments that were hidden, oldest first."""
    return [
        {
            "company": row.company.name,
            "comment": post_address(row.post_id, row.comment_id),
            "hidden_because": row.because,
            "made": moment(row.made),
            "words": row.words,
            "decided": moment(row.decided),
            "shown_again": row.is_restored,
            "reason": row.reason,
        }
        for row in Appeal.objects.filter(author=id).select_related("company").order_by("id")
    ]


def notices(id: int) -> list[Values]:
    """Of what the member wants to be told, and of what by mail."""
    return [{"of": line.kind.value, "bell": line.wanted, "mail": line.mailed} for line in choices_of(id)]


def card(id: int) -> list[Values]:
    """The fields of the business card with their ids, which contacts.json refers to."""
    rows = _rows(CardField, id, "id group kind label value parts", "position")
    released_last = set(RememberedField.objects.filter(owner=id).values_list("field_id", flat=True))
    return [{**row, "id": str(row["id"]), "released_last": row["id"] in released_last} for row in rows]


_Row = Station | Education | Skill | Language | Interest | Link | CardField


def _rows(model: type[_Row], id: int, fields: str, order: str) -> list[Values]:
    return list(model.objects.filter(member=id).order_by(order, "id").values(*fields.split()))


def _names(model: type[Skill] | type[Interest], id: int) -> list[str]:
    return list(model.objects.filter(member=id).order_by("position", "id").values_list("name", flat=True))
