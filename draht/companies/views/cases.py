"""What became of criticism."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from draht.accounts.door import viewer_id
from draht.common.paging import read_before
from draht.companies import queries
from draht.posts.queries import case_figures, cases_of


@require_GET
def cases(request: HttpRequest, handle: str) -> HttpResponse:
    """The cases of a company, with the answers beside the criticism, for all who may read them."""
    viewer = viewer_id(request)
    page = queries.company_desk(viewer, handle)
    if page is None:
        raise Http404
    before = read_before(request.GET.get("before"))
    found = cases_of(viewer, page.line.id, before=before)
    return render(
        request, "companies/cases.html", {"page": page, "cases": found, "figures": case_figures(page.line.id)}
    )
