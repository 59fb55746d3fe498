"""A company's page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from draht.accounts.door import viewer_id
from draht.common.paging import read_before
from draht.companies import queries as companies
from draht.enquiries.queries import answer_figures
from draht.enquiries.rules import may_ask
from draht.giveaways.queries import current_giveaways
from draht.pages.structured import company_data
from draht.posts.queries import case_figures, posts_of
from draht.ui.structured import as_script_text


@require_GET
def company(request: HttpRequest, handle: str) -> HttpResponse:
    """A company: what it is, when it is there, who runs the page, what it wrote. `?as=visitor`: as others see it."""
    viewer = viewer_id(request)
    page = companies.company_page(viewer, handle)
    if page is None:
        raise Http404
    as_visitor = request.GET.get("as") == "visitor"
    address = f"{settings.DRAHT_ADDRESS}{reverse('companies:page', kwargs={'handle': page.line.handle})}"
    shown = {
        "page": page,
        "own": page.may_edit and not as_visitor,
        "as_visitor": as_visitor,
        "posts": posts_of(viewer, page.line.id, before=read_before(request.GET.get("before"))),
        "figures": answer_figures(page.line.id),
        "criticism": case_figures(page.line.id),
        "may_ask": may_ask(viewer, page.company),
        "giveaways": current_giveaways(page.line.id),
        "address": address,
        "site": settings.DRAHT_ADDRESS,
        "structured": as_script_text(company_data(page, address, settings.DRAHT_ADDRESS)),
    }
    return render(request, "pages/company.html", shown)
