"""Ways in: names to mention while one writes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from draht.accounts.door import members_only
from draht.companies.queries import find_companies
from draht.members.queries import suggest
from draht.members.viewer import MemberRequest

OFFERED = 8
COMPANIES = 3


@require_GET
@members_only
def names(request: MemberRequest) -> HttpResponse:
    """Members, then companies, as options of a list."""
    viewer, text = request.viewer.id, request.GET.get("q", "")[:60]
    companies = find_companies(viewer, text, limit=COMPANIES)
    people = suggest(viewer, text, limit=OFFERED - len(companies))
    return render(request, "members/_suggestions.html", {"lines": [*people, *companies]})
