"""The door of a company: its page or its desk, if the viewer may do there what they came for."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404

from draht.companies import queries
from draht.companies.queries import CompanyDesk, CompanyPage
from draht.companies.rules import Right
from draht.members.viewer import MemberRequest

_Desk = TypeVar("_Desk", bound=CompanyDesk)


def desk_for(request: MemberRequest, handle: str, right: Right | None = None) -> CompanyDesk:
    """The company behind a handle. 404 if there is none for the viewer; 403 without this right, or without any if none
    is named."""
    return _let_in(queries.company_desk(request.viewer.id, handle), right)


def page_for(request: MemberRequest, handle: str, right: Right | None = None) -> CompanyPage:
    """As `desk_for`, with everything that the page of the company shows."""
    return _let_in(queries.company_page(request.viewer.id, handle), right)


def _let_in(found: _Desk | None, right: Right | None) -> _Desk:
    if found is None:
        raise Http404
    if not found.rights or (right is not None and right not in found.rights):
        raise PermissionDenied
    return found
