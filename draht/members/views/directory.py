"""Ways in: the directory."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from draht.accounts.door import members_only
from draht.common.paging import read_before
from draht.members import queries
from draht.members.viewer import MemberRequest


@require_GET
@members_only
def directory(request: MemberRequest) -> HttpResponse:
    """Find members by name or employer; without a question, those who joined last."""
    text = request.GET.get("q", "")[:100].strip()
    viewer = request.viewer.id
    found = queries.find_members(viewer, text) if text else None
    newest = None if text else queries.newest_members(viewer, before=read_before(request.GET.get("before")))
    template = "members/_found.html" if request.htmx else "members/directory.html"
    return render(request, template, {"text": text, "found": found, "newest": newest})
