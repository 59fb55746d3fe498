"""Ways in: pages put together from the parts of several rooms."""

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
from draht.pages.structured import as_script_text, profile_data
from draht.posts.queries import posts_of


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


def _imprint() -> list[str]:
    """The lines that the host wrote; none if there are none yet."""
    return [line.strip() for line in settings.DRAHT_IMPRINT.split("|") if line.strip()]


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """What this network is."""
    return render(request, "pages/about.html")


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """The questions people ask first."""
    return render(request, "pages/help.html")


@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """Which data there is, who sees it, how it goes."""
    return render(request, "pages/privacy.html", {"event_days": settings.DRAHT_KEEP_EVENTS, "imprint": _imprint()})


@require_GET
def imprint(request: HttpRequest) -> HttpResponse:
    """Who runs this network."""
    return render(request, "pages/imprint.html", {"imprint": _imprint()})
