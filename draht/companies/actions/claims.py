"""What the host is asked to decide about pages."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.actions.proof import prove_by_host
from draht.companies.actions.team import exchange_roles
from draht.companies.actions.texts import text
from draht.companies.events import ClaimDecided
from draht.companies.models import CLAIM, ClaimKind, ClaimState, PageClaim, Role, TeamRole
from draht.companies.rules import MOST_CLAIMS


@transaction.atomic
def claim_page(*, company: int, member: int, kind: ClaimKind, words: str) -> None:
    """Ask the host for a right to a page, with a reason. Raises Refused."""
    clean = text(words, CLAIM, field="words")
    if not clean:
        raise Refused(_("Please say why, so that the host can decide."), field="words")
    is_owner = TeamRole.objects.filter(company=company, member=member, role=Role.OWNER).exists()
    if is_owner == (kind == ClaimKind.RUN):
        raise Refused(_("You run this page already.") if is_owner else _("Only owners of the page can ask for this."))
    asked = PageClaim.objects.filter(member=member, state=ClaimState.OPEN)
    if asked.filter(company=company, kind=kind).exists():
        raise Refused(_("You have asked already. The host will answer."))
    if asked.count() >= MOST_CLAIMS:
        raise Refused(_("You have asked about several pages already. Please wait for the host’s answers."))
    PageClaim.objects.create(company_id=company, member_id=member, kind=kind, words=clean)


@transaction.atomic
def decide_claim(*, claim: PageClaim, is_accepted: bool, answer: str) -> None:
    """Say yes or no. A no needs a reason; a yes makes an owner of who asked, or is the host's word. Raises Refused."""
    clean = text(answer, CLAIM, field="answer")
    if not is_accepted and not clean:
        raise Refused(_("Please give the reason; it is told to who asked."), field="answer")
    state = ClaimState.ACCEPTED if is_accepted else ClaimState.DECLINED
    open_claim = PageClaim.objects.filter(id=claim.id, state=ClaimState.OPEN)
    if not open_claim.update(state=state, answer=clean, decided=clock.now()):
        raise Refused(_("This is decided already."))
    if is_accepted and claim.kind == ClaimKind.WORD:
        prove_by_host(company=claim.company_id)
    elif is_accepted:
        had = TeamRole.objects.filter(company=claim.company_id, member=claim.member_id).values_list("role", flat=True)
        exchange_roles(claim.company_id, claim.member_id, {Role.OWNER, *map(Role, had)})
        note(company=claim.company_id, member=None, what="claimed", whom=claim.member_id)
    outbox.record(ClaimDecided(company=claim.company_id, member=claim.member_id, claim=claim.id))
