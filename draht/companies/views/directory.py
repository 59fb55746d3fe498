"""Ways in: the directory of companies, and the pages one works for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from draht.accounts.door import viewer_id
from draht.common.paging import read_before
from draht.companies import queries


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    """Find companies by name, brand, branch or place; without a question, the newest pages."""
    text = request.GET.get("q", "")[:100].strip()
    viewer = viewer_id(request)
    found = queries.find_companies(viewer, text) if text else None
    newest = None if text else queries.newest_companies(viewer, before=read_before(request.GET.get("before")))
    is_part = "HX-Request" in request.headers
    template = "companies/_found.html" if is_part else "companies/directory.html"
    own = queries.own_companies(viewer) if viewer and not is_part else []
    asked = queries.own_invitations(viewer) if viewer and not is_part else []
    mandates = queries.own_mandates(viewer) if viewer and not is_part else []
    shown = {"text": text, "found": found, "newest": newest, "own": own, "asked": asked, "mandates": mandates}
    return render(request, template, shown)
