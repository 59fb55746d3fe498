"""The door of a company: its page, if the viewer may do there what they came for."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from draht.companies import queries
from draht.companies.queries import CompanyPage
from draht.companies.rules import Right
from draht.members.viewer import MemberRequest


def page_for(request: MemberRequest, handle: str, right: Right | None = None) -> CompanyPage:
    """The page behind a handle. 404 if there is none for the viewer; 403 without this right, or without any if none is
    named."""
    page = queries.company_page(request.viewer.id, handle)
    if page is None:
        raise Http404
    if not page.rights or (right is not None and right not in page.rights):
        raise PermissionDenied
    return page
