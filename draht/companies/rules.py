"""Decisions about companies: who sees a page, who may do what for it."""

from enum import StrEnum

from django.db.models import Q, QuerySet

from draht.companies.models import Company, Proof, Role, TeamRole
from draht.ties.rules import hidden_from, is_hidden


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
# How many may be asked into a team and have not answered.
MOST_INVITED = 30
# How many pages that nobody else sees somebody may own.
MOST_UNPUBLISHED = 5
# How many questions of one member may lie before the host.
MOST_CLAIMS = 5
# How much mail may be sent for a page in a day.
MOST_MAILS = 10
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


def visible_to(viewer: int | None) -> QuerySet[Company]:
    """The published pages that `viewer` may find: none across a block."""
    return published() if viewer is None else published().exclude(actor__in=hidden_from(viewer))


def may_see(viewer: int | None, company: Company) -> bool:
    """Whether `viewer` may see the page: everybody once it is published, else its team; nobody across a block."""
    if is_hidden(viewer, company.actor_id):
        return False
    return company.published is not None or bool(rights_of(viewer, company.actor_id))


def is_last_owner(member: int, company: int) -> bool:
    """Whether this is the only owner: the last one cannot go."""
    owners = TeamRole.objects.filter(company=company, role=Role.OWNER)
    return owners.filter(member=member).exists() and not owners.filter(~Q(member=member)).exists()


def proved_elsewhere(company: int, domain: str) -> bool:
    """Whether another page has shown that this domain is its own."""
    return bool(domain) and Proof.objects.filter(domain=domain).exclude(proved=None).exclude(company=company).exists()


def may_confirm_by_mail(company: Company) -> bool:
    """Whether mail at the company's domain says who works there: only once the domain is shown to be its own."""
    proved = Proof.objects.filter(company=company, domain=company.domain).exclude(proved=None)
    return bool(company.domain) and proved.exists()


def may_claim(viewer: int, company: Company) -> bool:
    """Whether `viewer` may ask the host to run a page: whoever sees it and does not own it."""
    return (
        may_see(viewer, company)
        and not TeamRole.objects.filter(company=company, member=viewer, role=Role.OWNER).exists()
    )
