"""A member's page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from draht.accounts.door import viewer_id
from draht.common.paging import read_before
from draht.contacts import queries as contacts
from draht.members import queries as members
from draht.members.models import Audience
from draht.pages.structured import profile_data
from draht.posts.queries import posts_of
from draht.ui.structured import as_script_text


def _audience(name: str | None) -> Audience | None:
    return Audience(name) if name in Audience.values else None


@require_GET
def profile(request: HttpRequest, handle: str) -> HttpResponse:
    """A member: who they are, how they can be reached, what they wrote."""
    viewer = viewer_id(request)
    as_seen_by = _audience(request.GET.get("as"))
    page = members.profile_page(viewer, handle, as_seen_by=as_seen_by)
    if page is None:
        raise Http404
    is_own = viewer == page.line.id
    address = f"{settings.DRAHT_ADDRESS}{reverse('members:profile', kwargs={'handle': page.line.handle})}"
    shown = {
        "page": page,
        "is_own": is_own,
        "own": is_own and as_seen_by is None,
        "as_seen_by": as_seen_by if is_own else None,
        "audiences": Audience,
        "posts": posts_of(viewer, page.line.id, before=read_before(request.GET.get("before"))),
        "panel": contacts.panel(viewer, page.line.id),
        "address": address,
        "site": settings.DRAHT_ADDRESS,
        "structured": as_script_text(profile_data(page, address, settings.DRAHT_ADDRESS)),
    }
    return render(request, "pages/profile.html", shown)
