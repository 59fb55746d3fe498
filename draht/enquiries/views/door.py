"""Finding companies and enquiries by the door: what somebody may not see does not exist for them."""

from django.http import Http404

from draht.companies.models import Company
from draht.enquiries import queries, rules
from draht.enquiries.models import Enquiry
from draht.members.viewer import MemberRequest


def company_or_404(handle: str) -> Company:
    """The company with this handle."""
    found = queries.company_of(handle)
    if found is None:
        raise Http404
    return found


def desk_or_404(request: MemberRequest, handle: str) -> Company:
    """A company for which the viewer answers."""
    found = company_or_404(handle)
    if not rules.may_answer(request.viewer.id, found.actor_id):
        raise Http404
    return found


def enquiry_or_404(request: MemberRequest, id: int) -> tuple[Enquiry, bool]:
    """An enquiry that the viewer asked or handles, and whether they handle it."""
    found = queries.find_enquiry(id)
    if found is not None and rules.may_work_on(request.viewer.id, found) and queries.is_shown(request.viewer.id, found):
        return found, True
    if found is None or not rules.is_asker(request.viewer.id, found):
        raise Http404
    return found, False


def own_enquiry_or_404(request: MemberRequest, id: int) -> Enquiry:
    """An enquiry that the viewer asked."""
    found = queries.find_enquiry(id)
    if found is None or not rules.is_asker(request.viewer.id, found):
        raise Http404
    return found


def work_or_404(request: MemberRequest, id: int) -> Enquiry:
    """An enquiry that the viewer handles for the company."""
    found, handles = enquiry_or_404(request, id)
    if not handles:
        raise Http404
    return found


def guests_enquiry_or_404(token: str) -> Enquiry:
    """The enquiry that a guest's private link leads to."""
    found = queries.find_guests_enquiry(token)
    if found is None:
        raise Http404
    return found
