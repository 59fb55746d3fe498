"""Who runs a page, and who is asked to."""

from collections.abc import Iterable
from typing import NamedTuple

from draht.actors.queries import ActorLine, lines
from draht.companies.models import Role, TeamInvitation, TeamRole
from draht.ties.queries import hidden_ids


class TeamLine(NamedTuple):
    """Somebody of the team, in the order of the roles."""

    who: ActorLine
    roles: list[Role]


class InvitationLine(NamedTuple):
    """Somebody who is asked into a team, or the company that asks."""

    id: int
    who: ActorLine
    roles: list[Role]


def in_order(roles: Iterable[str]) -> list[Role]:
    """Roles, those with the most rights first."""
    return [role for role in Role if role.value in set(roles)]


def team(company: int) -> list[TeamLine]:
    """Everybody who has a role, owners first, then by name."""
    roles: dict[int, list[str]] = {}
    for member, role in TeamRole.objects.filter(company=company).values_list("member_id", "role"):
        roles.setdefault(member, []).append(role)
    known = lines(roles)
    found = [TeamLine(known[member], in_order(held)) for member, held in roles.items()]
    return sorted(found, key=lambda line: (list(Role).index(line.roles[0]), line.who.name))


def roles_of(company: int, member: int) -> list[Role]:
    """What somebody does for the page."""
    return in_order(TeamRole.objects.filter(company=company, member=member).values_list("role", flat=True))


def invitations_of(company: int) -> list[InvitationLine]:
    """Who is asked into the team and has not answered, newest first."""
    rows = list(TeamInvitation.objects.filter(company=company).order_by("-id"))
    known = lines(row.member_id for row in rows)
    return [InvitationLine(row.id, known[row.member_id], in_order(row.roles)) for row in rows]


def own_invitations(member: int) -> list[InvitationLine]:
    """Which companies ask this member into their team."""
    rows = list(TeamInvitation.objects.filter(member=member).exclude(company__in=hidden_ids(member)).order_by("-id"))
    known = lines(row.company_id for row in rows)
    return [InvitationLine(row.id, known[row.company_id], in_order(row.roles)) for row in rows]


def invitation_to(member: int, invitation: int) -> TeamInvitation | None:
    """An invitation of this member, or None."""
    return TeamInvitation.objects.filter(member=member, id=invitation).exclude(company__in=hidden_ids(member)).first()


def own_companies(member: int) -> list[TeamLine]:
    """The pages in whose teams this member is, by name."""
    roles: dict[int, list[str]] = {}
    for company, role in TeamRole.objects.filter(member=member).values_list("company_id", "role"):
        roles.setdefault(company, []).append(role)
    known = lines(roles)
    found = [TeamLine(known[company], in_order(held)) for company, held in roles.items()]
    return sorted(found, key=lambda line: line.who.name)


def invitation_of(company: int, invitation: int) -> TeamInvitation | None:
    """An invitation into this team, or None."""
    return TeamInvitation.objects.filter(company=company, id=invitation).first()
