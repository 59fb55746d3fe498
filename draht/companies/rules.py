"""Decisions about companies: who sees a page, who may do what for it."""

from enum import StrEnum

from django.db.models import Q, QuerySet

from draht.companies.models import Company, Role, TeamRole
from draht.ties.rules import is_hidden


class Right(StrEnum):
    """What one may be allowed to do for a company."""

    MANAGE = "manage"  # team, mandates, proof of the right to the page
    EDIT = "edit"  # what the page says
    WRITE = "write"  # posts and articles for the company
    ANSWER = "answer"  # enquiries, comments, cases
    JOBS = "jobs"
    FIGURES = "figures"  # goals, reach, answer rate


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.EDITOR: frozenset({Right.EDIT, Right.WRITE, Right.ANSWER, Right.FIGURES}),
    Role.ANSWERER: frozenset({Right.ANSWER}),
    Role.RECRUITER: frozenset({Right.JOBS}),
    Role.ANALYST: frozenset({Right.FIGURES}),
}
# Who has one of these rights speaks for the company in public.
SPEAKING = frozenset({Right.WRITE, Right.ANSWER})


def rights_of(viewer: int | None, company: int) -> frozenset[Right]:
    """What `viewer` may do for this company, in one query."""
    if viewer is None:
        return frozenset()
    roles = TeamRole.objects.filter(company=company, member=viewer).values_list("role", flat=True)
    return frozenset(right for role in roles for right in RIGHTS[Role(role)])


def may(viewer: int | None, company: int, right: Right) -> bool:
    """Whether `viewer` may do this for the company."""
    return right in rights_of(viewer, company)


def published() -> QuerySet[Company]:
    """The companies whose pages others see."""
    return Company.objects.exclude(published=None)


def may_see(viewer: int | None, company: Company) -> bool:
    """Whether `viewer` may see the page: everybody once it is published, else its team; nobody across a block."""
    if is_hidden(viewer, company.actor_id):
        return False
    return company.published is not None or bool(rights_of(viewer, company.actor_id))


def is_last_owner(member: int, company: int) -> bool:
    """Whether this is the only owner: the last one cannot go."""
    owners = TeamRole.objects.filter(company=company, role=Role.OWNER)
    return owners.filter(member=member).exists() and not owners.filter(~Q(member=member)).exists()
