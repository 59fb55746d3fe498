"""All drafts of a company."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from draht.accounts.door import members_only
from draht.common.paging import read_before
from draht.companies.door import desk_for
from draht.companies.rules import Right
from draht.members.viewer import MemberRequest
from draht.newsroom import queries


@require_safe
@members_only
def drafts(request: MemberRequest, handle: str) -> HttpResponse:
    """What is being written, waits or is planned, and what became of the rest; for a caretaker, their own."""
    page = desk_for(request, handle, Right.WRITE)
    viewer, company = request.viewer.id, page.line.id
    before = read_before(request.GET.get("before"))
    shown = {
        "page": page,
        "open": queries.open_drafts(viewer, company),
        "closed": queries.closed_drafts(viewer, company, before=before),
    }
    return render(request, "newsroom/drafts.html", shown)
