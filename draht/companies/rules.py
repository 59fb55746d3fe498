"""Decisions about companies: who sees a page, who may do what for it."""

from datetime import timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet

from draht.common import clock
from draht.companies.models import Company, Mandate, Proof, Role, TeamRole
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
# How long a mandate may run.
LONGEST_MANDATE = timedelta(days=731)
# How many mandates of a company may be offered or run at a time.
MOST_MANDATES = 10


def _rights_of_words(words: str) -> frozenset[Right]:
    """The rights of a role, or of the scope of a mandate: no role is called like a right."""
    return frozenset().union(*(RIGHTS[Role(word)] if word in Role else {Right(word)} for word in words.split()))


def running_mandates() -> QuerySet[Mandate]:
    """The mandates that hold now, to the second: also if the clock is late."""
    return Mandate.objects.filter(ended=None, ends__gt=clock.now()).exclude(begun=None)


def rights_of(viewer: int | None, company: int) -> frozenset[Right]:
    """What `viewer` may do for this company, as one of its team or under a mandate, in one query."""
    if viewer is None:
        return frozenset()
    roles = TeamRole.objects.filter(company=company, member=viewer).values_list("role", flat=True)
    scopes = running_mandates().filter(company=company, caretaker=viewer).values_list("scope", flat=True)
    return frozenset(right for words in roles.union(scopes) for right in _rights_of_words(words))


def own_rights_of(viewer: int | None, company: int) -> frozenset[Right]:
    """What `viewer` may do as one of the company's own people."""
    roles = TeamRole.objects.filter(company=company, member=viewer).values_list("role", flat=True)
    return frozenset(right for role in roles for right in RIGHTS[Role(role)])


def people_with(company: int, right: Right) -> list[int]:
    """Those of the team, and those under a mandate, who have this right."""
    own = own_people_with(company, right)
    scopes = running_mandates().filter(company=company).values_list("caretaker_id", "scope")
    return sorted({*own, *(who for who, scope in scopes if who and right in _rights_of_words(scope))})


def own_people_with(company: int, right: Right) -> list[int]:
    """Those of the team who have this right."""
    roles = [role for role in Role if right in RIGHTS[role]]
    found = TeamRole.objects.filter(company=company, role__in=roles).values_list("member_id", flat=True)
    return sorted(set(found))


def companies_with(viewer: int, right: Right) -> set[int]:
    """For which companies `viewer` has this right."""
    roles = TeamRole.objects.filter(member=viewer).values_list("company_id", "role")
    scopes = running_mandates().filter(caretaker=viewer).values_list("company_id", "scope")
    return {company for company, words in roles.union(scopes) if right in _rights_of_words(words)}


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


# --- mandates ---------------------------------------------------------------------------------------------------------


def waits_for_release(viewer: int, company: int) -> bool:
    """Whether what `viewer` says for the company waits for one of its own people: under a mandate with four eyes."""
    return running_mandates().filter(company=company, caretaker=viewer, four_eyes=True).exists()


def is_outside(member: int, company: int) -> bool:
    """Whether this member is not of the team: a mandate is for others."""
    return not TeamRole.objects.filter(company=company, member=member).exists()


def may_bring_agency(member: int, agency: int) -> bool:
    """Whether this member acts in the name of an agency: whoever speaks for it or manages its page. So nobody can put a
    name on words that has not agreed."""
    return bool(own_rights_of(member, agency) & (SPEAKING | {Right.MANAGE}))


def agency_behind(member: int, company: int) -> int | None:
    """Who acts for the company when `member` does so under a mandate: the agency, or they in their own name. None for
    the company's own people."""
    if own_rights_of(member, company):
        return None
    row = running_mandates().filter(company=company, caretaker=member).values_list("agency_id", flat=True)[:1]
    return next((agency or member for agency in row), None)


def may_see_mandate(viewer: int, mandate: Mandate) -> bool:
    """Whether `viewer` may see a mandate with its record: the caretaker and the owners."""
    return viewer == mandate.caretaker_id or may(viewer, mandate.company_id, Right.MANAGE)
