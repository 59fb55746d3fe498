"""Finding companies and giveaways by the door: what the viewer may not see does not exist here."""

from django.http import Http404, HttpRequest

from draht.accounts.door import viewer_id
from draht.companies.models import Company
from draht.companies.rules import may_see
from draht.giveaways.models import Giveaway, State
from draht.giveaways.queries import company_with, giveaway_with
from draht.giveaways.rules import may_build, may_read


def company_or_404(request: HttpRequest, handle: str) -> Company:
    """A company whose page the viewer may see."""
    found = company_with(handle)
    if found is None or not may_see(viewer_id(request), found):
        raise Http404
    return found


def own_company_or_404(request: HttpRequest, handle: str) -> Company:
    """A company for which the viewer may plan giveaways."""
    found = company_or_404(request, handle)
    if not may_build(viewer_id(request), found.actor_id):
        raise Http404
    return found


def giveaway_or_404(request: HttpRequest, giveaway: int) -> Giveaway:
    """A giveaway that the viewer may read."""
    found = giveaway_with(giveaway)
    if found is None or not may_read(viewer_id(request), found):
        raise Http404
    return found


def started_or_404(request: HttpRequest, giveaway: int) -> Giveaway:
    """A giveaway that has terms, and that the viewer may read."""
    found = giveaway_or_404(request, giveaway)
    if found.state == State.DRAFT:
        raise Http404
    return found


def own_or_404(request: HttpRequest, giveaway: int) -> Giveaway:
    """A giveaway of a company for which the viewer acts."""
    found = giveaway_or_404(request, giveaway)
    if not may_build(viewer_id(request), found.company_id):
        raise Http404
    return found


def draft_or_404(request: HttpRequest, giveaway: int) -> Giveaway:
    """A draft of a company for which the viewer acts."""
    found = own_or_404(request, giveaway)
    if found.state != State.DRAFT:
        raise Http404
    return found
