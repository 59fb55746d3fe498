"""Who may do what for a company."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import grant_voice, withdraw_voice
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.events import TeamChanged
from draht.companies.models import Company, Role, TeamRole
from draht.companies.rules import RIGHTS, SPEAKING, is_last_owner


@transaction.atomic
def set_roles(*, company: int, member: int, roles: Collection[Role], by: int) -> None:
    """Give somebody these roles in the team, in place of those they had; none: they leave the team.

    Whoever may write or answer gets a voice: the right to speak for the company. Raises Refused for the last owner.
    """
    # Two owners that go in the same moment must not both be allowed to.
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    if Role.OWNER not in roles and is_last_owner(member, company):
        raise Refused(_("The last owner of a page cannot go. Make somebody else an owner first."))
    before = set(TeamRole.objects.filter(company=company, member=member).values_list("role", flat=True))
    if before == set(roles):
        return
    TeamRole.objects.filter(company=company, member=member).exclude(role__in=roles).delete()
    TeamRole.objects.bulk_create(
        TeamRole(company_id=company, member_id=member, role=role) for role in roles if role not in before
    )
    if any(RIGHTS[role] & SPEAKING for role in roles):
        grant_voice(speaker=member, actor=company, may_publish=page.published is not None)
    else:
        withdraw_voice(speaker=member, actor=company)
    note(company=company, member=by, what="roles", whom=member, roles=sorted(roles))
    outbox.record(TeamChanged(company=company, member=member))


def leave_team(*, company: int, member: int) -> None:
    """Give up every role. Raises Refused for the last owner."""
    set_roles(company=company, member=member, roles=(), by=member)
