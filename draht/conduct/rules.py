"""Decisions about house rules."""

from draht.companies.models import TeamRole
from draht.companies.rules import running_mandates
from draht.conduct.models import RulesVersion


def acting_for(company: int) -> set[int]:
    """Whom the house rules ask: the team, and those under a mandate."""
    team = TeamRole.objects.filter(company=company).values_list("member_id", flat=True)
    caretakers = running_mandates().filter(company=company).values_list("caretaker_id", flat=True)
    return {member for member in team.union(caretakers) if member}


def is_in_force(version: RulesVersion) -> bool:
    """Whether no newer version has been put into force."""
    return not RulesVersion.objects.filter(company=version.company_id, id__gt=version.id).exists()
