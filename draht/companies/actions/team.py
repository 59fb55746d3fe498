"""Who may do what for a company."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import grant_voice, withdraw_voice
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.events import TeamChanged, TeamInvited
from draht.companies.models import Company, Mandate, Role, TeamInvitation, TeamRole
from draht.companies.rules import MOST_INVITED, RIGHTS, SPEAKING, is_last_owner
from draht.members.actions import confirm_station
from draht.members.models import Station
from draht.ties.rules import is_hidden


@transaction.atomic
def set_roles(*, company: int, member: int, roles: Collection[Role], by: int) -> None:
    """Give somebody these roles in the team, in place of those they had; none: they leave the team.

    Whoever may write or answer gets a voice: the right to speak for the company. Raises Refused for the last owner.
    """
    if exchange_roles(company, member, roles):
        if roles:
            note(company=company, member=by, what="roles", whom=member, roles=sorted(roles))
        elif by == member:
            note(company=company, member=by, what="left")
        else:
            note(company=company, member=by, what="out", whom=member)


def exchange_roles(company: int, member: int, roles: Collection[Role]) -> bool:
    """Let somebody have these roles, in the caller's transaction and without a note. False if they had just these."""
    # Two owners that go in the same moment must not both be allowed to.
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    if Role.OWNER not in roles and is_last_owner(member, company):
        raise Refused(_("The last owner of a page cannot go. Make somebody else an owner first."))
    before = set(TeamRole.objects.filter(company=company, member=member).values_list("role", flat=True))
    if before == set(roles):
        return False
    if roles and Mandate.objects.filter(company=company, caretaker=member, ended=None).exclude(accepted=None).exists():
        raise Refused(_("This member acts for the company under a mandate. End the mandate first."))
    TeamRole.objects.filter(company=company, member=member).exclude(role__in=roles).delete()
    TeamRole.objects.bulk_create(
        TeamRole(company_id=company, member_id=member, role=role) for role in roles if role not in before
    )
    if any(RIGHTS[role] & SPEAKING for role in roles):
        grant_voice(speaker=member, actor=company, may_publish=page.published is not None)
    else:
        withdraw_voice(speaker=member, actor=company)
    outbox.record(TeamChanged(company=company, member=member))
    return True


def leave_team(*, company: int, member: int) -> None:
    """Give up every role. Raises Refused for the last owner."""
    set_roles(company=company, member=member, roles=(), by=member)


# --- invitations ------------------------------------------------------------------------------------------------------


@transaction.atomic
def invite(*, company: int, member: int, roles: Collection[Role], by: int) -> None:
    """Ask a member to help with the page. Asking again changes the roles. Raises Refused."""
    if not roles:
        raise Refused(_("Please choose at least one role."), field="roles")
    if is_hidden(by, member) or TeamRole.objects.filter(company=company, member=member).exists():
        raise Refused(_("This member cannot be asked."))
    if TeamInvitation.objects.filter(company=company).exclude(member=member).count() >= MOST_INVITED:
        raise Refused(_("Many are asked already. Please wait until some of them have answered."))
    invitation, is_new = TeamInvitation.objects.update_or_create(
        company_id=company, member_id=member, defaults={"roles": [role.value for role in sorted(roles)], "by_id": by}
    )
    if is_new:
        note(company=company, member=by, what="invited", whom=member)
        outbox.record(TeamInvited(company=company, member=member, invitation=invitation.id))


@transaction.atomic
def accept_invitation(*, invitation: TeamInvitation) -> None:
    """Join the team. That the company asked also confirms that one works there, if one says so."""
    company, member = invitation.company_id, invitation.member_id
    invitation.delete()
    if exchange_roles(company, member, [Role(role) for role in invitation.roles]):
        note(company=company, member=member, what="joined")
    for station in Station.objects.filter(member=member, employer_actor=company, to_year=None, confirmed=None):
        confirm_station(entry=station.id)


@transaction.atomic
def decline_invitation(*, invitation: TeamInvitation) -> None:
    """Stay out of the team."""
    note(company=invitation.company_id, member=invitation.member_id, what="declined")
    invitation.delete()


@transaction.atomic
def withdraw_invitation(*, invitation: TeamInvitation, by: int) -> None:
    """Ask no longer."""
    note(company=invitation.company_id, member=by, what="uninvited", whom=invitation.member_id)
    invitation.delete()
